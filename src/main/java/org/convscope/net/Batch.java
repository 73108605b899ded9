package org.convscope.net;

import java.util.Arrays;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * Images with their labels, for one step. The arrays are handed over, not copied: whoever makes a
 * batch leaves them alone until the answer is there.
 */
public final class Batch {

    private final Shape shape;
    private final float[] images;
    private final int[] labels;

    /**
     * Takes over {@code images}, {@code [N, C, H, W]} row-major with values from 0 to 1, and {@code
     * labels}, {@code [N]}.
     *
     * @param shape of one image, {@code [C, H, W]}
     */
    public Batch(Shape shape, float[] images, int[] labels) {
        if (labels.length == 0 || images.length != labels.length * shape.size()) {
            throw new IllegalArgumentException(images.length + " values for " + labels.length + " images " + shape);
        }
        this.shape = shape;
        this.images = images;
        this.labels = labels;
    }

    /** A batch of one image, with a label that does not matter. */
    public static Batch of(Tensor image) {
        return new Batch(image.shape(), image.toArray(), new int[1]);
    }

    /** A batch of a copy of the images from {@code from} up to but not including {@code to}. */
    public Batch slice(int from, int to) {
        return new Batch(
                shape,
                Arrays.copyOfRange(images, from * shape.size(), to * shape.size()),
                Arrays.copyOfRange(labels, from, to));
    }

    /** Number of images. */
    public int size() {
        return labels.length;
    }

    /** Shape of one image. */
    public Shape shape() {
        return shape;
    }

    /** The values themselves, {@code [N, C, H, W]}; not to be changed. */
    public float[] images() {
        return images;
    }

    /** The labels themselves, {@code [N]}; not to be changed. */
    public int[] labels() {
        return labels;
    }
}
