package org.convscope.foreign;

import org.convscope.tensor.Shape;

/**
 * Where a layer's values come from in the drawing.
 *
 * @param node id of the node
 * @param shape of the node, for one image
 * @param flat whether the layer sees its values as a vector: maps are flattened by what reads them
 * @param pads zeros that the layer has around its maps and the node has not
 */
record Place(String node, Shape shape, boolean flat, Pads pads) {

    static Place of(String node, Shape shape) {
        return new Place(node, shape, false, Pads.NONE);
    }

    Place flattened() {
        return new Place(node, shape, shape.isMaps(), pads);
    }

    Place padded(Pads more) {
        return new Place(node, shape, flat, pads.plus(more));
    }

    /** The maps as they are, with nothing around them. */
    Place plain() {
        if (!pads.isNone()) {
            throw new NotUnderstood("zeros around maps that no convolution reads");
        }
        return this;
    }

    /** Maps, with whatever is around them. */
    Place maps() {
        if (!shape.isMaps() || flat) {
            throw new NotUnderstood("maps wanted where a vector comes");
        }
        return this;
    }

    /** How many values each have a norm of their own: maps, or units of a vector. */
    int normed() {
        if (flat && shape.height() * shape.width() > 1) {
            throw new NotUnderstood("each cell of flattened maps by itself");
        }
        return plain().shape.channels();
    }
}
