package org.convscope.ui.explore;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.workbench.Closer;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Sighting;

/**
 * A run as it is now, or as it was at one of its recorded steps.
 *
 * @param run which run
 * @param step the recorded step; empty for now
 */
public record Moment(OpenRun run, OptionalLong step) {

    /** These nodes and the last, or all if there are none, and what is looked at closer. */
    public CompletableFuture<Sighting> see(Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        if (step.isPresent()) {
            return run.history().see(step.getAsLong(), subject, scope, nodes, closer);
        }
        return nodes.isEmpty() ? run.see(subject, scope, closer) : run.see(subject, scope, nodes, closer);
    }

    /** One picture through one lens. */
    public CompletableFuture<Frame> look(Lens lens, Focus focus) {
        return step.isPresent() ? run.history().look(step.getAsLong(), lens, focus) : run.look(lens, focus);
    }

    /** How the layers fare; of the past without what its last step did. */
    public CompletableFuture<LayerHealth> health() {
        return step.isPresent() ? run.history().health(step.getAsLong()) : run.health();
    }

    /** Whether it is the past. */
    public boolean isPast() {
        return step.isPresent();
    }
}
