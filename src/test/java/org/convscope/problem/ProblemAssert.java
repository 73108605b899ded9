package org.convscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.function.Executable;

/** Expects a Problem that a person can act on. */
public final class ProblemAssert {

    private ProblemAssert() {}

    /** Expects the Problem of this code; what is {@code named} must stand in its sentences in both languages. */
    public static Problem assertProblem(String code, Executable action, Object... named) {
        Problem problem = assertThrows(ProblemException.class, action).problem();
        assertEquals(code, problem.code(), problem.inOneLine());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String text = problem.in(locale).inOneLine();
            assertFalse(text.matches("(?s).*\\{\\d+}.*"), "A place was left empty: " + text);
            for (Object value : named) {
                assertTrue(text.contains(value.toString()), value + " is not named: " + text);
            }
        }
        return problem;
    }
}
