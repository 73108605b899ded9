package org.convscope.frame;

import java.util.Locale;

/** A picture that scales, drawn piece by piece: SVG 1.1. Lengths are pixels from the upper left corner. */
public final class SvgPicture {

    private final StringBuilder svg = new StringBuilder();

    /**
     * What lines are drawn with.
     *
     * @param colour as SVG names it: {@code #0072b2}
     * @param width in pixels
     * @param dashes lengths of dashes and gaps, {@code 5 4}; empty for a whole line
     */
    public record Pen(String colour, double width, String dashes) {

        /** Of whole lines. */
        public Pen(String colour, double width) {
            this(colour, width, "");
        }
    }

    /** An empty picture on a ground of one colour. */
    public SvgPicture(int width, int height, String ground) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n",
                width,
                height,
                ground));
    }

    /** A straight line. */
    public void line(Pen pen, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n",
                fromX,
                fromY,
                toX,
                toY,
                stroke(pen)));
    }

    /** A line through all points of a curve that lie between two gaps; several pieces where there are gaps. */
    public void curve(Pen pen, Curve points) {
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            if (points.isGap(i)) {
                piece(pen, piece);
            } else {
                piece.append(String.format(Locale.ROOT, " %.1f,%.1f", points.x(i), points.y(i)));
            }
        }
        piece(pen, piece);
    }

    /** A filled circle. */
    public void dot(String colour, double x, double y, double radius) {
        svg.append(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n", x, y, radius, colour));
    }

    /** A filled rectangle. */
    public void box(String colour, double x, double y, double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour));
    }

    /**
     * A line of words.
     *
     * @param anchor which end of it lies at {@code x}: start, middle or end
     */
    public void text(String colour, double x, double y, String anchor, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                colour,
                safe));
    }

    /** The whole picture as a file holds it. */
    public String done() {
        return svg + "</svg>\n";
    }

    private void piece(Pen pen, StringBuilder piece) {
        if (!piece.isEmpty()) {
            svg.append("<polyline fill=\"none\" ")
                    .append(stroke(pen))
                    .append(" points=\"")
                    .append(piece.substring(1))
                    .append(String.format("\"/>%n"));
            piece.setLength(0);
        }
    }

    private static String stroke(Pen pen) {
        String dashes = pen.dashes.isEmpty() ? "" : " stroke-dasharray=\"" + pen.dashes + "\"";
        return String.format(Locale.ROOT, "stroke=\"%s\" stroke-width=\"%.1f\"%s", pen.colour, pen.width, dashes);
    }
}
