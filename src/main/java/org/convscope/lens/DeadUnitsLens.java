package org.convscope.lens;

import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.Bars;
import org.convscope.probe.Health;
import org.convscope.probe.Sight;

/** For which share of the sample's images every unit gives anything but zero; an empty bar is a dead unit. */
public final class DeadUnitsLens implements Lens {

    @Override
    public String id() {
        return "dead-units";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return blueprint.node(node).op() instanceof Op.Activation;
    }

    @Override
    public Bars look(Sight sight) {
        Health.Units units = Health.units(sight, sight.node().id());
        return new Bars(
                sight.stamp(),
                IntStream.range(0, units.units())
                        .mapToObj(unit ->
                                new Bars.Bar(unit, (double) units.activeImages().get(unit) / units.images()))
                        .toList(),
                1);
    }
}
