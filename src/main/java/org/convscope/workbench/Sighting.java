package org.convscope.workbench;

import java.util.List;
import java.util.Optional;
import org.convscope.blueprint.Blueprint;
import org.convscope.lens.Lens;
import org.convscope.lens.Overview;
import org.convscope.lens.Overviews;
import org.convscope.probe.Probe;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;

/**
 * All that a person sees of a network at one step: the numbers of one part are those of the other.
 *
 * @param overview every node that was asked for
 * @param closer what the lenses have shown of the place that was looked at closer
 */
public record Sighting(Overview overview, Findings closer) {

    /** Reads both at once. */
    static Probe<Sighting> through(Overviews overviews, Optional<Closer> closer) {
        List<Lens> lenses = closer.map(Closer::lenses).orElse(List.of());
        return sight -> new Sighting(overviews.read(sight), Findings.of(sight, lenses));
    }

    /** Where an instrument has to point for both. */
    static Focus focus(Blueprint blueprint, Subject subject, Optional<Closer> closer) {
        return closer.map(at -> new Focus(subject, at.node(), at.channel(), at.cell()))
                .orElseGet(() -> Focus.on(subject, blueprint.first().id()));
    }
}
