package org.convscope.ui.explore;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.spec.Subject;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Sighting;

/**
 * What is asked for a picture.
 *
 * @param nodes which nodes are asked for; all if there are none
 */
record Question(Moment moment, Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {

    /** A picture, and what it answers. */
    record Seen(Question question, Sighting sighting) {}

    /** Asks it. */
    CompletableFuture<Seen> ask() {
        return moment.see(subject, scope, nodes, closer).thenApply(sighting -> new Seen(this, sighting));
    }

    /** Whether a picture lacks what is asked for. */
    boolean isMoreThan(Overview drawn) {
        return nodes.isEmpty()
                ? drawn.mosaics().size() < moment.run().blueprint().nodes().size()
                : !drawn.mosaics().keySet().containsAll(nodes);
    }

    /**
     * Nodes that are in sight, and what is asked for with them.
     *
     * @param pointed at; their sources are asked for, too
     */
    static Set<String> around(Set<String> inSight, Stream<String> pointed, Blueprint blueprint) {
        Set<String> nodes = new HashSet<>(inSight);
        nodes.add(blueprint.last().id());
        pointed.filter(blueprint::has).forEach(node -> {
            nodes.add(node);
            nodes.addAll(blueprint.node(node).inputs());
        });
        nodes.removeIf(node -> !blueprint.has(node));
        return Set.copyOf(nodes);
    }
}
