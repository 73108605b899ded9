package org.convscope.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** Reads no more of a file than there is reason to. */
final class ReadFile {

    private ReadFile() {}

    /** The whole file, if it is no longer than {@code most} bytes. */
    static byte[] whole(Path file, int most) {
        byte[] bytes = start(file, most + 1);
        if (bytes.length > most) {
            throw Problem.of("foreign.tooLong", file, file.getFileName(), most).asException();
        }
        return bytes;
    }

    /** The first bytes of a file: so many, or all there are. */
    static byte[] start(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    static ProblemException unreadable(Path file, IOException failure) {
        return Problem.of("foreign.unreadable", file, failure.toString()).asException(failure);
    }
}
