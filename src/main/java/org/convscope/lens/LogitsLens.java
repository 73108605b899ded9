package org.convscope.lens;

import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Bars;
import org.convscope.probe.Activations;
import org.convscope.probe.Sight;
import org.convscope.tensor.Stats;
import org.convscope.tensor.Tensor;

/** What the softmax is given for every class, by class index; bars below zero are negative. */
public final class LogitsLens implements Lens {

    @Override
    public String id() {
        return "logits";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint
                .source(blueprint.last().id())
                .id()
                .equals(blueprint.node(node).id());
    }

    @Override
    public Bars look(Sight sight) {
        Activations.Reading reading = new Activations(Set.of(sight.node().id())).read(sight);
        Tensor logits = reading.of(sight.node().id());
        Stats stats = logits.stats();
        double full = Math.max(Math.abs(stats.min()), Math.abs(stats.max()));
        return PredictionLens.bars(reading.stamp(), logits, full == 0 ? 1 : full);
    }
}
