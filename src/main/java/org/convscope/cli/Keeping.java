package org.convscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.workbench.OpenRun;

/**
 * Where a trained network was written to.
 *
 * @param model the file; empty if there was room nowhere
 * @param trouble the first thing that could not be written as it was wished
 */
record Keeping(Optional<Path> model, Optional<Problem> trouble) {

    /**
     * Records a run and saves its network in {@code wished}, unless that is {@code null}. Where neither
     * can be written, the network goes to the folder for temporary files: hours of training may be in it.
     */
    static Keeping of(OpenRun run, Path wished) {
        Keeping recorded = attempt(() -> run.record().join());
        Keeping saved = wished == null
                ? recorded
                : attempt(() -> run.save(wished).join()).or(recorded);
        return saved.model.isPresent() ? saved : attempt(() -> rescued(run)).or(saved);
    }

    /** What this one has, and else the other; the trouble of the other comes first. */
    private Keeping or(Keeping other) {
        return new Keeping(model.or(other::model), other.trouble.or(this::trouble));
    }

    private static Keeping attempt(Supplier<Path> writing) {
        try {
            return new Keeping(Optional.of(writing.get()), Optional.empty());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ProblemException expected) {
                return new Keeping(Optional.empty(), Optional.of(expected.problem()));
            }
            throw failure;
        }
    }

    private static Path rescued(OpenRun run) {
        Path folder = null;
        boolean written = false;
        try {
            folder = Files.createTempDirectory("convscope-");
            Path model = run.save(folder.resolve(run.id() + ".zip")).join();
            written = true;
            return model;
        } catch (IOException failure) {
            throw new CompletionException(
                    Problem.of("cli.notRescued", failure.toString()).asException(failure));
        } finally {
            if (!written && folder != null) {
                folder.toFile().delete();
            }
        }
    }
}
