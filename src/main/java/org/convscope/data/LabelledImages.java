package org.convscope.data;

import java.util.stream.IntStream;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** Images with their labels, kept as bytes. */
public final class LabelledImages {

    private final Shape shape;
    private final byte[] pixels;
    private final byte[] labels;
    private final int size;

    LabelledImages(Shape shape, byte[] pixels, byte[] labels, int size) {
        this.shape = shape;
        this.pixels = pixels;
        this.labels = labels;
        this.size = size;
    }

    public int size() {
        return size;
    }

    public Shape shape() {
        return shape;
    }

    public int label(int index) {
        return labels[index] & 0xFF;
    }

    public Tensor image(int index) {
        float[] values = new float[shape.size()];
        copyInto(index, values, 0);
        return Tensor.of(shape, values);
    }

    public void copyInto(int index, float[] target, int offset) {
        for (int i = 0; i < shape.size(); i++) {
            target[offset + i] = (pixels[index * shape.size() + i] & 0xFF) / 255f;
        }
    }

    public int[] indicesOf(int label) {
        return IntStream.range(0, size).filter(i -> label(i) == label).toArray();
    }

    public LabelledImages first(int count) {
        return new LabelledImages(shape, pixels, labels, Math.min(count, size));
    }
}
