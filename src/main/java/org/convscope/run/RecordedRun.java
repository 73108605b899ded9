package org.convscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.spec.Steering;
import org.convscope.train.Beginning;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;

/** A run as it was recorded, to be read or to go on with. */
public final class RecordedRun {

    private final RunStore store;
    private final RunFiles files;
    private Ownership ownership;

    RecordedRun(RunStore store, Path folder) {
        this.store = store;
        this.files = new RunFiles(folder);
    }

    /** Where it is. */
    public Path folder() {
        return files.folder();
    }

    /** What it is: the card of its network if one was saved, so that the two are of one moment. */
    public RunCard card() {
        return model().map(SavedModel::card).orElseGet(() -> RunCard.read(files.card()));
    }

    /** Its network; empty if the run ended before one was saved, so that it begins with its first weights. */
    public Optional<SavedModel> model() {
        return files.hasModel() ? Optional.of(ModelFile.open(files.model())) : Optional.empty();
    }

    /** Whether there is something to go on with: a saved network, or first weights, which its seed draws again. */
    public boolean canGoOn() {
        return files.hasModel() || first() == 1;
    }

    /** Every step that was recorded, those after the saved network included. */
    public List<StepDone> steps() {
        return files.readSteps();
    }

    /** Every score that was recorded, in order: of the sample, of training images, and of the whole test set. */
    public List<TrainEvent> scores() {
        return files.readScores();
    }

    /** Every change that a person made while it learned, in order. */
    public List<Steered> steered() {
        return files.readSteering(Steering.of(card().scenario().plan()));
    }

    /**
     * Where a trainer goes on with the saved network.
     *
     * @param firstWeights the weights of step 0, asked on the network's thread when the training is reset
     */
    public Beginning beginning(Supplier<Checkpoint> firstWeights) {
        long step = step();
        List<TrainEvent> past =
                scores().stream().filter(score -> score.step() <= step).toList();
        List<StepDone> steps = steps();
        // A model that was trained elsewhere begins with a later step than the first.
        long before = steps.isEmpty() ? step : steps.get(0).step() - 1;
        long closed = Math.max(before, last(EpochDone.class, past));
        List<StepDone> open = steps.stream()
                .filter(done -> done.step() > closed && done.step() <= step)
                .toList();
        if (open.size() < step - closed) {
            throw Problem.of("run.missingSteps", files.metrics(), open.size(), closed + 1, step)
                    .asException();
        }
        List<Steered> steered =
                steered().stream().filter(change -> change.step() <= step).toList();
        return new Beginning(step, open, last(SampleScored.class, past), steered, Optional.of(firstWeights));
    }

    /** How the layers fared whenever they were measured, in order. */
    public List<LayersMeasured> layers() {
        return files.readLayers();
    }

    /** Every step, change, score and measurement up to the saved network, in the order in which they came. */
    public List<TrainEvent> past() {
        long step = step();
        // Of one step its own news come first: what is measured and scored lies behind it, and a change counts from
        // the next one on.
        return Stream.<List<? extends TrainEvent>>of(steps(), layers(), scores(), steered())
                .<TrainEvent>flatMap(List::stream)
                .filter(event -> event.step() <= step)
                .sorted(Comparator.comparingLong(TrainEvent::step))
                .toList();
    }

    /**
     * Takes the run's folder, so that what is read from it now is still true when {@link #resume} goes on;
     * a Problem if somebody writes into it.
     */
    public RecordedRun claim() {
        if (ownership == null || !ownership.isValid()) {
            release();
            try {
                ownership = Ownership.of(files.folder());
            } catch (IOException failure) {
                throw WholeFile.problem(files.folder(), failure);
            }
        }
        return this;
    }

    /** Gives back what was claimed, for example because the run could not be opened after all. */
    public void release() {
        if (ownership != null) {
            ownership.close();
            ownership = null;
        }
    }

    /**
     * A recorder that goes on where the saved network stopped, on the network's thread; what was recorded
     * after it is forgotten. It owns the folder, claimed before or not.
     *
     * @param network with the saved weights, or its first ones if none were saved
     * @param trouble hears what could not be written, on the network's thread
     */
    public RunRecorder resume(Network network, Consumer<Problem> trouble) {
        claim();
        try {
            files.deleteParts();
        } catch (IOException failure) {
            throw WholeFile.problem(files.folder(), failure);
        }
        RunCard card = card();
        files.cutAfter(step(), Steering.of(card.scenario().plan()));
        return RunRecorder.resume(store, card.at(standing(card)), files, ownership, network, trouble);
    }

    /** How far it has come by its logs: a kill may come after a score was written and before the card was. */
    private Standing standing(RunCard card) {
        Standing saved = files.hasModel()
                ? card.standing()
                : Standing.beginning(card.standing().started());
        Optional<EpochDone> test = scores().stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .reduce((earlier, later) -> later);
        boolean done = test.filter(last -> last.step() == saved.step()
                        && last.epoch() == card.scenario().plan().epochs())
                .isPresent();
        TrainState state = saved.state() == TrainState.RUNNING ? TrainState.PAUSED : saved.state();
        return new Standing(
                done ? TrainState.FINISHED : state,
                saved.step(),
                saved.epoch(),
                test.map(EpochDone::trainLoss).orElse(saved.trainLoss()),
                test.map(EpochDone::trainAccuracy).orElse(saved.trainAccuracy()),
                test.map(EpochDone::testLoss).orElse(saved.testLoss()),
                test.map(EpochDone::testAccuracy).orElse(saved.testAccuracy()),
                saved.started(),
                done ? saved.ended().or(() -> Optional.of(store.clock().instant())) : saved.ended());
    }

    /** The first step that was recorded, or else the one that the card tells of. */
    private long first() {
        List<StepDone> steps = steps();
        return steps.isEmpty()
                ? RunCard.read(files.card()).standing().step()
                : steps.get(0).step();
    }

    private long step() {
        return model().map(model -> model.card().standing().step()).orElse(0L);
    }

    private static long last(Class<?> kind, List<TrainEvent> events) {
        return events.stream()
                .filter(kind::isInstance)
                .mapToLong(TrainEvent::step)
                .max()
                .orElse(0);
    }
}
