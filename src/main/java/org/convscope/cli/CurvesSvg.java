package org.convscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Outcome;

/** Losses of several runs over each other, as a picture that scales: SVG 1.1. */
final class CurvesSvg {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int LEFT = 60;
    private static final int RIGHT = 180;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final int LINES = 5;
    private static final double LOSS_LINE = 0.5;

    /** Okabe and Ito's colours, told apart by nearly everybody. */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

    private final StringBuilder svg = new StringBuilder();
    private final double steps;
    private final double top;

    /** A point of a curve. */
    private record Point(long step, double loss) {}

    private CurvesSvg(double steps, double top) {
        this.steps = steps;
        this.top = top;
    }

    /**
     * Losses on test images by step: a line for the sample, broken where it is no number; a dot for the whole set at the
     * end of an epoch; a cross where a run ended by itself; and a line for guessing.
     */
    static String losses(List<Outcome> outcomes) {
        double guessing = outcomes.stream()
                .mapToDouble(run -> Math.log(run.classes()))
                .max()
                .orElse(1);
        double steps = outcomes.stream()
                .flatMap(run -> run.scores().stream())
                .mapToLong(TrainEvent::step)
                .max()
                .orElse(1);
        CurvesSvg picture = new CurvesSvg(steps, 1.2 * guessing);
        return picture.draw(outcomes, guessing);
    }

    private String draw(List<Outcome> outcomes, double guessing) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        for (double loss = 0; loss <= top; loss += LOSS_LINE) {
            horizontal(loss, "#e0e0e0", "");
            text(LEFT - 8, y(loss) + 4, "end", String.format(Locale.ROOT, "%.1f", loss));
        }
        for (int line = 0; line <= LINES; line++) {
            text(
                    x(steps * line / LINES),
                    HEIGHT - BOTTOM + 20,
                    "middle",
                    String.valueOf(Math.round(steps * line / LINES)));
        }
        horizontal(guessing, "#777777", " stroke-dasharray=\"5 4\"");
        text(WIDTH - RIGHT - 4, y(guessing) - 6, "end", String.format(Locale.ROOT, "guessing %.3f", guessing));
        text(x(steps / 2), HEIGHT - 8, "middle", "step");
        text(LEFT, TOP - 6, "start", "loss on test images: line, a sample; dots, all");
        for (int run = 0; run < outcomes.size(); run++) {
            curve(outcomes.get(run), COLOURS.get(run % COLOURS.size()), run);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(Outcome outcome, String colour, int place) {
        for (List<Point> piece : pieces(outcome)) {
            svg.append(piece.stream()
                    .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.step), y(Math.min(top, point.loss))))
                    .collect(Collectors.joining(
                            " ",
                            "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour + "\" points=\"",
                            "\"/>\n")));
        }
        dots(outcome, colour);
        end(outcome);
        double y = TOP + 20.0 * (place + 1);
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"3\"/>%n",
                WIDTH - RIGHT + 12,
                WIDTH - RIGHT + 34,
                y,
                y,
                colour));
        text(WIDTH - RIGHT + 40, y + 4, "start", outcome.name());
    }

    /** The runs of numbers between what is none, as the sample of test images has them. */
    private static List<List<Point>> pieces(Outcome outcome) {
        List<List<Point>> pieces = new ArrayList<>();
        List<Point> piece = new ArrayList<>();
        for (TrainEvent score : outcome.scores()) {
            if (score instanceof TrainEvent.SampleScored sample) {
                if (Double.isFinite(sample.loss())) {
                    piece.add(new Point(sample.step(), sample.loss()));
                } else if (!piece.isEmpty()) {
                    pieces.add(piece);
                    piece = new ArrayList<>();
                }
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }

    /** Where the whole test set was scored. */
    private void dots(Outcome outcome, String colour) {
        for (TrainEvent score : outcome.scores()) {
            if (score instanceof TrainEvent.EpochDone epoch && Double.isFinite(epoch.testLoss())) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                        x(epoch.step()),
                        y(Math.min(top, epoch.testLoss())),
                        colour));
            }
        }
    }

    /** A cross where a run ended by itself. */
    private void end(Outcome outcome) {
        if (outcome.state() == TrainState.DEAD || outcome.state() == TrainState.DIVERGED) {
            double loss = Double.isFinite(outcome.finalLoss()) ? Math.min(top, outcome.finalLoss()) : top;
            double x = x(Math.min(steps, outcome.stateAtStep()));
            String words = outcome.state().name().toLowerCase(Locale.ROOT) + " at step " + outcome.stateAtStep();
            text(x, y(loss) + 5, "middle", "×");
            text(x + 8, y(loss) + 20, "start", words);
        }
    }

    private void horizontal(double loss, String colour, String dashes) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                LEFT,
                WIDTH - RIGHT,
                y(loss),
                y(loss),
                colour,
                dashes));
    }

    private void text(double x, double y, String anchor, String words) {
        String safe = words.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, safe));
    }

    private double x(double step) {
        return LEFT + (WIDTH - LEFT - RIGHT) * step / steps;
    }

    private double y(double loss) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * loss / top;
    }
}
