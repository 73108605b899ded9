package org.convscope.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.frame.Frame;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.probe.Sight;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * What several lenses have shown of one place at one step.
 *
 * @param frames pictures, by lens id
 * @param problems why there is no picture, by lens id
 */
public record Findings(Map<String, Frame> frames, Map<String, Problem> problems) {

    /** Nothing yet. */
    public static final Findings NONE = new Findings(Map.of(), Map.of());

    public Findings {
        frames = Map.copyOf(frames);
        problems = Map.copyOf(problems);
    }

    /** Looks through each of these lenses; what one has no answer for is its Problem, and no failure of the others. */
    public static Findings of(Sight sight, List<Lens> lenses) {
        Map<String, Frame> frames = new HashMap<>();
        Map<String, Problem> problems = new HashMap<>();
        for (Lens lens : lenses) {
            try {
                frames.put(lens.id(), Lenses.through(lens).read(sight));
            } catch (ProblemException expected) {
                problems.put(lens.id(), expected.problem());
            }
        }
        return new Findings(frames, problems);
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
