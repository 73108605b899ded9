package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.spec.Steering;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;

/**
 * Reads a run while somebody else writes it, on this machine or on another that shares the folder. It takes no lock and
 * writes nothing. Files that are replaced are moved into their place whole, so a network is never half of one and half
 * of another; logs only grow, and a last line that is torn is waited for. One thread at a time.
 */
public final class RunFollower {

    private final RunStore store;
    private final RunFiles files;
    private final LogTail<StepDone> steps;
    private final LogTail<TrainEvent> scores;
    private final LogTail<Steered> steering;
    private final LogTail<LayersMeasured> layers;
    private final List<LayersMeasured> measuring = new ArrayList<>();
    private final List<TrainEvent> waiting = new ArrayList<>();
    private volatile Steering inForce;
    private RunCard card;
    private volatile String loaded = "";
    private long lastStep;

    /**
     * What one look found.
     *
     * @param card how the run stands
     * @param isAnew whether the run was cut back or begun again, so that {@code news} are all there are
     * @param news steps, changes, scores and measurements that came since the look before, in order
     * @param isSaved whether there is another network to {@link #load} than the last one
     */
    public record Look(RunCard card, boolean isAnew, List<TrainEvent> news, boolean isSaved) {

        public Look {
            news = List.copyOf(news);
        }
    }

    RunFollower(RunStore store, Path folder) {
        this.store = store;
        this.files = new RunFiles(folder);
        this.steps = new LogTail<>(files.metrics(), EventLines::step);
        this.scores = new LogTail<>(files.scores(), EventLines::score);
        this.steering = new LogTail<>(files.steering(), this::steered);
        this.layers = new LogTail<>(files.layers(), LayerLines::parse);
    }

    /** Where the run is. */
    public Path folder() {
        return files.folder();
    }

    /** Reads what is new; a Problem if there is no run here any more, or none that is understood. */
    public Look look() {
        card = RunCard.read(files.card());
        try {
            boolean isAnew = steps.isReplaced() || scores.isReplaced() || steering.isReplaced() || layers.isReplaced();
            if (isAnew || inForce == null) {
                rewind();
            }
            return new Look(card, isAnew, news(), isSaved());
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", files.folder(), WholeFile.reason(failure))
                    .asException(failure);
        }
    }

    /** Loads the network that was saved last, on its thread; returns its step. A Problem leaves it as it was. */
    public long load(Network network) {
        RunCard saved = SavedModel.load(files.model(), network);
        loaded = saved.sha256();
        return saved.standing().step();
    }

    /** When the network that was saved last was written, by the clock of whoever keeps the file; 0 for never. */
    public long savedMillis() {
        return files.model().toFile().lastModified();
    }

    /** A recorder that has nothing to write, for a network that is only looked at; on the network's thread. */
    public RunRecorder idle(Network network, Consumer<Problem> trouble) {
        return RunRecorder.idle(store, card, files, network, trouble);
    }

    /** What is in force for the next step, as far as it was recorded. */
    public Steering steering() {
        return inForce;
    }

    private void rewind() {
        steps.rewind();
        scores.rewind();
        steering.rewind();
        layers.rewind();
        measuring.clear();
        waiting.clear();
        lastStep = 0;
        inForce = Steering.of(card.scenario().plan());
    }

    private List<TrainEvent> news() throws IOException {
        // Written in the other order: of whatever is read of one file, the next one holds as much at least.
        List<LayersMeasured> measured = measured();
        List<TrainEvent> scored = scores.more();
        List<StepDone> done = steps.more();
        List<Steered> changed = steering.more();
        if (!done.isEmpty()) {
            lastStep = done.get(done.size() - 1).step();
        }
        List<TrainEvent> news = Stream.<List<? extends TrainEvent>>of(done, waiting, measured, scored, changed)
                .<TrainEvent>flatMap(List::stream)
                .sorted(Comparator.comparingLong(TrainEvent::step))
                .toList();
        waiting.clear();
        news.stream().filter(event -> event.step() > lastStep).forEach(waiting::add);
        return news.stream().filter(event -> event.step() <= lastStep).toList();
    }

    /** Measurements of the layers that are whole: of the newest, a line may be on its way, unless none has come since. */
    private List<LayersMeasured> measured() throws IOException {
        List<LayersMeasured> lines = layers.more();
        long open =
                lines.isEmpty() ? Long.MAX_VALUE : lines.get(lines.size() - 1).step();
        measuring.addAll(lines);
        List<LayersMeasured> whole =
                measuring.stream().filter(line -> line.step() < open).toList();
        measuring.removeIf(line -> line.step() < open);
        return LayerLines.joined(whole);
    }

    /** Whether the checksum on the card is another one than that of the network that was loaded last. */
    private boolean isSaved() {
        return !card.sha256().equals(loaded) && Files.exists(files.model());
    }

    private Steered steered(String line) {
        Steered change = EventLines.steered(line, inForce);
        inForce = change.now();
        return change;
    }
}
