package org.convscope.engine;

import org.convscope.engine.block.SparseKernels;
import org.convscope.net.Parameter;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * Where one parameter of one node lies in the flat vector of all.
 *
 * @param node id of its node
 * @param parameter what it is
 * @param offset position of its first value
 * @param shape as the port promises it; the vector holds it row-major
 * @param sparse which kernels the vector holds, where it does not hold all; {@code null} otherwise
 */
record Slot(String node, Parameter parameter, int offset, Shape shape, SparseKernels sparse) {

    /** Numbers that the vector holds of it. */
    int size() {
        return sparse == null ? shape.size() : sparse.kept();
    }

    /** A copy out of a vector; kernels that it does not hold are zeros. */
    Tensor read(float[] vector) {
        return sparse == null ? Tensor.of(shape, vector, offset) : Tensor.of(shape, sparse.spread(vector, offset));
    }

    /** Whether training changes it by its gradient; a batch norm's running statistics follow the data instead. */
    boolean isLearned() {
        return parameter != Parameter.MEAN && parameter != Parameter.VARIANCE;
    }

    /** Position behind its last value. */
    int end() {
        return offset + size();
    }
}
