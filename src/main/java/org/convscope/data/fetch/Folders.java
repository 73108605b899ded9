package org.convscope.data.fetch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.convscope.data.FileProblem;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** Folders are made, given their place, and taken away here. */
final class Folders {

    private Folders() {}

    /** Makes a folder and those around it. */
    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw notWritten(folder, failure);
        }
    }

    /** Gives a whole file or folder its place; whoever looks there sees all of it or nothing. */
    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw notWritten(to, failure);
        }
    }

    /** Takes a folder away with all that is in it; links are taken away, not followed. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(left);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw notWritten(folder, failure);
        }
    }

    /** What the system did not let us write. */
    static ProblemException notWritten(Path file, IOException failure) {
        return Problem.of("data.fetchNotWritten", file, FileProblem.reason(failure))
                .asException(failure);
    }
}
