package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * Sums per channel, and the straight lines that batch normalisation draws through its values. A run is a row of
 * cells, {@code length} floats long; {@code lanes} holds 32 sums, one an image of the block.
 */
public final class Moments {

    private static final int LENGTH = Lanes.SPECIES.length();

    private Moments() {}

    /** Adds every value to its image's sum. */
    public static void add(float[] values, int from, int length, float[] lanes) {
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector sum = Lanes.at(lanes, lane);
            for (int i = from + lane; i < from + length; i += Lanes.BLOCK) {
                sum = sum.add(Lanes.at(values, i));
            }
            sum.intoArray(lanes, lane);
        }
    }

    /** Adds (value − centre)² to every image's sum. */
    public static void addSquares(float[] values, int from, int length, float centre, float[] lanes) {
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector sum = Lanes.at(lanes, lane);
            for (int i = from + lane; i < from + length; i += Lanes.BLOCK) {
                FloatVector off = Lanes.at(values, i).sub(centre);
                sum = off.fma(off, sum);
            }
            sum.intoArray(lanes, lane);
        }
    }

    /** Adds delta · (value − centre) to every image's sum. */
    public static void addProducts(
            float[] deltas, int from, float[] values, int fromValue, int length, float centre, float[] lanes) {
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector sum = Lanes.at(lanes, lane);
            for (int i = lane; i < length; i += Lanes.BLOCK) {
                FloatVector off = Lanes.at(values, fromValue + i).sub(centre);
                sum = Lanes.at(deltas, from + i).fma(off, sum);
            }
            sum.intoArray(lanes, lane);
        }
    }

    /** target = slope · (source − centre) + offset. */
    public static void line(
            float[] source, int from, int length, float centre, float slope, float offset, float[] target, int first) {
        FloatVector steep = Lanes.all(slope);
        FloatVector start = Lanes.all(offset);
        for (int i = 0; i < length; i += LENGTH) {
            Lanes.at(source, from + i).sub(centre).fma(steep, start).intoArray(target, first + i);
        }
    }

    /**
     * target = weight · (a · delta + b · (value − centre) + c), each image with a weight of its own: 0 for none.
     *
     * @param numbers centre, a, b, c
     */
    public static void plane(
            float[] deltas,
            int from,
            float[] values,
            int fromValue,
            int length,
            float[] numbers,
            float[] weights,
            float[] target,
            int first) {
        FloatVector a = Lanes.all(numbers[1]);
        FloatVector b = Lanes.all(numbers[2]);
        FloatVector c = Lanes.all(numbers[3]);
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector weight = Lanes.at(weights, lane);
            for (int i = lane; i < length; i += Lanes.BLOCK) {
                FloatVector sum =
                        Lanes.at(values, fromValue + i).sub(numbers[0]).fma(b, c);
                Lanes.at(deltas, from + i).fma(a, sum).mul(weight).intoArray(target, first + i);
            }
        }
    }
}
