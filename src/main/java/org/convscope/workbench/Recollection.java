package org.convscope.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.convscope.run.RecordedRun;
import org.convscope.run.RunCard;
import org.convscope.run.Standing;
import org.convscope.train.TrainEvent;

/** What became of a run that was recorded: its numbers are read, its layers are measured on the network it left. */
public final class Recollection {

    private Recollection() {}

    /**
     * Looks at a recorded run or a saved network; nothing is written, and the run may be open elsewhere.
     *
     * @param name a run's id or folder, a model's id, or a file
     */
    public static CompletableFuture<Outcome> of(Workbench workbench, String name) {
        Optional<RecordedRun> recorded = workbench.runs().find(name);
        return workbench.open(name).thenCompose(run -> run.health().thenCompose(health -> run.close()
                .thenApply(closed -> recorded.map(past -> of(past, called(workbench, name), run, health))
                        .orElseGet(() -> of(name, run, health)))));
    }

    private static String called(Workbench workbench, String name) {
        return workbench.runs().entry(name).notes().name();
    }

    private static Outcome of(RecordedRun recorded, String name, OpenRun run, LayerHealth health) {
        RunCard card = recorded.card();
        Standing standing = card.standing();
        List<TrainEvent> past = recorded.past();
        return Outcome.of(
                name.isBlank() ? card.id() : name,
                card.id(),
                run,
                standing.state(),
                standing.step(),
                withGradients(health, past),
                past);
    }

    /** Of a saved network only the score on its card is known. */
    private static Outcome of(String name, OpenRun run, LayerHealth health) {
        return Outcome.of(
                        name, name, run, run.progress().state(), run.progress().step(), health, List.of())
                .knowing(run.testAccuracy());
    }

    /** The gradients of its last step are gone with it, but for those that were measured while it learned. */
    private static LayerHealth withGradients(LayerHealth health, List<TrainEvent> past) {
        Map<String, Double> gradients = new TreeMap<>();
        for (TrainEvent event : past) {
            if (event instanceof TrainEvent.LayersMeasured measured) {
                measured.layers().forEach(layer -> gradients.put(layer.node(), layer.gradientRms()));
            }
        }
        List<LayerHealth.Row> rows = health.layers().stream()
                .map(row -> new LayerHealth.Row(
                        row.node(),
                        gradients.getOrDefault(row.node(), row.gradientRms()),
                        row.updateRatio(),
                        row.activation(),
                        row.deadShare(),
                        row.saturatedShare()))
                .toList();
        return new LayerHealth(health.stamp(), rows);
    }
}
