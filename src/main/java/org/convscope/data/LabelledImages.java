package org.convscope.data;

import java.util.Objects;
import java.util.stream.IntStream;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * Images with their labels, kept as bytes, and prepared and turned into floats one image at a time. Never
 * changes.
 */
public final class LabelledImages {

    /** Every byte as a brightness: 0 is black, 1 is white. */
    private static final float[] BRIGHTNESS = brightness();

    private final Shape shape;
    private final byte[] pixels;
    private final byte[] labels;
    private final int size;
    /** {@code null} where images are fed as they are. */
    private final Preparer preparer;

    /** Takes the arrays as they are; whoever hands them over must forget them. */
    LabelledImages(Shape shape, byte[] pixels, byte[] labels, int size) {
        this(shape, pixels, labels, size, null);
    }

    private LabelledImages(Shape shape, byte[] pixels, byte[] labels, int size, Preparer preparer) {
        if (!shape.isMaps() || (long) size * shape.size() > pixels.length || size > labels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels and " + labels.length + " labels are not " + size + " images of " + shape);
        }
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
        this.size = size;
        this.preparer = preparer;
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

    /** Shape of every image as a network is shown it, {@code [C, H, W]}. */
    public Shape shape() {
        return preparer == null ? shape : preparer.shape();
    }

    /** Shape of every image as the dataset has it, {@code [C, H, W]}. */
    public Shape ownShape() {
        return shape;
    }

    /** The class of an image, from 0. */
    public int label(int index) {
        return labels[Objects.checkIndex(index, size)] & 0xFF;
    }

    /** An image as a network is shown it, {@code [C, H, W]}; from 0 to 1 unless it is normalised. */
    public Tensor image(int index) {
        float[] values = new float[shape().size()];
        copyInto(index, values, 0);
        return Tensor.of(shape(), values);
    }

    /** The same image for a person's eyes: prepared, but not normalised, its values from 0 to 1. */
    public Tensor picture(int index) {
        return preparer == null ? image(index) : pictureOf(own(index));
    }

    /** The same image as the dataset has it, its values from 0 to 1: the byte divided by 255. */
    public Tensor own(int index) {
        float[] values = new float[shape.size()];
        copyOwn(index, values);
        return Tensor.of(shape, values);
    }

    /** What an image varied for learning looks like; the same seed gives the same variant. */
    public Tensor variant(int index, long seed) {
        if (preparer == null) {
            return image(index);
        }
        float[] values = new float[shape().size()];
        preparer.variant(own(index).toArray(), seed, values, 0);
        return Tensor.of(shape(), values);
    }

    /** What becomes of a picture of the dataset's own shape, before it is normalised. */
    public Tensor pictureOf(Tensor own) {
        if (!own.shape().equals(shape)) {
            throw new IllegalArgumentException(own.shape() + " is not " + shape);
        }
        if (preparer == null) {
            return own;
        }
        float[] values = new float[shape().size()];
        preparer.picture(own.toArray(), values, 0);
        return Tensor.of(shape(), values);
    }

    /** What a network is shown of a picture that {@link #pictureOf} has made. */
    public Tensor imageOf(Tensor picture) {
        if (preparer == null) {
            return picture;
        }
        float[] values = picture.toArray();
        preparer.normalise(values, 0);
        return Tensor.of(shape(), values);
    }

    /** Writes the values of an image, as {@link #image} has them, into {@code target} from {@code offset} on. */
    public void copyInto(int index, float[] target, int offset) {
        if (preparer == null) {
            copyBytes(index, target, offset);
        } else {
            float[] image = new float[shape.size()];
            copyOwn(index, image);
            preparer.picture(image, target, offset);
            preparer.normalise(target, offset);
        }
    }

    /** The same for learning: a variant, where the preparation varies images. */
    public void copyVariant(int index, long seed, float[] target, int offset) {
        if (preparer == null) {
            copyBytes(index, target, offset);
        } else {
            float[] image = new float[shape.size()];
            copyOwn(index, image);
            preparer.variant(image, seed, target, offset);
            preparer.normalise(target, offset);
        }
    }

    /** Writes the values of an image as the dataset has it. */
    void copyOwn(int index, float[] target) {
        copyBytes(index, target, 0);
    }

    private void copyBytes(int index, float[] target, int offset) {
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
        return count >= size ? this : new LabelledImages(shape, pixels, labels, count, preparer);
    }

    /** The same images prepared in this way, or as they are for {@code null}: a view, not a copy. */
    LabelledImages prepared(Preparer other) {
        return preparer == other ? this : new LabelledImages(shape, pixels, labels, size, other);
    }

    private static float[] brightness() {
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 255f;
        }
        return values;
    }
}
