package org.convscope.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write into a run's folder, which one recorder has at a time, whichever program it belongs
 * to. It ends when it is closed or its process dies, however it dies: the system holds it, not a file's
 * being there. The file {@value #FILE} is empty and stays.
 */
final class Ownership implements AutoCloseable {

    /** What the system locks. Never deleted while the run lives: two could then lock two files of this name. */
    static final String FILE = "run.lock";

    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

    // The system's locks are a process's: a second channel of this one on the file, once closed, would take
    // the lock away from the first. So nobody here opens it twice.
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private boolean closed;

    private Ownership(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes a folder that exists; a Problem if it is somebody else's. */
    static Ownership of(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        if (!HERE.add(file)) {
            throw Problem.of("run.owned", folder).asException();
        }
        FileChannel channel = null;
        boolean owned = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (!isLocked(channel, file)) {
                throw Problem.of("run.owned", folder).asException();
            }
            owned = true;
            return new Ownership(file, channel);
        } finally {
            if (!owned) {
                close(channel, file);
            }
        }
    }

    /** Whether somebody owns a folder now; asked without taking it for longer than the question. */
    static boolean isTaken(Path folder) {
        try {
            if (!Files.exists(folder.resolve(FILE), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            of(folder).close();
            return false;
        } catch (ProblemException owned) {
            return true;
        } catch (IOException notToBeWritten) {
            // Where nobody may write, nobody does.
            return false;
        }
    }

    /** Whether it still is what the others ask for: the folder may have been removed meanwhile. */
    boolean isValid() {
        return !closed && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            close(channel, file);
        }
    }

    private static boolean isLocked(FileChannel channel, Path file) {
        try {
            return channel.tryLock() != null;
        } catch (IOException unknownHere) {
            // Some network drives have no locks. A run that cannot be kept apart is better than none.
            LOG.info("{} cannot be locked: {}", file, unknownHere.toString());
            return true;
        }
    }

    private static void close(FileChannel channel, Path file) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            LOG.warn("{} was not closed: {}", file, failure.toString());
        } finally {
            HERE.remove(file);
        }
    }
}
