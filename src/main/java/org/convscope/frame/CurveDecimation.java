package org.convscope.frame;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Thins a curve to what a screen can show: of all points that fall into one column of pixels, the
 * first, the lowest, the highest and the last stay, in their order. A line through them covers the
 * same pixels as a line through all; a spike of one step is never lost.
 */
public final class CurveDecimation {

    private final Curve curve;
    private final double from;
    private final double to;
    private final int width;
    private final BitSet kept = new BitSet();

    private CurveDecimation(Curve curve, double from, double to, int width) {
        this.curve = curve;
        this.from = from;
        this.to = to;
        this.width = width;
    }

    /**
     * What is needed of a curve to draw it from {@code from} to {@code to} on {@code width} pixels, the
     * nearest points outside included, so that the line leaves the view where it should.
     */
    public static Curve of(Curve curve, double from, double to, int width) {
        if (!(from < to) || width < 1) {
            throw new IllegalArgumentException(from + " to " + to + " on " + width + " pixels");
        }
        CurveDecimation decimation = new CurveDecimation(curve, from, to, width);
        decimation.run();
        return curve.only(decimation.kept.stream().toArray());
    }

    private void run() {
        int begin = 0;
        while (begin < curve.size()) {
            int column = column(curve.x(begin));
            int end = begin + 1;
            while (end < curve.size() && column(curve.x(end)) == column) {
                end++;
            }
            if (column < 0) {
                keep(lastPoint(begin, end));
            } else if (column == width) {
                keep(firstPoint(begin, end));
            } else {
                keepOutline(begin, end);
            }
            begin = end;
        }
    }

    /** From 0 to width − 1; before the view −1, behind it the width. */
    private int column(double x) {
        if (x < from) {
            return -1;
        }
        return x > to ? width : Math.min(width - 1, (int) ((x - from) / (to - from) * width));
    }

    private void keepOutline(int begin, int end) {
        int first = firstPoint(begin, end);
        if (first < 0) {
            return;
        }
        int lowest = first;
        int highest = first;
        for (int i = first; i < end; i++) {
            if (!curve.isGap(i)) {
                lowest = curve.y(i) < curve.y(lowest) ? i : lowest;
                highest = curve.y(i) > curve.y(highest) ? i : highest;
            }
        }
        keep(first);
        keep(Math.min(lowest, highest));
        keep(Math.max(lowest, highest));
        keep(lastPoint(begin, end));
    }

    private int firstPoint(int begin, int end) {
        return IntStream.range(begin, end)
                .filter(i -> !curve.isGap(i))
                .findFirst()
                .orElse(-1);
    }

    private int lastPoint(int begin, int end) {
        for (int i = end - 1; i >= begin; i--) {
            if (!curve.isGap(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Keeps a point, and the first gap since the point before; does nothing for −1 or a point already kept. */
    private void keep(int index) {
        int before = kept.length() - 1;
        if (index <= before) {
            return;
        }
        if (before >= 0) {
            IntStream.range(before + 1, index).filter(curve::isGap).limit(1).forEach(kept::set);
        }
        kept.set(index);
    }
}
