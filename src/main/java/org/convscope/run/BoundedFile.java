package org.convscope.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.problem.Problem;

/** Reads what may be a stranger's, but never more of it than there is reason to. */
final class BoundedFile {

    private BoundedFile() {}

    /** The whole file, if it is no longer than {@code most} bytes. */
    static byte[] read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file, file.getFileName().toString(), in, most);
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", file, WholeFile.reason(failure)).asException(failure);
        }
    }

    /** The rest of a stream, if it is no longer than {@code most} bytes; {@code entry} is its name in {@code file}. */
    static byte[] read(Path file, String entry, InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw Problem.of("run.tooLong", file, entry, most).asException();
        }
        return bytes;
    }
}
