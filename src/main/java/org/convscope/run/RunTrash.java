package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscope.problem.Problem;

/**
 * Where deleted runs wait: a folder of the store, so that a run goes there and comes back in one move,
 * whatever its size.
 */
public final class RunTrash {

    /** Its folder in the store. */
    static final String FOLDER = ".trash";

    private final Path root;
    private final Path trash;

    RunTrash(Path root) {
        this.root = root;
        this.trash = root.resolve(FOLDER);
    }

    /** The folders of the runs in it, the latest first. */
    public List<Path> folders() {
        return RunEntry.folders(trash);
    }

    /** The runs in it, the latest first. */
    public List<RunEntry> list() {
        return RunEntry.in(trash, Integer.MAX_VALUE);
    }

    /** Puts a run back where it was; a Problem if it is not here, or if its place is taken. */
    public Path restore(String id) {
        Path folder = trash.resolve(id).normalize();
        if (!trash.equals(folder.getParent()) || !Files.exists(new RunFiles(folder).card())) {
            throw Problem.of("run.notInTrash", id, trash).asException();
        }
        return move(folder, root.resolve(id));
    }

    /** Removes for good what is in it; returns how many runs that were. */
    public int empty() {
        List<RunEntry> runs = list();
        for (RunEntry run : runs) {
            try {
                new RunFiles(run.folder()).delete();
            } catch (IOException failure) {
                throw Problem.of("run.notDeleted", run.folder(), WholeFile.reason(failure))
                        .asException(failure);
            }
        }
        return runs.size();
    }

    Path put(Path folder) {
        try {
            // Let go before it moves: Windows moves nothing that is open.
            Ownership.of(folder).close();
            Files.createDirectories(trash);
        } catch (IOException failure) {
            throw WholeFile.problem(folder, failure);
        }
        return move(folder, trash.resolve(folder.getFileName()));
    }

    private static Path move(Path from, Path to) {
        if (Files.exists(to)) {
            throw Problem.of("run.exists", to.getFileName(), to.getParent()).asException();
        }
        try {
            return Files.move(from, to);
        } catch (IOException failure) {
            throw WholeFile.problem(from, failure);
        }
    }
}
