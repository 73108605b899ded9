package org.convscope.problem;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A short code for an unexpected failure, so that two reports of one bug are seen to be the same.
 *
 * <p>Two failures share a code when the same types of exception came from the same lines of our
 * own classes; messages, other libraries' lines and the path that led there do not count.
 *
 * @param code eight hexadecimal digits, with a dash in the middle
 */
public record Fingerprint(String code) {

    private static final String OURS = "org.convscope.";

    /** The fingerprint of a failure and of everything that caused it. */
    public static Fingerprint of(Throwable failure) {
        StringBuilder traits = new StringBuilder();
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            traits.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement line : cause.getStackTrace()) {
                if (line.getClassName().startsWith(OURS)) {
                    traits.append(line.getClassName())
                            .append(':')
                            .append(line.getLineNumber())
                            .append('\n');
                    break;
                }
            }
        }
        String digits = String.format(Locale.ROOT, "%08X", traits.toString().hashCode());
        return new Fingerprint(digits.substring(0, 4) + "-" + digits.substring(4));
    }

    @Override
    public String toString() {
        return code;
    }
}
