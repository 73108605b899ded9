package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.function.Executable;

/** Expects a Problem that names what is wrong, in both languages. */
final class ProblemAssert {

    private ProblemAssert() {}

    static void assertProblem(String code, Executable action, Object... named) {
        Problem problem = assertThrows(ProblemException.class, action).problem();
        assertEquals(code, problem.code(), problem.inOneLine());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String text = problem.in(locale).inOneLine();
            assertFalse(text.matches("(?s).*\\{\\d+}.*"), "a place was left empty: " + text);
            for (Object value : named) {
                assertTrue(text.contains(value.toString()), value + " is not named: " + text);
            }
        }
    }
}
