package org.convscope.data;

import java.util.Arrays;
import java.util.Set;
import org.convscope.spec.Augmentation;

/**
 * One way in which an image is varied, thrown once and then the same for all its channels. Moving, swapping,
 * turning and cropping are one mapping from where a value goes to where it comes from.
 */
final class Variation {

    /** The largest shift, as a part of a side. */
    private static final int SHIFT_PART = 8;

    private static final double MOST_TURN = Math.PI / 12;
    private static final double LEAST_WINDOW = 0.8;
    private static final float NOISE = 0.05f;

    private final Set<Augmentation> kinds;
    private final int height;
    private final int width;
    private final Dice dice;
    private int right;
    private int down;
    private boolean swapped;
    private double cosine = 1;
    private double sine;
    private double window = 1;
    private double windowX;
    private double windowY;

    /** Throws how an image of this size is varied. */
    Variation(Set<Augmentation> kinds, int height, int width, long seed) {
        this.kinds = kinds;
        this.height = height;
        this.width = width;
        this.dice = new Dice(seed);
        for (Augmentation kind : Augmentation.values()) {
            if (kinds.contains(kind)) {
                draw(kind);
            }
        }
    }

    private void draw(Augmentation kind) {
        switch (kind) {
            case SHIFT -> {
                right = dice.between(-(width / SHIFT_PART), width / SHIFT_PART);
                down = dice.between(-(height / SHIFT_PART), height / SHIFT_PART);
            }
            case FLIP -> swapped = dice.below(2) == 1;
            case ROTATE -> {
                double turn = (2 * dice.fraction() - 1) * MOST_TURN;
                // StrictMath gives the same last bit everywhere.
                cosine = height == 1 ? 1 : StrictMath.cos(turn);
                sine = height == 1 ? 0 : StrictMath.sin(turn);
            }
            case CROP -> {
                window = LEAST_WINDOW + (1 - LEAST_WINDOW) * dice.fraction();
                windowX = (2 * dice.fraction() - 1) * (1 - window) * (width - 1) / 2;
                windowY = height == 1 ? 0 : (2 * dice.fraction() - 1) * (1 - window) * (height - 1) / 2;
            }
            case NOISE -> {
                // Thrown value by value, at the end.
            }
        }
    }

    /** Varies the planes that begin at {@code offset}, in place. */
    void apply(float[] values, int offset, int channels) {
        int area = height * width;
        if (sine != 0 || window != 1) {
            float[] before = Arrays.copyOfRange(values, offset, offset + channels * area);
            warp(before, values, offset, channels);
        } else if (right != 0 || down != 0 || swapped) {
            float[] before = Arrays.copyOfRange(values, offset, offset + channels * area);
            move(before, values, offset, channels);
        }
        if (kinds.contains(Augmentation.NOISE)) {
            for (int i = offset; i < offset + channels * area; i++) {
                values[i] = Math.min(1, Math.max(0, values[i] + NOISE * (float) dice.normal()));
            }
        }
    }

    private void move(float[] before, float[] after, int offset, int channels) {
        Arrays.fill(after, offset, offset + before.length, 0);
        for (int row = 0; row < channels * height; row++) {
            int y = row % height - down;
            if (y >= 0 && y < height) {
                int from = (row / height * height + y) * width;
                int to = offset + row * width;
                for (int x = Math.max(0, right); x < Math.min(width, width + right); x++) {
                    int column = x - right;
                    after[to + x] = before[from + (swapped ? width - 1 - column : column)];
                }
            }
        }
    }

    private void warp(float[] before, float[] after, int offset, int channels) {
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        double mirror = swapped ? -window : window;
        for (int y = 0; y < height; y++) {
            double v = y - centreY - down;
            for (int x = 0; x < width; x++) {
                double u = x - centreX - right;
                double column = centreX + windowX + mirror * (cosine * u + sine * v);
                double row = height == 1 ? 0 : centreY + windowY + window * (cosine * v - sine * u);
                blend(before, row, column, after, offset + y * width + x, channels);
            }
        }
    }

    /** The four values around a place between them, each by its nearness; 0 lies beyond the edges. */
    private void blend(float[] before, double row, double column, float[] after, int to, int channels) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        float below = (float) (row - top);
        float beside = (float) (column - left);
        for (int channel = 0; channel < channels; channel++) {
            float upper = (1 - beside) * at(before, channel, top, left) + beside * at(before, channel, top, left + 1);
            float lower = below == 0
                    ? 0
                    : (1 - beside) * at(before, channel, top + 1, left)
                            + beside * at(before, channel, top + 1, left + 1);
            after[to + channel * height * width] = (1 - below) * upper + below * lower;
        }
    }

    private float at(float[] before, int channel, int row, int column) {
        boolean inside = row >= 0 && row < height && column >= 0 && column < width;
        return inside ? before[(channel * height + row) * width + column] : 0;
    }
}
