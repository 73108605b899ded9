package org.convscope.engine;

import org.convscope.net.Parameter;
import org.convscope.tensor.Shape;

/**
 * Where one parameter of one node lies in the flat vector of all.
 *
 * @param node id of its node
 * @param parameter what it is
 * @param offset position of its first value
 * @param shape as the port promises it; the vector holds it row-major
 */
record Slot(String node, Parameter parameter, int offset, Shape shape) {

    /** Whether training changes it by its gradient; a batch norm's running statistics follow the data instead. */
    boolean isLearned() {
        return parameter != Parameter.MEAN && parameter != Parameter.VARIANCE;
    }

    /** Position behind its last value. */
    int end() {
        return offset + shape.size();
    }
}
