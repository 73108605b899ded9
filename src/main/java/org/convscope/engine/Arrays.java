package org.convscope.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The border between ND4J's arrays and ours. Everything is copied: an array of the engine is written again soon. */
final class Arrays {

    private Arrays() {}

    /** A copy of all values, row-major, whatever the array's strides are. */
    static float[] copy(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        copy(array, values);
        return values;
    }

    /** Copies all values, row-major, into {@code target}, which must be of the array's size. */
    static void copy(INDArray array, float[] target) {
        boolean rowMajor = array.ordering() == 'c' && !array.isView();
        pointer(rowMajor ? array : array.dup('c')).get(target);
    }

    /** A copy as a tensor of this shape, which must be of the array's size. */
    static Tensor tensor(INDArray array, Shape shape) {
        return Tensor.of(shape, copy(array));
    }

    /** Overwrites a row-major array with {@code values}. */
    static void fill(INDArray array, float[] values) {
        if (array.length() != values.length) {
            throw new IllegalArgumentException(values.length + " values for " + array.length());
        }
        pointer(array).put(values);
    }

    /** A new array of these values, row-major. */
    static INDArray of(float[] values, Shape shape) {
        long[] lengths = java.util.Arrays.stream(shape.toArray()).asLongStream().toArray();
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, lengths);
        fill(array, values);
        return array;
    }

    /** {@code [N, …]} followed by the axes of {@code shape}. */
    static Shape batched(int n, Shape shape) {
        int[] lengths = new int[shape.rank() + 1];
        lengths[0] = n;
        System.arraycopy(shape.toArray(), 0, lengths, 1, shape.rank());
        return Shape.of(lengths);
    }

    /** The values themselves, of an array that is no view. */
    static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }
}
