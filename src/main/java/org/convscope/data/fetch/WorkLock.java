package org.convscope.data.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.convscope.problem.Problem;

/** One fetch at a time works in a folder, in this program or another; the system frees it when a program dies. */
final class WorkLock {

    private WorkLock() {}

    /** Does the work with the folder to itself, or says that another has it. */
    static void hold(Path folder, String id, Runnable work) {
        Path file = folder.resolve("lock");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isTaken(open)) {
                throw Problem.of("data.fetchedElsewhere", id, folder).asException();
            }
            work.run();
        } catch (IOException failure) {
            throw Folders.notWritten(file, failure);
        }
    }

    private static boolean isTaken(FileChannel open) throws IOException {
        try {
            return open.tryLock() == null;
        } catch (OverlappingFileLockException inThisProgram) {
            return true;
        }
    }
}
