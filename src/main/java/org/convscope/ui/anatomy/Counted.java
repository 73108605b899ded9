package org.convscope.ui.anatomy;

import java.util.Optional;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.problem.Problem;

/** What became of a {@link Wish}: a drawing with its census, or the Problem that stands against it. */
record Counted(Optional<Blueprint> blueprint, Optional<Census> census, Optional<Problem> problem) {

    static Counted of(Blueprint blueprint) {
        return new Counted(Optional.of(blueprint), Optional.of(Census.of(blueprint)), Optional.empty());
    }

    static Counted not(Problem problem) {
        return new Counted(Optional.empty(), Optional.empty(), Optional.of(problem));
    }

    boolean isDrawn() {
        return census.isPresent();
    }

    /** Whether both are one drawing: the same network with the same choices for the same images and classes. */
    boolean isDrawnLike(Blueprint other) {
        return blueprint
                .filter(own -> own.network().equals(other.network())
                        && own.options().equals(other.options())
                        && own.input().equals(other.input())
                        && own.classes() == other.classes())
                .isPresent();
    }
}
