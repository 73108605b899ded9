package org.convscope.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import org.convscope.problem.Problem;
import org.convscope.run.RunsFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for what is being measured: a window records its runs and remembers its theme there, a peer finds
 * its network, and what belongs to the person is left alone. It is gone when it is closed.
 */
final class GuestRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuestRoom.class);

    private final Path folder;
    private final Path runs;

    /** A room whose runs are kept in {@code wished}, unless that is {@code null}. */
    GuestRoom(Path wished) {
        try {
            folder = Files.createTempDirectory("convscope-bench");
        } catch (IOException failure) {
            throw Problem.of("cli.noTemporary", System.getProperty("java.io.tmpdir"), failure.toString())
                    .asException(failure);
        }
        runs = wished == null ? folder.resolve("runs") : wished.toAbsolutePath();
    }

    /** The folder itself. */
    Path folder() {
        return folder;
    }

    /** Where the window is to leave what it measured. */
    Path answer() {
        return folder.resolve("answer.properties");
    }

    /** Has a process live here. */
    void host(Map<String, String> environment) {
        environment.put(RunsFolder.VARIABLE, runs.toString());
        // Where the window looks for what it remembers: on Windows, and everywhere else.
        environment.put(environment.containsKey("APPDATA") ? "APPDATA" : "XDG_CONFIG_HOME", folder.toString());
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Emptying());
        } catch (IOException failure) {
            LOG.warn("{} could not be removed: {}", folder, failure.toString());
        }
    }

    private static final class Emptying extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
        }
    }
}
