package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StateChanged;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;
import org.convscope.train.TrainState;

/**
 * Writes down a training while it happens: every step and score, and the network at the end of every
 * epoch, within a long one as {@link SavingPace} says, and whenever the training comes to rest. It listens
 * to a trainer and belongs to the network's thread, so what it writes is true of one moment.
 *
 * <p>Beside it the parameters of many steps are put down as they were: see {@link SnapshotRecorder}.
 *
 * <p>The folder begins with the first step. A reset ends the record, and another one begins in a folder
 * of its own. If the disk refuses something, the trouble is told once, the training goes on, and nothing
 * is half-written; the next time everything that waited is written. From its first word to its close the
 * folder is this recorder's alone: see {@link Ownership}.
 */
public final class RunRecorder implements Consumer<TrainEvent> {

    private final RunStore store;
    private final Network network;
    private final Consumer<Problem> trouble;
    private final Clock clock;
    private volatile RunCard card;
    private volatile RunFiles files;
    private SavingPace pace;
    private EventLog metrics;
    private EventLog scores;
    private EventLog steering;
    private volatile SnapshotRecorder snapshots;
    private EventLog layers;
    private Ownership ownership;
    private boolean begun;
    private boolean troubled;
    private boolean filmTroubled;

    private RunRecorder(RunStore store, Network network, Consumer<Problem> trouble) {
        this.store = store;
        this.network = network;
        this.trouble = trouble;
        this.clock = store.clock();
    }

    static RunRecorder begin(RunStore store, RunCard card, Network network, Consumer<Problem> trouble) {
        RunRecorder recorder = new RunRecorder(store, network, trouble);
        recorder.open(card, new RunFiles(store.folder(card.id())));
        return recorder;
    }

    /** A recorder that never hears of a step, and so writes nothing into the files that it stands for. */
    static RunRecorder idle(RunStore store, RunCard card, RunFiles files, Network network, Consumer<Problem> trouble) {
        RunRecorder recorder = new RunRecorder(store, network, trouble);
        recorder.open(card, files);
        return recorder;
    }

    static RunRecorder resume(
            RunStore store,
            RunCard card,
            RunFiles files,
            Ownership ownership,
            Network network,
            Consumer<Problem> trouble) {
        RunRecorder recorder = new RunRecorder(store, network, trouble);
        recorder.open(card, files);
        recorder.ownership = ownership;
        recorder.begun = true;
        recorder.attempt(() -> recorder.snapshots.resume(files.readScores().stream()
                .filter(EpochDone.class::isInstance)
                .map(TrainEvent::step)
                .toList()));
        return recorder;
    }

    /** The run's card as it is now; from any thread. */
    public RunCard card() {
        return card;
    }

    /** Where the run is recorded, from its first step on; from any thread. */
    public Path folder() {
        return files.folder();
    }

    /** What can be gone back to; another record after a reset. From any thread. */
    public Snapshots snapshots() {
        return snapshots.snapshots();
    }

    /** Writes an event down. */
    @Override
    public void accept(TrainEvent event) {
        if (event instanceof StepDone done) {
            begin();
            metrics.append(EventLines.line(done));
            stand(event, card.standing().state(), done.epoch());
            // A loss that is no number ends the training; the weights behind it are not worth the last good ones.
            if (Double.isFinite(done.loss())) {
                film(snapshots::learned);
                if (pace.isDue()) {
                    attempt(this::writeAll);
                }
            }
        } else if (event instanceof SampleScored score) {
            scores.append(EventLines.line(score));
            attempt(this::flush);
        } else if (event instanceof TrainSampleScored score) {
            scores.append(EventLines.line(score));
        } else if (event instanceof LayersMeasured measured) {
            LayerLines.lines(measured).forEach(layers::append);
        } else if (event instanceof EpochDone done) {
            scores.append(EventLines.line(done));
            learned(done);
            film(snapshots::endEpoch);
            attempt(this::writeAll);
        } else if (event instanceof Steered steered) {
            // Before the first step there is no folder yet; then it waits in memory.
            steering.append(EventLines.line(steered));
            if (begun) {
                attempt(this::flush);
            }
        } else if (event instanceof StateChanged change) {
            stand(event, change.to(), card.standing().epoch());
            if (change.to() == TrainState.RUNNING) {
                snapshots.begin();
            }
            rest(change);
        } else if (event instanceof TrainEvent.Reset) {
            reset();
        }
    }

    /** Writes everything down as it is now; the model file is there afterwards, or a Problem is thrown. */
    public Path record() {
        begin();
        try {
            writeAll();
        } catch (IOException failure) {
            throw WholeFile.problem(folder(), failure);
        }
        return files.model();
    }

    /** Ends the record, if it has begun, for now or for good, and lets go of its folder. */
    public void close() {
        if (begun) {
            end();
            attempt(this::writeAll);
        }
        release();
    }

    /** Lets go of the folder as it is. */
    void release() {
        if (ownership != null) {
            ownership.close();
            ownership = null;
        }
    }

    private void open(RunCard first, RunFiles where) {
        card = first;
        files = where;
        pace = store.pace();
        metrics = new EventLog(files.metrics(), EventLines.STEPS);
        scores = new EventLog(files.scores(), EventLines.SCORES);
        steering = new EventLog(files.steering(), EventLines.STEERING);
        snapshots = new SnapshotRecorder(files.snapshots(), network, System::nanoTime);
        layers = new EventLog(files.layers(), LayerLines.HEADER);
    }

    private void begin() {
        if (!begun) {
            begun = true;
            Standing now = Standing.beginning(clock.instant());
            card = card.at(with(now, card.standing().state(), network.step(), now.epoch(), Optional.empty()));
            attempt(this::writeCard);
            pace = store.pace();
            if (network.step() > 1) {
                // It goes on from trained weights, which nothing could give back; first weights are drawn again.
                pace.hurry();
            }
        }
    }

    private void rest(StateChanged change) {
        if (!begun) {
            return;
        }
        if (change.to().isEnd()) {
            end();
        }
        if (change.to() == TrainState.RUNNING || change.to() == TrainState.FAILED) {
            // What a failing network holds is not worth more than what was saved before.
            attempt(this::flush);
            attempt(this::writeCard);
        } else if (change.to() != TrainState.READY) {
            attempt(this::writeAll);
        }
    }

    private void reset() {
        if (begun) {
            attempt(this::flush);
            begun = false;
        }
        release();
        String id = store.newId(network.blueprint().network());
        open(card.renamed(id).at(Standing.beginning(clock.instant())), new RunFiles(store.folder(id)));
    }

    private void learned(EpochDone done) {
        Standing old = card.standing();
        card = card.at(new Standing(
                old.state(),
                done.step(),
                done.epoch(),
                done.trainLoss(),
                done.trainAccuracy(),
                done.testLoss(),
                done.testAccuracy(),
                old.started(),
                Optional.empty()));
    }

    private void stand(TrainEvent event, TrainState state, int epoch) {
        card = card.at(with(card.standing(), state, event.step(), epoch, Optional.empty()));
    }

    private void end() {
        Standing old = card.standing();
        card = card.at(with(old, old.state(), old.step(), old.epoch(), Optional.of(clock.instant())));
    }

    private static Standing with(Standing old, TrainState state, long step, int epoch, Optional<Instant> ended) {
        return new Standing(
                state,
                step,
                epoch,
                old.trainLoss(),
                old.trainAccuracy(),
                old.testLoss(),
                old.testAccuracy(),
                old.started(),
                ended);
    }

    private void own() throws IOException {
        if (ownership == null || !ownership.isValid()) {
            release();
            Files.createDirectories(files.folder());
            ownership = Ownership.of(files.folder());
        }
    }

    private void flush() throws IOException {
        own();
        steering.flush();
        metrics.flush();
        scores.flush();
        layers.flush();
    }

    private void writeCard() throws IOException {
        own();
        card.write(files.card());
    }

    private void writeAll() throws IOException {
        long start = pace.now();
        try {
            flush();
            card = ModelFile.write(files.model(), card, network);
            writeCard();
        } finally {
            pace.saved(start);
        }
        // Only now is nothing left that waits: a card that fits on a full disk does not end the trouble.
        troubled = false;
    }

    /** Something that the disk may refuse. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt writing) {
        try {
            writing.run();
        } catch (ProblemException failure) {
            tell(failure.problem());
        } catch (IOException failure) {
            tell(WholeFile.problem(files.folder(), failure).problem());
        }
    }

    /** Snapshots alone may be refused; that is told once, however often the rest is written meanwhile. */
    private void film(Attempt snapshot) {
        try {
            own();
            snapshot.run();
            filmTroubled = false;
        } catch (ProblemException failure) {
            film(failure.problem());
        } catch (IOException failure) {
            film(WholeFile.problem(files.snapshots(), failure).problem());
        }
    }

    private void film(Problem problem) {
        if (!filmTroubled) {
            filmTroubled = true;
            tell(problem);
        }
    }

    private void tell(Problem problem) {
        if (!troubled) {
            troubled = true;
            trouble.accept(problem);
        }
    }
}
