package org.convscope.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.function.Executable;

/** Expects a Problem that a person can act on. */
final class ProblemAssert {

    private ProblemAssert() {}

    /** Expects the Problem of this code; what is {@code named} must stand in its sentences in both languages. */
    static Problem assertProblem(String code, Executable action, String... named) {
        Problem problem = assertThrows(ProblemException.class, action).problem();
        assertEquals(code, problem.code());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String text = problem.in(locale).inOneLine();
            assertFalse(text.matches(".*\\{\\d+}.*"), "A place was left empty: " + text);
            for (String value : named) {
                assertTrue(text.contains(value), value + " is not named: " + text);
            }
        }
        return problem;
    }
}
