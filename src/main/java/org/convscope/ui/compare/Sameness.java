package org.convscope.ui.compare;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.spec.Contrast;
import org.convscope.spec.Scenario;
import org.convscope.workbench.OpenRun;

/**
 * What differs between runs and what does not.
 *
 * @param differences in the order of the scenarios' words
 * @param seed whether all begin with the same seed
 * @param batches whether all learn the same images in the same order, in batches of the same size
 * @param weights how many of their layers begin with the same weights
 */
record Sameness(List<Contrast.Difference> differences, boolean seed, boolean batches, Share weights) {

    /** How many. */
    enum Share {
        ALL,
        SOME,
        NONE
    }

    /** Words of a scenario that decide which images come in which batch. */
    private static final Set<String> ORDER =
            Set.of("data", "seed", "batch", "limit", "input", "fit", "colour", "normalise", "augment");

    Sameness {
        differences = List.copyOf(differences);
    }

    static Sameness of(List<OpenRun> runs) {
        List<Scenario> scenarios = runs.stream().map(OpenRun::scenario).toList();
        List<Contrast.Difference> differences = Contrast.differences(scenarios);
        boolean sameSeed = differences.stream().noneMatch(one -> one.what().equals("seed"));
        boolean sameBatches = differences.stream().noneMatch(one -> ORDER.contains(one.what()))
                && runs.stream()
                                .map(run -> run.steering().batchSize())
                                .distinct()
                                .count()
                        == 1;
        return new Sameness(differences, sameSeed, sameBatches, sameSeed ? weights(runs) : Share.NONE);
    }

    /**
     * First weights are drawn for each layer by seed, name and shape: those with the same name, shape and kind of
     * drawing begin alike, whatever stands between them.
     */
    private static Share weights(List<OpenRun> runs) {
        boolean sameDrawing = runs.stream()
                        .map(run -> run.blueprint().initialisation())
                        .distinct()
                        .count()
                == 1;
        List<Set<String>> layers =
                runs.stream().map(run -> layers(run.blueprint())).toList();
        Set<String> common = layers.get(0).stream()
                .filter(layer -> layers.stream().allMatch(others -> others.contains(layer)))
                .collect(Collectors.toSet());
        if (!sameDrawing || common.isEmpty()) {
            return Share.NONE;
        }
        return layers.stream().allMatch(common::equals) ? Share.ALL : Share.SOME;
    }

    private static Set<String> layers(Blueprint network) {
        return Census.of(network).rows().stream()
                .filter(row -> row.parameters().total() > 0)
                .map(row -> row.node().id() + " " + row.node().op() + " "
                        + network.shape(row.node().inputs().get(0)))
                .collect(Collectors.toSet());
    }
}
