package org.convscope.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;

/**
 * The steps of a run that can be gone back to, live or after it was opened again. What is seen of one is
 * what was to be seen when the network had learned so many steps; the training goes on meanwhile. May be
 * asked from any thread; answers come on a thread of its own.
 */
public interface History {

    /** Of a run that records nothing. */
    History NONE = new History() {
        @Override
        public List<Long> steps() {
            return List.of();
        }

        @Override
        public CompletableFuture<Sighting> see(
                long step, Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
            return nothing();
        }

        @Override
        public CompletableFuture<Frame> look(long step, Lens lens, Focus focus) {
            return nothing();
        }

        @Override
        public CompletableFuture<LayerHealth> health(long step) {
            return nothing();
        }

        private <T> CompletableFuture<T> nothing() {
            return CompletableFuture.failedFuture(new IllegalStateException("This run records nothing"));
        }
    };

    /**
     * The recorded steps, ascending: the step before the first that was recorded, and behind it the denser the
     * earlier. While the run learns some are let go and others come; a list once given never changes.
     */
    List<Long> steps();

    /** Whether the network is small enough for its steps to be recorded. */
    default boolean isKept() {
        return true;
    }

    /**
     * Every one of these nodes, and the last, at a recorded step; of all if {@code nodes} is empty. If the step was let
     * go meanwhile it is the nearest that is left: the stamp says which. Colour scales are those of one series
     * of pictures: they widen, and do not narrow.
     */
    CompletableFuture<Sighting> see(
            long step, Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer);

    /** One picture through one lens at a recorded step, or the nearest. */
    CompletableFuture<Frame> look(long step, Lens lens, Focus focus);

    /**
     * Dead and saturated units of every layer at a recorded step, or the nearest, on the sample of {@link
     * OpenRun#health}. What the step before did was not recorded: gradients and updates are NaN.
     */
    CompletableFuture<LayerHealth> health(long step);

    /** The recorded step that is nearest to a step, the earlier of two; empty if there is none. */
    default OptionalLong nearest(long step) {
        return nearest(steps(), step);
    }

    /** The one of these steps, ascending, that is nearest to a step, the earlier of two. */
    static OptionalLong nearest(List<Long> steps, long step) {
        return steps.stream()
                .mapToLong(Long::longValue)
                .reduce((best, next) -> Math.abs(next - step) < Math.abs(best - step) ? next : best);
    }
}
