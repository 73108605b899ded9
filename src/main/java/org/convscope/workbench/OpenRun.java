package org.convscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.data.Dataset;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Focus;
import org.convscope.spec.Scenario;
import org.convscope.spec.Steering;
import org.convscope.spec.Subject;
import org.convscope.tensor.Tensor;
import org.convscope.train.Examination;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;

/**
 * A run as a person has it before them. Every method may be called from any thread and returns at
 * once; answers and news come on the run's own thread, so whoever receives them must be brief.
 */
public interface OpenRun {

    /** Names the run in every stamp; also its folder's name, until a reset begins a record of its own. */
    String id();

    /** What makes the run what it is. */
    Scenario scenario();

    /** The network's drawing. */
    Blueprint blueprint();

    /** What the network costs. */
    Census census();

    /** The images it learns from and is tested on, prepared as the network is shown them. */
    Dataset dataset();

    /** How the engine computes; known once the network is born. */
    CompletableFuture<EngineReport> engine();

    /**
     * The file of another program that the network was read from: it is looked at, before whatever images, and does
     * not learn. Empty of a network of our own.
     */
    default Optional<Path> origin() {
        return Optional.empty();
    }

    /** How it stands with a run that somebody else writes, and that is only followed here; empty of any other. */
    default Optional<Watch> watch() {
        return Optional.empty();
    }

    /** Whether it does not learn here: another program's network, or a run that somebody else writes. */
    default boolean isOnlyLookedAt() {
        return origin().isPresent() || watch().isPresent();
    }

    /** The step of the weights that are seen; of a run that is watched it may be an earlier one than the last. */
    default long shownStep() {
        return progress().step();
    }

    /** What a person should know before believing what is shown; nothing of a network of our own. */
    default List<Problem> remarks() {
        return List.of();
    }

    /** Whether all of the network was understood when it was opened, so that its answers are its own. */
    default boolean isWhole() {
        return true;
    }

    /** Whether the images' labels are classes of the network. */
    default boolean isLabelled() {
        return true;
    }

    /** A test image of the dataset, by its index. */
    Subject testImage(int index);

    /** A picture from outside, of the shape that the dataset's own images have, prepared as they are. */
    default Subject picture(String name, Tensor own) {
        LabelledImages images = dataset().test();
        Tensor picture = images.pictureOf(own);
        return new Subject(name, images.imageOf(picture), picture, Subject.UNKNOWN);
    }

    /** Goes on learning. */
    void play();

    /** Stops after the current step; completes with the number of steps then done. */
    CompletableFuture<Long> pause();

    /** Learns one mini-batch, then pauses. */
    void step();

    /** Learns to the end of the current epoch, then pauses. */
    void epoch();

    /**
     * Begins no step once so many images are learned, all epochs together, and stays {@code RUNNING} until the bound is
     * raised; {@code Long.MAX_VALUE} is none. Completes with the number of steps done when no step is under way that was
     * begun without it. For whoever keeps several runs together.
     */
    CompletableFuture<Long> hold(long images);

    /** Ends the training; the network stays open to be looked at. */
    CompletableFuture<Long> stop();

    /** The first weights again, at step 0. What was recorded stays in the old run's folder. */
    void reset();

    /**
     * Changes how it learns from the next step on; {@link #listen} hears it. Completes with the number of steps that
     * were learned before, or with a Problem, and then everything is as it was.
     *
     * @param change of what is then in force, so that two changes at once both count
     */
    CompletableFuture<Long> steer(UnaryOperator<Steering> change);

    /** What is in force for the next step. */
    Steering steering();

    /** Every step, change and score that was recorded of it before it was opened, in order; none of a new run. */
    default List<TrainEvent> past() {
        return List.of();
    }

    /** How far it has come. */
    Progress progress();

    /** Who hears every event, in order, on the run's thread. */
    void listen(Consumer<TrainEvent> listener);

    /** Hears no more. */
    void unlisten(Consumer<TrainEvent> listener);

    /** Who hears what could not be recorded, on the run's thread; training goes on meanwhile. */
    void listenForTrouble(Consumer<Problem> listener);

    /** All nodes at once, as the network map shows them, and of the same step what is looked at closer. */
    default CompletableFuture<Sighting> see(Subject subject, Scope scope, Optional<Closer> closer) {
        Set<String> all = blueprint().nodes().stream().map(Node::id).collect(Collectors.toSet());
        return see(subject, scope, all, closer);
    }

    /** The same of these nodes and the last one: of no other a value is copied out of the network. */
    CompletableFuture<Sighting> see(Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer);

    /** One picture through one lens. */
    CompletableFuture<Frame> look(Lens lens, Focus focus);

    /** What was recorded of its weights, to go back to. */
    default History history() {
        return History.NONE;
    }

    /** Gradients, updates, dead and saturated units of every layer, on a fixed sample of test images. */
    CompletableFuture<LayerHealth> health();

    /**
     * Examines the whole test set as the network is now, in pieces between which others are answered. Ends with a
     * {@link java.util.concurrent.CancellationException} if that is wished, or if the network learns meanwhile.
     */
    CompletableFuture<Examination> examine(Loading asked);

    /**
     * What the network says of these test images, at least one, from one forward pass.
     *
     * @param step one of {@link #history}, or empty for now
     */
    CompletableFuture<Answers> answers(OptionalLong step, List<Integer> testImages);

    /** Writes the network with its card as one file that DL4J reads too; completes with the file. */
    CompletableFuture<Path> save(Path file);

    /** Where the run is recorded, from its first step on. */
    Path folder();

    /** Records the run as it is now; completes with the model file in its folder. */
    CompletableFuture<Path> record();

    /** Share of the whole test set that was right when it was last scored; NaN when not known. */
    double testAccuracy();

    /** Pauses, records the last step, and closes the network; completes when nothing is left to lose. */
    CompletableFuture<Void> close();
}
