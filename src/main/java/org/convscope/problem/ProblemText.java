package org.convscope.problem;

/**
 * The four sentences that a person reads.
 *
 * @param what what happened
 * @param value the value that caused it
 * @param expected what was expected in its place
 * @param advice what to do now
 */
public record ProblemText(String what, String value, String expected, String advice) {

    /** All four in a row, as a log or a terminal shows them. */
    public String inOneLine() {
        return what + " " + value + " " + expected + " " + advice;
    }
}
