package org.convscope.workbench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;

/**
 * Keeps runs together while they learn: none has ever seen more images than the last of them by more than the largest
 * batch. Nobody waits busily: a run that is ahead takes no turn until the last one has made its step.
 *
 * <p>A run that was paused alone, has ended or failed holds nobody back. May be called from any thread; events come on
 * the runs' own threads.
 */
public final class LockStep {

    private static final long NOWHERE = Long.MAX_VALUE;

    private final List<Member> members;

    // What follows, and what the members know, is guarded by this.
    private long goal = NOWHERE;
    private int wishes;
    private boolean settled;
    private boolean closed;
    private boolean binding;
    private boolean again;

    /** Keeps these runs together from now on, in whatever state they are. */
    public LockStep(List<? extends OpenRun> runs) {
        members = runs.stream().map(run -> new Member(run, this::hear)).toList();
        members.forEach(member -> member.run.listen(member));
        synchronized (this) {
            bind();
        }
    }

    /** All that can learn go on. */
    public synchronized void play() {
        wish(NOWHERE);
        go();
    }

    /** All that can learn make a step, those with small batches several, then all rest. To be called when all rest. */
    public synchronized void step() {
        wish(1 + of(Member::images, Member::mayGo).min().orElse(0));
        settled = true;
        go();
    }

    /** Those behind make their step, too, then all rest; who are not together rest at once. */
    public synchronized void pause() {
        int wish = wish(of(Member::images, Member::isGoing).max().orElse(0));
        bind();
        // Somebody may be within a step, and goes beyond.
        CompletableFuture<?>[] between = members.stream()
                .filter(Member::isGoing)
                .map(member -> member.run.hold(member.bound))
                .toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(between).whenComplete((all, closedMeanwhile) -> settle(wish));
    }

    /** Holds nobody any more, and leaves everybody in the state that it has. */
    public synchronized void close() {
        closed = true;
        for (Member member : members) {
            member.run.unlisten(member);
            member.hold(NOWHERE);
        }
    }

    private int wish(long images) {
        goal = images;
        settled = false;
        return ++wishes;
    }

    private synchronized void settle(int wish) {
        if (wish == wishes && !closed) {
            long least = of(Member::images, Member::isGoing).min().orElse(0);
            long most = of(Member::images, Member::isGoing).max().orElse(0);
            goal = most - least <= largestBatch() ? most : 0;
            settled = true;
            restIfThere();
            bind();
        }
    }

    private void go() {
        members.forEach(member -> member.going = member.mayGo());
        bind();
        List<Member> all = members.stream().filter(Member::isGoing).toList();
        all.forEach(member -> member.run.play());
    }

    private synchronized void hear(Member member, TrainEvent event) {
        boolean isStep = event instanceof TrainEvent.StepDone;
        if (closed || !isStep && !(event instanceof TrainEvent.StateChanged) && !(event instanceof TrainEvent.Reset)) {
            return;
        }
        if (event instanceof TrainEvent.StateChanged change) {
            boolean goes = change.to() == TrainState.RUNNING;
            if (goes && !member.going) {
                // Somebody sends it on alone, so that not all are to rest any more.
                wish(NOWHERE);
            }
            member.going = goes;
        }
        if (settled) {
            // To where the largest batch ends, the smaller ones follow.
            if (isStep && member.batch() == largestBatch()) {
                goal = Math.max(goal, member.images());
            }
            restIfThere();
        }
        bind();
    }

    private void restIfThere() {
        if (members.stream().noneMatch(Member::isGoing)) {
            // All rest: whoever goes on alone is free to.
            goal = NOWHERE;
            settled = false;
        } else if (members.stream().noneMatch(member -> member.going && member.images() < goal)) {
            members.stream().filter(Member::isGoing).toList().forEach(member -> {
                var unused = member.run.pause();
            });
        }
    }

    /** Tells each how far it may go: after its next step it is no more than the largest batch ahead of the last. */
    private void bind() {
        // Runs that answer at once make a step while they are told.
        again = true;
        if (!binding) {
            binding = true;
            while (again) {
                again = false;
                long least = of(Member::images, Member::isGoing).min().orElse(0);
                long largest = largestBatch();
                for (Member member : members) {
                    long together = least + largest - member.batch() + 1;
                    member.hold(member.going ? Math.min(goal, together) : NOWHERE);
                }
            }
            binding = false;
        }
    }

    private long largestBatch() {
        return of(Member::batch, Member::isGoing).max().orElse(0);
    }

    private LongStream of(ToLongFunction<Member> number, Predicate<Member> which) {
        return members.stream().filter(which).mapToLong(number);
    }

    /** A run, and whether it is on its way: asked to learn, and not at rest since. */
    private static final class Member implements Consumer<TrainEvent> {

        private final OpenRun run;
        private final BiConsumer<Member, TrainEvent> hear;
        private boolean going;
        private long bound = NOWHERE;

        Member(OpenRun run, BiConsumer<Member, TrainEvent> hear) {
            this.run = run;
            this.hear = hear;
            this.going = run.progress().state() == TrainState.RUNNING;
        }

        @Override
        public void accept(TrainEvent event) {
            hear.accept(this, event);
        }

        long images() {
            return run.progress().images();
        }

        long batch() {
            return run.steering().batchSize();
        }

        boolean isGoing() {
            return going;
        }

        /** Another program's network does not learn. */
        boolean mayGo() {
            TrainState state = run.progress().state();
            return run.origin().isEmpty() && (state == TrainState.RUNNING || state.mayBecome(TrainState.RUNNING));
        }

        void hold(long images) {
            if (bound != images) {
                bound = images;
                var unused = run.hold(images);
            }
        }
    }
}
