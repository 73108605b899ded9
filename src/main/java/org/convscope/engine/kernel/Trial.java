package org.convscope.engine.kernel;

/** A small sum whose result is known, before anything is left to these instructions. */
public final class Trial {

    private Trial() {}

    /** Whether {@code 1 + 2·3 + 4·5 = 27} for every image of a block. */
    public static boolean isRight() {
        float[] source = new float[2 * Lanes.BLOCK];
        java.util.Arrays.fill(source, 0, Lanes.BLOCK, 3);
        java.util.Arrays.fill(source, Lanes.BLOCK, source.length, 5);
        float[] weights = {2, 2, 2, 2, 4, 4, 4, 4};
        float[] target = new float[TapSums.GROUP * Lanes.BLOCK];
        TapSums.four(
                source, 0, new int[] {0, Lanes.BLOCK}, weights, 0, new float[] {1, 1, 1, 1}, 0, target, 0, Lanes.BLOCK);
        for (float value : target) {
            if (value != 27) {
                return false;
            }
        }
        return true;
    }
}
