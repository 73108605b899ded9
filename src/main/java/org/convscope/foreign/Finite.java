package org.convscope.foreign;

import org.convscope.problem.Problem;

/** Weights are numbers. */
final class Finite {

    private Finite() {}

    /** The same values, all of which are numbers. */
    static float[] check(String what, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw Problem.of("foreign.notFinite", what, i + 1, values[i]).asException();
            }
        }
        return values;
    }
}
