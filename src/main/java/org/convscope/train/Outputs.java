package org.convscope.train;

import java.util.BitSet;
import java.util.Optional;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.tensor.Histogram;
import org.convscope.tensor.Tensor;

/**
 * What a node puts out for the images of a sample, a slice of them at a time. Whether a unit is alive is known to the
 * last value; how values are distributed, from every so many of them where there are very many.
 */
final class Outputs {

    /** Values of a slice that are counted. */
    private static final int MOST_VALUES = 1 << 15;

    private final Optional<Nonlinearity> kind;
    private final int units;
    private final BitSet alive = new BitSet();
    private final HistogramCount distribution = new HistogramCount();
    private long counted;
    private long saturated;

    /**
     * Nothing is seen yet.
     *
     * @param units feature maps, or values of a vector
     */
    Outputs(Node node, int units) {
        this.kind = node.op() instanceof Op.Activation activation ? Optional.of(activation.kind()) : Optional.empty();
        this.units = units;
    }

    /** Sees the outputs for some images, {@code [N, units]} or {@code [N, units, H, W]}. */
    void add(Tensor outputs) {
        // Odd, so that it does not stay on the same columns of maps, which are most often of even width.
        int every = outputs.size() / MOST_VALUES | 1;
        distribution.add(outputs, every);
        kind.ifPresent(nonlinearity -> {
            seek(outputs);
            for (int i = 0; i < outputs.size(); i += every) {
                saturated += nonlinearity.isSaturated(outputs.flat(i)) ? 1 : 0;
                counted++;
            }
        });
    }

    /** Share of units that are zero for every image; NaN if this is no activation. */
    double deadShare() {
        return kind.isPresent() ? 1 - (double) alive.cardinality() / units : Double.NaN;
    }

    /** Share of values close to an end; NaN where there is none. */
    double saturatedShare() {
        return kind.filter(Nonlinearity::saturates).isPresent() ? (double) saturated / counted : Double.NaN;
    }

    /** How the values are distributed. */
    Histogram distribution() {
        return distribution.histogram();
    }

    private void seek(Tensor outputs) {
        int images = outputs.shape().length(0);
        int cells = outputs.size() / (images * units);
        for (int unit = alive.nextClearBit(0); unit < units; unit = alive.nextClearBit(unit + 1)) {
            for (int image = 0; image < images && !alive.get(unit); image++) {
                int from = (image * units + unit) * cells;
                for (int i = from; i < from + cells; i++) {
                    if (outputs.flat(i) != 0) {
                        alive.set(unit);
                        break;
                    }
                }
            }
        }
    }
}
