package org.convscope.lens;

import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Sight;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** One filter of a convolution, or the weights of one unit, as a picture in the shape of what it reads. */
final class Filter {

    private Filter() {}

    /** Whether a node has filters. */
    static boolean fits(Blueprint blueprint, String node) {
        Op op = blueprint.node(node).op();
        return op instanceof Op.Conv || op instanceof Op.Dense;
    }

    /**
     * The focused channel's part of {@code weights}; the scale is that of the whole node, so that filters
     * can be compared.
     *
     * @param weights {@code [out, in, kernel, kernel]} or {@code [out, in]}
     */
    static Mosaic picture(Sight sight, Stamp stamp, Tensor weights, ColorMap map) {
        Tensor filter = weights.slice(sight.channel());
        boolean isConv = sight.node().op() instanceof Op.Conv;
        Tensor picture = isConv
                ? filter
                : filter.reshaped(sight.blueprint()
                        .shape(sight.blueprint().source(sight.node().id()).id()));
        return new Mosaic(stamp, picture, List.of(ColorScale.fitting(map, weights)));
    }
}
