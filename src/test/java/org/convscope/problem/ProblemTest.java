package org.convscope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void itsFourSentencesNameTheArguments() {
        ProblemText text = Problem.of("spec.batch", -3, 65_536).in(Locale.ENGLISH);
        assertEquals("The batch size cannot be that.", text.what());
        assertEquals("Given: -3", text.value());
        assertTrue(text.expected().contains("65536"), text.expected());
        assertFalse(text.advice().isBlank());
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        Problem problem = Problem.of("spec.momentum", 2.0);
        assertEquals("动量不能取这个值。", problem.in(Locale.SIMPLIFIED_CHINESE).what());
        assertEquals(problem.in(Locale.ENGLISH), problem.in(Locale.GERMAN), "English where there is no translation");
    }

    @Test
    void anApostropheInASentenceStaysOne() {
        String advice =
                Problem.of("cli.noLibrary", "libX", "x").in(Locale.ENGLISH).expected();
        assertTrue(advice.contains("Debian's package x"), advice);
    }

    @Test
    void aCodeWithoutARoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Problem.of("batch"));
    }

    @Test
    void anExceptionCarriesItAndItsCause() {
        Problem problem = Problem.of("spec.epochs", 0, 100);
        IOException cause = new IOException("disk");
        ProblemException exception = problem.asException(cause);
        assertSame(problem, exception.problem());
        assertSame(cause, exception.getCause());
        assertEquals(problem.inOneLine(), exception.getMessage());
    }

    @Test
    void aFingerprintIsTheSameForTheSameFailureAndAnotherForAnother() {
        Fingerprint[] twice = new Fingerprint[2];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = Fingerprint.of(new IllegalStateException("message " + i));
        }
        assertEquals(twice[0], twice[1], "messages do not count");
        assertNotEquals(twice[0], Fingerprint.of(new IllegalStateException("message 0")), "lines do");
        assertTrue(twice[0].code().matches("[0-9A-F]{4}-[0-9A-F]{4}"), twice[0].code());
    }

    @Test
    void aFingerprintOfACircleOfCausesComesToAnEnd() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        assertFalse(Fingerprint.of(first).code().isEmpty());
    }
}
