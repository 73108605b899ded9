package org.convscope.ui.curves;

import org.convscope.tensor.Stats;
import org.convscope.workbench.LayerHealth;

/**
 * One layer, as the table of health shows it.
 *
 * @param layer its numbers
 * @param shown id of the node whose outputs are shown: the activation that follows, or the layer
 * @param outputs what its outputs for the present image are like, or {@code null} when not known
 * @param largestGradient largest gradient RMS of all layers
 */
public record HealthRow(LayerHealth.Row layer, String shown, Stats outputs, double largestGradient) {

    /** Of its gradient. */
    public Verdict gradient() {
        return Verdict.ofGradient(layer.gradientRms(), largestGradient);
    }

    /** Of its updates. */
    public Verdict updates() {
        return Verdict.ofUpdateRatio(layer.updateRatio());
    }

    /** Of its dead units. */
    public Verdict dead() {
        return Verdict.ofDead(layer.deadShare());
    }

    /** Of its saturated values. */
    public Verdict saturated() {
        return Verdict.ofSaturated(layer.saturatedShare());
    }
}
