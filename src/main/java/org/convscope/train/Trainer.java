package org.convscope.train;

import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.convscope.data.LabelledImages;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;

/**
 * Trains a network. Every method may be called from any thread and returns at once; what it asks for
 * happens on the network's thread, between two steps, in the order of the calls. What the state does
 * not allow is ignored, so that a button pressed twice does no harm.
 *
 * <p>It takes {@link Turns} with whoever asks the network a question. A turn first does what was asked
 * for, then one piece of work: nobody waits for more than a step, or {@value Scorer#CHUNK} images of a
 * score. Who only looks is answered within a long step, too, and a pause in the middle of one gives it up: the
 * network stays as it was before, and the same step is learned when the training goes on.
 */
public final class Trainer {

    private enum Wish {
        PLAY,
        STEP,
        EPOCH,
        HOLD,
        PAUSE,
        STOP,
        RESET,
        STEER,
        CLOSE
    }

    /** Wishes that leave the open step to its end; any other one has it in vain, to be learned again or never. */
    private static final Set<Wish> PATIENT = EnumSet.of(Wish.PLAY, Wish.STEP, Wish.EPOCH, Wish.STEER, Wish.HOLD);

    private record Request(Wish wish, UnaryOperator<Steering> change, CompletableFuture<Long> answer) {

        static Request of(Wish wish) {
            return new Request(wish, UnaryOperator.identity(), new CompletableFuture<>());
        }

        boolean endsStep() {
            return !PATIENT.contains(wish);
        }
    }

    private final Turns turns;
    private final Beginning beginning;
    private final News news = new News();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile Progress progress;
    private volatile long bound = Long.MAX_VALUE;
    private volatile Steering steering;

    // What follows belongs to the network's thread.
    private final Course course;
    private final Speedometer speed = new Speedometer(System::nanoTime);
    private Checkpoint first;
    private boolean met;
    private long goal;
    private boolean closed;

    /** A trainer for a new network, which nobody else changes from now on. */
    public Trainer(
            NetworkThread thread, LabelledImages train, LabelledImages test, TrainingPlan plan, Sampling sampling) {
        this(thread, train, test, plan, sampling, Beginning.FRESH);
    }

    /** A trainer for a network that has learned {@code beginning.step()} steps of the same plan already. */
    public Trainer(
            NetworkThread thread,
            LabelledImages train,
            LabelledImages test,
            TrainingPlan plan,
            Sampling sampling,
            Beginning beginning) {
        this.turns = new Turns(thread, this::work, this::failed, this::refuse);
        this.beginning = beginning;
        Breath breath = new Breath(
                System::nanoTime,
                () -> requests.isEmpty() || requests.stream().noneMatch(Request::endsStep),
                thread::answerLooks,
                share -> tell(underWay(share)));
        this.course = new Course(train, test, plan, sampling, beginning, breath, System::nanoTime);
        this.steering = course.steering();
        TrainState state = TrainState.READY;
        if (course.step() > 0) {
            state = course.isDone() ? TrainState.FINISHED : TrainState.PAUSED;
        }
        this.progress = course.progress(state, Double.NaN);
    }

    /** Learns until the plan is done. */
    public void play() {
        send(Request.of(Wish.PLAY));
    }

    /** Learns one mini-batch, looks at it closely, makes the scores that are due after it, then pauses. */
    public void step() {
        send(Request.of(Wish.STEP));
    }

    /** Learns to the end of the open epoch, or of the next one if none is open, tests, then pauses. */
    public void epoch() {
        send(Request.of(Wish.EPOCH));
    }

    /**
     * Pauses when the current step is over, or given up; in the middle of a score, which goes on later. Completes
     * with the number of steps then done, at once if nothing runs.
     */
    public CompletableFuture<Long> pause() {
        return request(Wish.PAUSE);
    }

    /** Ends the training when the current step is over, or given up; completes with the number of steps then done. */
    public CompletableFuture<Long> stop() {
        return request(Wish.STOP);
    }

    /** Takes up the first weights again, at step 0, in whatever state the training is. */
    public void reset() {
        send(Request.of(Wish.RESET));
    }

    /**
     * Changes how it learns from the next step on, whether it runs or rests; ignored of a training that has ended.
     * Completes with the number of steps that were learned before, or with a Problem if what comes out of
     * {@code change} is not possible here: then everything stays as it was.
     */
    public CompletableFuture<Long> steer(UnaryOperator<Steering> change) {
        Request request = new Request(Wish.STEER, change, new CompletableFuture<>());
        send(request);
        return request.answer;
    }

    /** What is in force for the next step. */
    public Steering steering() {
        return steering;
    }

    /** Pauses, and does nothing more whatever is asked; the network stays open. */
    public CompletableFuture<Long> close() {
        return request(Wish.CLOSE);
    }

    /**
     * Lets it begin no step once it has learned so many images, all epochs together. It stays {@code RUNNING} meanwhile,
     * makes the scores that are due, and goes on when the bound is raised; {@code Long.MAX_VALUE} is none. Completes
     * with the number of steps done when no step is under way that was begun without it.
     */
    public CompletableFuture<Long> hold(long images) {
        bound = images;
        return request(Wish.HOLD);
    }

    /** Where the training stands. */
    public TrainState state() {
        return progress.state();
    }

    /** How far the training has come. */
    public Progress progress() {
        return progress;
    }

    /** Who hears every event from now on, in order, on the network's thread; it must be brief. */
    public void listen(Consumer<TrainEvent> listener) {
        news.add(listener);
    }

    /** Hears no more. */
    public void unlisten(Consumer<TrainEvent> listener) {
        news.remove(listener);
    }

    private CompletableFuture<Long> request(Wish wish) {
        Request request = Request.of(wish);
        send(request);
        return request.answer;
    }

    private void send(Request request) {
        requests.add(request);
        turns.wish();
    }

    private void refuse(Throwable reason) {
        for (Request next = requests.poll(); next != null; next = requests.poll()) {
            next.answer.completeExceptionally(reason);
        }
    }

    // Told by the next turn, so that it is told on the network's thread.
    private void failed(Throwable thrown) {
        failure.set(thrown);
        turns.wish();
    }

    private TrainEvent underWay(double share) {
        return new TrainEvent.StepUnderWay(course.step(), share);
    }

    private void work(Network network) {
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            fail(thrown);
        }
        for (Request next = requests.poll(); next != null; next = requests.poll()) {
            try {
                grant(next, network);
                next.answer.complete(course.step());
            } catch (ProblemException refused) {
                if (next.wish != Wish.STEER) {
                    throw refused;
                }
                next.answer.completeExceptionally(refused);
            }
        }
        // Whoever raises the bound wishes for a turn.
        if (state() == TrainState.RUNNING && !isHeld()) {
            course.advance(network, this::tell);
            rest();
            turns.wish();
        }
    }

    private boolean isHeld() {
        return course.isStepNext() && progress.images() >= bound;
    }

    private void fail(Throwable thrown) {
        tell(new TrainEvent.Failed(course.step(), thrown));
        become(TrainState.FAILED);
    }

    private void grant(Request request, Network network) {
        if (!closed) {
            switch (request.wish) {
                case PLAY -> run(network, Long.MAX_VALUE);
                case STEP -> step(network);
                case EPOCH -> run(network, course.endOfEpoch());
                    // The bound is in force since it was said.
                case HOLD -> {}
                case PAUSE -> pauseHere();
                case STOP -> become(TrainState.STOPPED);
                case RESET -> restart(network);
                case STEER -> steer(request.change, network);
                case CLOSE -> {
                    pauseHere();
                    closed = true;
                }
            }
        }
    }

    private void run(Network network, long until) {
        if (state() == TrainState.RUNNING || state().mayBecome(TrainState.RUNNING)) {
            meet(network);
            goal = until;
            speed.start(progress.images());
            become(TrainState.RUNNING);
        }
    }

    private void step(Network network) {
        run(network, course.step() + 1);
        if (state() == TrainState.RUNNING) {
            course.studyNextStep();
        }
    }

    private void steer(UnaryOperator<Steering> change, Network network) {
        if (!state().isEnd()) {
            meet(network);
            course.steer(network, change).ifPresent(steered -> {
                steering = steered.now();
                tell(steered);
            });
        }
    }

    private void meet(Network network) {
        if (!met) {
            Checkpoint now = network.checkpoint();
            course.open(network, now);
            met = true;
            // Whoever can draw them again needs no second copy of them, which may be half a gigabyte.
            first = beginning.firstWeights().isPresent() ? null : now;
        }
    }

    private void pauseHere() {
        if (state() == TrainState.RUNNING) {
            become(TrainState.PAUSED);
        }
    }

    private void restart(Network network) {
        pauseHere();
        meet(network);
        course.restart(network, beginning.firstWeights().map(Supplier::get).orElse(first));
        steering = course.steering();
        tell(new TrainEvent.Reset(course.step()));
        become(TrainState.READY);
    }

    private void rest() {
        if (course.end().isPresent()) {
            become(course.end().get().state());
        } else if (course.isDone()) {
            become(TrainState.FINISHED);
        } else if (course.isStepNext() && course.step() >= goal) {
            become(TrainState.PAUSED);
        }
    }

    private void become(TrainState next) {
        TrainState from = state();
        if (from != next && from.mayBecome(next)) {
            progress = course.progress(next, speed.imagesPerSecond());
            news.tell(new TrainEvent.StateChanged(course.step(), from, next));
        }
    }

    private void tell(TrainEvent event) {
        if (event instanceof TrainEvent.StepDone done) {
            speed.pass(done.images());
        }
        progress = course.progress(state(), speed.imagesPerSecond());
        news.tell(event);
    }
}
