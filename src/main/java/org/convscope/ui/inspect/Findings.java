package org.convscope.ui.inspect;

import java.util.Map;
import java.util.Optional;
import org.convscope.frame.Frame;
import org.convscope.problem.Problem;

/**
 * What an aspect's lenses have shown.
 *
 * @param frames pictures, by lens id
 * @param problems why there is no picture, by lens id
 */
public record Findings(Map<String, Frame> frames, Map<String, Problem> problems) {

    /** Nothing yet. */
    static final Findings NONE = new Findings(Map.of(), Map.of());

    public Findings {
        frames = Map.copyOf(frames);
        problems = Map.copyOf(problems);
    }

    /** The picture through a lens, if it is of that kind. */
    public <F extends Frame> Optional<F> frame(String lens, Class<F> kind) {
        return Optional.ofNullable(frames.get(lens)).filter(kind::isInstance).map(kind::cast);
    }

    /** Why a lens has shown nothing. */
    public Optional<Problem> problem(String lens) {
        return Optional.ofNullable(problems.get(lens));
    }
}
