package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.tensor.Tensor;

/**
 * The colours of a node's values. They follow from the drawing alone, so that no map changes from one
 * kind of colours to the other while its values move.
 */
public final class NodeColors {

    private NodeColors() {}

    /**
     * Grey for the image; blue and red where values have both signs; viridis where they cannot fall below
     * zero. Logits run through oranges although they have both signs: a softmax sees only the differences
     * between them, so their zero means nothing, and more is simply more.
     */
    public static ColorMap of(Blueprint blueprint, String node) {
        if (blueprint.node(node).op() instanceof Op.Input) {
            return ColorMap.GREY;
        }
        if (blueprint.targets(node).stream().anyMatch(target -> target.op() instanceof Op.Softmax)) {
            return ColorMap.LOGIT;
        }
        return blueprint.signed(node) ? ColorMap.DIVERGING : ColorMap.SEQUENTIAL;
    }

    /** The scale that shows a node's values whole; the image's is always from 0 to 1. */
    static ColorScale fitting(ColorMap map, Tensor values) {
        return map == ColorMap.GREY ? new ColorScale(map, 0, 1) : ColorScale.fitting(map, values);
    }
}
