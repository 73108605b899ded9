package org.convscope.workbench;

import java.util.List;
import org.convscope.probe.Health;
import org.convscope.tensor.Stamp;

/**
 * How the layers of a network fare.
 *
 * @param stamp when it was measured
 * @param layers one row for each node that learns, in the blueprint's order
 */
public record LayerHealth(Stamp stamp, List<Row> layers) {

    /**
     * One layer.
     *
     * @param node id of the node that learns
     * @param gradientRms root mean square of its weights' gradient in the last step; NaN before the first
     * @param updateRatio RMS of the last update over RMS of the weights; NaN before the first step
     * @param activation id of the activation that follows, or empty
     * @param deadShare share of units that are zero for the whole sample, from 0 to 1; NaN without activation
     * @param saturatedShare share of values close to an end of the activation; NaN where it has no ends
     */
    public record Row(
            String node,
            double gradientRms,
            double updateRatio,
            String activation,
            double deadShare,
            double saturatedShare) {}

    public LayerHealth {
        layers = List.copyOf(layers);
    }

    /** What was measured of each layer, joined to the activation that follows it. */
    static LayerHealth of(Health.Reading reading) {
        List<Row> rows = reading.layers().stream()
                .map(layer -> {
                    var units = reading.activation(layer.activation());
                    return new Row(
                            layer.node(),
                            layer.gradientRms(),
                            layer.updateRatio(),
                            layer.activation(),
                            units.map(Health.Units::deadShare).orElse(Double.NaN),
                            units.map(Health.Units::saturatedShare).orElse(Double.NaN));
                })
                .toList();
        return new LayerHealth(reading.stamp(), rows);
    }
}
