package org.convscope.engine.block;

import org.convscope.blueprint.Op;
import org.convscope.tensor.Shape;

/**
 * Kernels of a convolution whose maps do not read all maps: what is kept, output after output, and where each stands
 * among the kernels {@code [out, in]} of one that reads all. Those that are not kept are zeros.
 */
public final class SparseKernels {

    private final int area;
    private final int size;
    /** By kernel that is kept, its number among all. */
    private final int[] numbers;

    private SparseKernels(Op.Conv conv, int channels) {
        this.area = conv.window().area();
        this.size = conv.outputChannels() * channels * area;
        this.numbers = new int[conv.connections().count(conv.outputChannels(), channels)];
        int kept = 0;
        for (int output = 0; output < conv.outputChannels(); output++) {
            for (int input : conv.connections().table().get(output)) {
                numbers[kept++] = output * channels + input;
            }
        }
    }

    /** Those of a convolution of such an input; {@code null} if it keeps all. */
    public static SparseKernels of(Op.Conv conv, Shape input) {
        return conv.connections().areAll() ? null : new SparseKernels(conv, input.channels());
    }

    /** By kernel that is kept, {@code output map · input maps + input map}, ascending. */
    public int[] numbers() {
        return numbers.clone();
    }

    /** Number of values that are kept. */
    public int kept() {
        return numbers.length * area;
    }

    /** All kernels, zeros among them; those that are kept begin at {@code from}. */
    public float[] spread(float[] values, int from) {
        float[] all = new float[size];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(values, from + i * area, all, numbers[i] * area, area);
        }
        return all;
    }

    /** Picks those that are kept out of {@code all}. */
    public void gather(float[] all, float[] target, int to) {
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(all, numbers[i] * area, target, to + i * area, area);
        }
    }
}
