package org.convscope.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.Dataset;
import org.convscope.data.Loading;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.RunFollower;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Focus;
import org.convscope.spec.Scenario;
import org.convscope.spec.Steering;
import org.convscope.spec.Subject;
import org.convscope.train.Examination;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;

/**
 * A run that somebody else writes, followed live: its news come from its files, and its network is loaded again
 * whenever another one was saved. What is to be seen is seen with a network of our own; what would change it is
 * refused, and the refusal says why.
 */
final class WatchedRun implements OpenRun {

    /** After so many looks in a row that could not read the network, a person is told. */
    private static final int PATIENCE = 4;

    private final LiveRun seen;
    private final RunFollower follower;
    private final Executor later;
    private final Clock clock = Clock.systemUTC();
    private final List<TrainEvent> past = new ArrayList<>();
    private final List<Consumer<TrainEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Problem>> troubled = new CopyOnWriteArrayList<>();
    private final WatchedCourse course;
    private volatile Progress progress;
    private volatile Watch watch;
    private volatile double testAccuracy;
    private final AtomicBoolean following = new AtomicBoolean();
    private int misses;
    private int unreadable;

    /**
     * A watch over a run.
     *
     * @param seen the network as it was saved last, for looking at
     * @param first what the first look found
     * @param savedStep the step of that network
     * @param later does something after a moment
     */
    WatchedRun(LiveRun seen, RunFollower follower, RunFollower.Look first, long savedStep, Executor later) {
        this.seen = seen;
        this.follower = follower;
        this.later = later;
        this.course = new WatchedCourse(first.card());
        first.news().forEach(this::remember);
        this.progress = course.progress();
        this.testAccuracy = first.card().standing().testAccuracy();
        this.watch = new Watch(savedStep, savedAt(), true);
    }

    /** Looks again and again, until the run is closed: from when somebody listens, so that nothing is missed. */
    private void follow() {
        if (!seen.isClosing()) {
            var unused = CompletableFuture.runAsync(this::look, later).whenComplete((done, failure) -> {
                if (failure == null) {
                    follow();
                } else {
                    tell(new TrainEvent.Failed(progress.step(), failure.getCause()));
                }
            });
        }
    }

    /** Reads what is new, and tells of it, on the calling thread. */
    synchronized void look() {
        try {
            take(follower.look());
        } catch (ProblemException wrong) {
            miss(wrong);
        }
    }

    private void take(RunFollower.Look look) {
        misses = 0;
        if (!watch.isThere()) {
            watch = new Watch(watch.savedStep(), watch.savedAt(), true);
        }
        if (look.isSaved()) {
            load();
        }
        if (look.isAnew()) {
            forget();
        }
        TrainState before = course.state();
        course.stand(look.card());
        look.news().forEach(this::remember);
        progress = course.progress();
        testAccuracy = look.card().standing().testAccuracy();
        if (look.isAnew()) {
            tell(new TrainEvent.Reset(0));
        }
        look.news().forEach(this::tell);
        if (before != course.state()) {
            tell(new TrainEvent.StateChanged(progress.step(), before, course.state()));
        }
    }

    private void load() {
        try {
            watch = new Watch(seen.renew(follower::load).join(), clock.instant(), true);
            unreadable = 0;
        } catch (CompletionException failure) {
            if (!(failure.getCause() instanceof ProblemException wrong)) {
                throw failure;
            }
            // Over a network a file may be seen before it is whole; the next look finds it again.
            unreadable++;
            if (unreadable == PATIENCE) {
                complain(wrong.problem());
            }
        }
    }

    // A share may be away for a moment; what was seen stays, and when the run is there again, it is followed again.
    private void miss(ProblemException wrong) {
        misses++;
        if (misses == PATIENCE) {
            watch = new Watch(watch.savedStep(), watch.savedAt(), false);
            complain(Problem.of(
                    "workbench.watchLost", follower.folder(), wrong.problem().inOneLine()));
        }
    }

    private void remember(TrainEvent event) {
        course.hear(event);
        synchronized (past) {
            past.add(event);
        }
    }

    private void forget() {
        course.forget();
        synchronized (past) {
            past.clear();
        }
    }

    private void tell(TrainEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private void complain(Problem problem) {
        troubled.forEach(listener -> listener.accept(problem));
    }

    // Clocks differ; what was saved before the watch began was not saved after now.
    private Instant savedAt() {
        Instant now = clock.instant();
        Instant said = Instant.ofEpochMilli(follower.savedMillis());
        return said.isBefore(now) ? said : now;
    }

    private Problem refusal() {
        return Problem.of("workbench.watched", follower.folder());
    }

    private void refuse() {
        complain(refusal());
    }

    private <T> CompletableFuture<T> refused() {
        return CompletableFuture.failedFuture(refusal().asException());
    }

    @Override
    public Optional<Watch> watch() {
        return Optional.of(watch);
    }

    @Override
    public long shownStep() {
        return watch.savedStep();
    }

    @Override
    public void play() {
        refuse();
    }

    @Override
    public void step() {
        refuse();
    }

    @Override
    public void epoch() {
        refuse();
    }

    @Override
    public void reset() {
        refuse();
    }

    @Override
    public CompletableFuture<Long> pause() {
        return refused();
    }

    @Override
    public CompletableFuture<Long> hold(long images) {
        return refused();
    }

    @Override
    public CompletableFuture<Long> stop() {
        return refused();
    }

    @Override
    public CompletableFuture<Long> steer(UnaryOperator<Steering> change) {
        return refused();
    }

    @Override
    public CompletableFuture<Path> record() {
        return refused();
    }

    @Override
    public Steering steering() {
        return follower.steering();
    }

    /** Grows: whoever comes later than the others shall see as much. */
    @Override
    public List<TrainEvent> past() {
        synchronized (past) {
            return List.copyOf(past);
        }
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public double testAccuracy() {
        return testAccuracy;
    }

    @Override
    public void listen(Consumer<TrainEvent> listener) {
        listeners.add(listener);
        if (following.compareAndSet(false, true)) {
            follow();
        }
    }

    @Override
    public void unlisten(Consumer<TrainEvent> listener) {
        listeners.remove(listener);
    }

    @Override
    public void listenForTrouble(Consumer<Problem> listener) {
        troubled.add(listener);
    }

    @Override
    public Path folder() {
        return follower.folder();
    }

    @Override
    public CompletableFuture<Void> close() {
        return seen.close();
    }

    @Override
    public String id() {
        return seen.id();
    }

    @Override
    public Scenario scenario() {
        return seen.scenario();
    }

    @Override
    public Blueprint blueprint() {
        return seen.blueprint();
    }

    @Override
    public Census census() {
        return seen.census();
    }

    @Override
    public Dataset dataset() {
        return seen.dataset();
    }

    @Override
    public CompletableFuture<EngineReport> engine() {
        return seen.engine();
    }

    @Override
    public Subject testImage(int index) {
        return seen.testImage(index);
    }

    @Override
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        return seen.see(subject, scope, nodes, closer);
    }

    @Override
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        return seen.look(lens, focus);
    }

    @Override
    public CompletableFuture<LayerHealth> health() {
        return seen.health();
    }

    @Override
    public CompletableFuture<Examination> examine(Loading asked) {
        return seen.examine(asked);
    }

    @Override
    public CompletableFuture<Answers> answers(OptionalLong moment, List<Integer> testImages) {
        return seen.answers(moment, testImages);
    }

    @Override
    public CompletableFuture<Path> save(Path file) {
        return seen.save(file);
    }
}
