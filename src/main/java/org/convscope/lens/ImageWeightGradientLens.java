package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Mosaic;
import org.convscope.probe.Gradients;
import org.convscope.probe.Sight;

/** How the subject's loss changes with the weights of the focused map: it follows from the weights, at any step. */
public final class ImageWeightGradientLens implements Lens {

    @Override
    public String id() {
        return "image-weight-gradient";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return Filter.fits(blueprint, node);
    }

    @Override
    public Mosaic look(Sight sight) {
        Gradients.Reading reading = new Gradients().read(sight);
        return Filter.picture(
                sight, reading.stamp(), reading.parameters().weight().orElseThrow(), ColorMap.DIVERGING);
    }
}
