package org.convscope.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.convscope.train.TrainEvent;

/**
 * Trains a run to its end and gathers what is compared. The layers are measured at every score, since a run that dies
 * or diverges gets its last good weights back, and those would tell nothing of why.
 */
public final class Trial implements Consumer<TrainEvent> {

    private final OpenRun run;
    private final String name;
    private final Consumer<TrainEvent> news;
    private final CompletableFuture<TrainEvent.StateChanged> end = new CompletableFuture<>();

    // What follows belongs to the run's thread.
    private final List<TrainEvent> scores = new ArrayList<>();
    private LayerHealth health;
    private long endedAt = -1;

    private Trial(OpenRun run, String name, Consumer<TrainEvent> news) {
        this.run = run;
        this.name = name;
        this.news = news;
    }

    /**
     * Begins to train; completes when the training has ended, by whatever.
     *
     * @param name what the run is called among the others
     * @param news hears every event, on the run's thread
     */
    public static CompletableFuture<Outcome> of(OpenRun run, String name, Consumer<TrainEvent> news) {
        Trial trial = new Trial(run, name, news);
        run.listen(trial);
        run.play();
        return trial.end.thenCompose(change -> run.health().thenApply(last -> {
            run.unlisten(trial);
            trial.keep(last);
            return trial.outcome(change);
        }));
    }

    @Override
    public void accept(TrainEvent event) {
        news.accept(event);
        if (event instanceof TrainEvent.SampleScored || event instanceof TrainEvent.EpochDone) {
            scores.add(event);
            var unused = run.health().thenAccept(this::keep);
        } else if (event instanceof TrainEvent.Ended ended) {
            endedAt = ended.step();
        } else if (event instanceof TrainEvent.Failed failed) {
            end.completeExceptionally(failed.failure());
        } else if (event instanceof TrainEvent.StateChanged change
                && change.to().isEnd()) {
            end.complete(change);
        }
    }

    private void keep(LayerHealth measured) {
        if (health == null || measured.stamp().step() >= health.stamp().step()) {
            health = measured;
        }
    }

    private Outcome outcome(TrainEvent.StateChanged change) {
        return Outcome.of(name, run.id(), run, change.to(), endedAt < 0 ? change.step() : endedAt, health, scores);
    }
}
