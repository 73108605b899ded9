package org.convscope.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** A file that is there whole or not at all: written beside, flushed to the disk, then moved. */
public final class WholeFile {

    /** How the name of a file ends that is not whole yet. */
    static final String PART = ".part";

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes or replaces {@code target}; if that fails, what was there stays, and a Problem says why. */
    public static void write(Path target, Content content) {
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + PART);
        try {
            try (FileChannel channel =
                            FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            move(beside, target);
        } catch (IOException failure) {
            throw problem(target, failure);
        } finally {
            remove(beside);
        }
    }

    /** The same in a folder that is made where it is missing. */
    public static void writeInto(Path target, Content content) {
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException failure) {
            throw problem(target.getParent(), failure);
        }
        write(target, content);
    }

    /** The Problem of a file or folder that cannot be written. */
    static ProblemException problem(Path target, IOException failure) {
        return Problem.of("run.notWritten", target, reason(failure)).asException(failure);
    }

    /** What the system says: {@code AccessDeniedException: /models/weights.zip}. */
    static String reason(IOException failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // After a move there is nothing to remove; after a failure the failure is what counts.
    private static void remove(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException failure) {
            beside.toFile().deleteOnExit();
        }
    }
}
