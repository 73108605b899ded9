package org.convscope.ui.map.paint;

import java.util.Arrays;
import javafx.geometry.Point2D;
import org.convscope.ui.map.geometry.Curve;

/** Pixels in the making: a window onto the enlarged world, into which squares are drawn as far as it goes. */
final class Raster {

    private final PixelBox box;
    private final int[] pixels;

    Raster(PixelBox box) {
        this.box = box;
        this.pixels = new int[Math.multiplyExact(box.width(), box.height())];
    }

    /** Which pixels of the enlarged world they are. */
    PixelBox box() {
        return box;
    }

    /** The pixels, row-major. */
    int[] pixels() {
        return pixels;
    }

    /** Fills a rectangle. */
    void fill(PixelBox area, int color) {
        PixelBox seen = area.within(box);
        for (int y = seen.top(); y < seen.bottom() && !seen.isEmpty(); y++) {
            int row = index(0, y);
            Arrays.fill(pixels, row + seen.left(), row + seen.right(), color);
        }
    }

    /** Enlarges {@code rows} × {@code columns} colours to a rectangle; each becomes as square as pixels allow. */
    void enlarge(int[] colors, int rows, int columns, PixelBox area) {
        PixelBox seen = area.within(box);
        if (seen.isEmpty()) {
            return;
        }
        int painted = -1;
        for (int y = seen.top(); y < seen.bottom(); y++) {
            int row = (int) ((y - (long) area.top()) * rows / area.height());
            int begin = index(seen.left(), y);
            if (row == painted) {
                System.arraycopy(pixels, begin - box.width(), pixels, begin, seen.width());
            } else {
                stretch(colors, row * columns, columns, area, seen, begin);
                painted = row;
            }
        }
    }

    /**
     * Draws a thin curve: at every pixel along its longer side, two pixels of its shorter side share the
     * colour by their distance from it. Where curves cross, the stronger stays, so that many faint ones
     * remain faint.
     */
    void draw(Curve curve, int color) {
        double across = Math.abs(curve.end().getX() - curve.begin().getX());
        double down = Math.abs(curve.end().getY() - curve.begin().getY());
        int steps = (int) Math.max(1, 1.5 * Math.max(across, down));
        for (int step = 0; step <= steps; step++) {
            Point2D point = curve.at((double) step / steps);
            int x = (int) Math.floor(point.getX());
            int y = (int) Math.floor(point.getY());
            if (down > across) {
                dot(x, y, color, 1 - (point.getX() - x));
                dot(x + 1, y, color, point.getX() - x);
            } else {
                dot(x, y, color, 1 - (point.getY() - y));
                dot(x, y + 1, color, point.getY() - y);
            }
        }
    }

    private void dot(int x, int y, int color, double share) {
        if (x < box.left() || x >= box.right() || y < box.top() || y >= box.bottom()) {
            return;
        }
        int opacity = (int) ((color >>> 24) * share);
        int place = index(x, y);
        if (opacity > pixels[place] >>> 24) {
            pixels[place] = opacity << 24
                    | (color >> 16 & 0xFF) * opacity / 255 << 16
                    | (color >> 8 & 0xFF) * opacity / 255 << 8
                    | (color & 0xFF) * opacity / 255;
        }
    }

    private void stretch(int[] colors, int from, int columns, PixelBox area, PixelBox seen, int begin) {
        for (int x = seen.left(); x < seen.right(); x++) {
            int column = (int) ((x - (long) area.left()) * columns / area.width());
            pixels[begin + x - seen.left()] = colors[from + column];
        }
    }

    private int index(int x, int y) {
        return (y - box.top()) * box.width() + x - box.left();
    }
}
