package org.convscope.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** What all Problems with files have in common, whatever the file should hold. */
public final class FileProblem {

    private FileProblem() {}

    /** A file that the system does not let us open or read. */
    public static ProblemException unreadable(String name, IOException failure) {
        return Problem.of("data.unreadable", name, reason(failure)).asException(failure);
    }

    /** What an exception says: {@code AccessDeniedException: images.gz}. */
    public static String reason(Exception failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    /** A file's first bytes as characters, for a person who may recognise them. */
    public static String readable(byte[] begin) {
        return new String(begin, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "·");
    }
}
