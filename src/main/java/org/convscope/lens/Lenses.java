package org.convscope.lens;

import java.util.List;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Frame;
import org.convscope.probe.Probe;
import org.convscope.problem.Problem;

/** The catalogue of lenses. */
public final class Lenses {

    /** Every way of looking, in the order in which the inspector offers them. */
    public static final List<Lens> ALL = List.of(
            new ActivationLens(),
            new CellSumLens(),
            new KernelLens(),
            new FilterBankLens(),
            new BiasLens(),
            new MapDistributionLens(),
            new DistributionLens(),
            new ActivationGradientLens(),
            new WeightGradientLens(),
            new ImageWeightGradientLens(),
            new WeightUpdateLens(),
            new DeadUnitsLens(),
            new LogitsLens(),
            new PredictionLens());

    private Lenses() {}

    /** The lens of this id; a Problem that lists the ids if there is none. */
    public static Lens byId(String id) {
        return ALL.stream().filter(lens -> lens.id().equals(id)).findFirst().orElseThrow(() -> Problem.of(
                        "lens.noLens", id, ids(ALL))
                .asException());
    }

    /** The lenses that have something to show of a node. */
    public static List<Lens> fitting(Blueprint blueprint, String node) {
        return ALL.stream().filter(lens -> lens.fits(blueprint, node)).toList();
    }

    /** Looks through a lens; a Problem that lists the fitting ones if it does not fit the focused node. */
    public static Probe<Frame> through(Lens lens) {
        return sight -> {
            String node = sight.node().id();
            if (!lens.fits(sight.blueprint(), node)) {
                throw Problem.of("lens.doesNotFit", lens.id(), node, ids(fitting(sight.blueprint(), node)))
                        .asException();
            }
            return lens.look(sight);
        };
    }

    private static String ids(List<Lens> lenses) {
        return lenses.stream().map(Lens::id).collect(Collectors.joining(", "));
    }
}
