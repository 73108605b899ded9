package org.convscope.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Maxima and means over the cells of a window, for the 32 images of a block. */
public final class Pools {

    private static final int LENGTH = Lanes.SPECIES.length();

    private Pools() {}

    /**
     * The largest of {@code count} cells, and which it was: the first of equal ones.
     *
     * @param cells where each cell lies behind {@code base}
     * @param which receives the index of the winner among the cells
     */
    public static void max(
            float[] source,
            int base,
            int[] cells,
            int count,
            float[] target,
            int first,
            float[] which,
            int firstWhich) {
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector best = Lanes.at(source, base + cells[0] + lane);
            FloatVector winner = Lanes.all(0);
            for (int i = 1; i < count; i++) {
                FloatVector value = Lanes.at(source, base + cells[i] + lane);
                var isLarger = value.compare(VectorOperators.GT, best);
                best = best.blend(value, isLarger);
                winner = winner.blend(i, isLarger);
            }
            best.intoArray(target, first + lane);
            winner.intoArray(which, firstWhich + lane);
        }
    }

    /** Adds a delta to the cell that won. */
    public static void maxBack(
            float[] deltas, int base, int[] cells, int count, float[] given, int first, float[] which, int firstWhich) {
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector delta = Lanes.at(given, first + lane);
            FloatVector winner = Lanes.at(which, firstWhich + lane);
            for (int i = 0; i < count; i++) {
                int at = base + cells[i] + lane;
                FloatVector before = Lanes.at(deltas, at);
                before.blend(before.add(delta), winner.compare(VectorOperators.EQ, i))
                        .intoArray(deltas, at);
            }
        }
    }

    /** The mean of {@code count} cells. */
    public static void mean(float[] source, int base, int[] cells, int count, float[] target, int first) {
        float share = 1f / count;
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector sum = Lanes.at(source, base + cells[0] + lane);
            for (int i = 1; i < count; i++) {
                sum = sum.add(Lanes.at(source, base + cells[i] + lane));
            }
            sum.mul(share).intoArray(target, first + lane);
        }
    }

    /** Adds to every cell its share of a delta. */
    public static void meanBack(float[] deltas, int base, int[] cells, int count, float[] given, int first) {
        float share = 1f / count;
        for (int lane = 0; lane < Lanes.BLOCK; lane += LENGTH) {
            FloatVector delta = Lanes.at(given, first + lane).mul(share);
            for (int i = 0; i < count; i++) {
                int at = base + cells[i] + lane;
                Lanes.at(deltas, at).add(delta).intoArray(deltas, at);
            }
        }
    }
}
