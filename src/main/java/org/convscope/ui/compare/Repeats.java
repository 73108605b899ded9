package org.convscope.ui.compare;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.spec.Scenario;
import org.convscope.train.TrainEvent;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/**
 * Trains the runs of a comparison again from other seeds, one after the other beside the runs themselves, so that they
 * take no more than one share of the machine. Each is recorded.
 */
final class Repeats {

    /** Seeds besides the run's own. */
    private static final int MORE_SEEDS = 2;

    private final Workbench workbench;
    private final Runnable changed;
    private final Consumer<Throwable> failed;
    private final Consumer<Heard> heard;
    private final Consumer<Came> came;
    private final Queue<Job> waiting = new ArrayDeque<>();
    private Job current;
    private OpenRun run;
    private int all;
    private int done;

    private record Job(Scores scores, Scenario scenario, Cancellation cancellation) {}

    private record Heard(Job job, TrainEvent event) {}

    private record Came(Job job, OpenRun run, Throwable wrong) {}

    /** Nothing is repeated; {@code changed} is called whenever a curve has grown. */
    Repeats(Workbench workbench, Pulse pulse, Runnable changed, Consumer<Throwable> failed) {
        this.workbench = workbench;
        this.changed = changed;
        this.failed = failed;
        this.heard = pulse.every(all -> all.forEach(this::hear));
        this.came = pulse.every(all -> all.forEach(this::take));
    }

    /** Repeats all of these that were not repeated yet. */
    void begin(List<Side> sides) {
        for (int seed = 1; seed <= MORE_SEEDS; seed++) {
            for (Side side : sides) {
                if (side.repeats().size() < MORE_SEEDS) {
                    Scores scores = new Scores(side.run().blueprint().classes());
                    side.repeats().add(scores);
                    waiting.add(new Job(scores, withSeed(side.run().scenario(), seed), new Cancellation()));
                    all++;
                }
            }
        }
        next();
    }

    /** Repeats no more; what was being trained is recorded and closed. */
    void end() {
        waiting.clear();
        if (current != null) {
            current.cancellation.cancel();
        }
        current = null;
        close();
        all = 0;
        done = 0;
    }

    /** How many trainings there are, those that are over included. */
    int all() {
        return all;
    }

    /** How many of them are over. */
    int done() {
        return done;
    }

    private void next() {
        if (current != null) {
            return;
        }
        current = waiting.poll();
        if (current != null) {
            Job job = current;
            var unused = workbench
                    .begin(job.scenario, new Loading(read -> {}, job.cancellation))
                    .whenComplete((opened, wrong) -> came.accept(new Came(job, opened, wrong)));
        }
        changed.run();
    }

    private void take(Came arrived) {
        if (!arrived.job.equals(current)) {
            if (arrived.run != null) {
                var unused = arrived.run.close();
            }
        } else if (arrived.wrong != null) {
            failed.accept(arrived.wrong instanceof CompletionException ? arrived.wrong.getCause() : arrived.wrong);
            finish();
        } else {
            run = arrived.run;
            run.listen(event -> heard.accept(new Heard(arrived.job, event)));
            run.play();
        }
    }

    private void hear(Heard news) {
        if (news.job.equals(current)) {
            current.scores.add(news.event);
            if (news.event instanceof TrainEvent.StateChanged change
                    && change.to().isEnd()) {
                finish();
            } else if (!(news.event instanceof TrainEvent.StepDone)) {
                changed.run();
            }
        }
    }

    private void finish() {
        done++;
        current = null;
        close();
        next();
    }

    private void close() {
        if (run != null) {
            var unused = run.close().whenComplete((closed, wrong) -> {
                if (wrong != null) {
                    failed.accept(wrong);
                }
            });
            run = null;
        }
    }

    private static Scenario withSeed(Scenario made, int more) {
        long seed = made.plan().seed() + more;
        return new Scenario(
                made.data(), made.network(), made.options(), made.plan().withSeed(seed), made.preparation());
    }
}
