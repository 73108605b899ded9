package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Mosaic;
import org.convscope.probe.LastStep;
import org.convscope.probe.Sight;
import org.convscope.problem.Problem;

/** What the last step added to the weights of the focused map; a Problem before the first step. */
public final class WeightUpdateLens implements Lens {

    @Override
    public String id() {
        return "weight-update";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return Filter.fits(blueprint, node);
    }

    @Override
    public Mosaic look(Sight sight) {
        LastStep.Reading reading = new LastStep().read(sight);
        return Filter.picture(
                sight,
                reading.stamp(),
                reading.updates().weight().orElseThrow(() -> Problem.of("lens.noStep", reading.node())
                        .asException()),
                ColorMap.DIVERGING);
    }
}
