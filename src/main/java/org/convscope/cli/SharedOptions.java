package org.convscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineSettings;
import picocli.CommandLine.Option;

/** Options that every command takes. */
final class SharedOptions {

    @Option(names = "--json", description = "Standard output holds JSON alone.")
    boolean json;

    @Option(names = "--quiet", description = "No news while the work goes on.")
    boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N|auto",
            defaultValue = "auto",
            description = "Arithmetic threads; auto leaves one core to the window.")
    String threads;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Where runs are recorded; the user's data folder if not given.")
    Path runs;

    WorkbenchWishes wishes() {
        if (runs != null && (runs.toString().isBlank() || Files.exists(runs) && !Files.isDirectory(runs))) {
            throw Problem.of("cli.runs", runs).asException();
        }
        return new WorkbenchWishes(new EngineSettings(threadCount(), true), runs);
    }

    private int threadCount() {
        if (threads.equals("auto")) {
            return 0;
        }
        try {
            int count = Integer.parseInt(threads);
            if (count < 1) {
                throw Problem.of("spec.threads", threads).asException();
            }
            return count;
        } catch (NumberFormatException notANumber) {
            throw Problem.of("spec.threads", threads).asException(notANumber);
        }
    }
}
