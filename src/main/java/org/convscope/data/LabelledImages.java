package org.convscope.data;

import java.util.Objects;
import java.util.stream.IntStream;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** Images with their labels, kept as bytes and turned into floats one image at a time. Never changes. */
public final class LabelledImages {

    /** Every byte as a brightness: 0 is black, 1 is white. */
    private static final float[] BRIGHTNESS = brightness();

    private final Shape shape;
    private final byte[] pixels;
    private final byte[] labels;
    private final int size;

    /** Takes the arrays as they are; whoever hands them over must forget them. */
    LabelledImages(Shape shape, byte[] pixels, byte[] labels, int size) {
        if (!shape.isMaps() || (long) size * shape.size() > pixels.length || size > labels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels and " + labels.length + " labels are not " + size + " images of " + shape);
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
        this.size = size;
    }

    /**
     * Images made in memory; both arrays are copied.
     *
     * @param shape of one image, {@code [C, H, W]}
     * @param pixels {@code [N, C, H, W]}, row-major, unsigned
     * @param labels {@code [N]}, unsigned
     */
    public static LabelledImages of(Shape shape, byte[] pixels, byte[] labels) {
        if ((long) labels.length * shape.size() != pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + labels.length + " images of " + shape);
        }
        return new LabelledImages(shape, pixels.clone(), labels.clone(), labels.length);
    }

    /** Number of images. */
    public int size() {
        return size;
    }

    /** Shape of every image, {@code [C, H, W]}. */
    public Shape shape() {
        return shape;
    }

    /** The class of an image, from 0. */
    public int label(int index) {
        return labels[Objects.checkIndex(index, size)] & 0xFF;
    }

    /** An image, {@code [C, H, W]}, its values from 0 to 1: the byte divided by 255. */
    public Tensor image(int index) {
        float[] values = new float[shape.size()];
        copyInto(index, values, 0);
        return Tensor.of(shape, values);
    }

    /** Writes the values of an image, as {@link #image} has them, into {@code target} from {@code offset} on. */
    public void copyInto(int index, float[] target, int offset) {
        int length = shape.size();
        int start = Objects.checkIndex(index, size) * length;
        for (int i = 0; i < length; i++) {
            target[offset + i] = BRIGHTNESS[pixels[start + i] & 0xFF];
        }
    }

    /** Where the images of a class are, in order. */
    public int[] indicesOf(int label) {
        return IntStream.range(0, size).filter(i -> label(i) == label).toArray();
    }

    /** The first {@code count} images, at least 1, or all if there are fewer: a view, not a copy. */
    public LabelledImages first(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The first " + count + " images are none");
        }
        return count >= size ? this : new LabelledImages(shape, pixels, labels, count);
    }

    private static float[] brightness() {
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 255f;
        }
        return values;
    }
}
