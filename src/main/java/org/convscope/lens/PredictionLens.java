package org.convscope.lens;

import java.util.Set;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Bars;
import org.convscope.probe.Activations;
import org.convscope.probe.Sight;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** The probability of every class, by class index. */
public final class PredictionLens implements Lens {

    @Override
    public String id() {
        return "prediction";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.last().id().equals(blueprint.node(node).id());
    }

    @Override
    public Bars look(Sight sight) {
        Activations.Reading reading =
                new Activations(Set.of(sight.blueprint().last().id())).read(sight);
        return bars(reading.stamp(), reading.of(sight.blueprint().last().id()), 1);
    }

    static Bars bars(Stamp stamp, Tensor values, double full) {
        return new Bars(
                stamp,
                IntStream.range(0, values.size())
                        .mapToObj(i -> new Bars.Bar(i, values.flat(i)))
                        .toList(),
                full);
    }
}
