package org.convscope.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.convscope.problem.Problem;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Windows on networks that are there already, side by side. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = "Opens a window on each of these networks, side by side; ends when the last one is closed.")
final class OpenCommand implements Callable<Integer> {

    private static final int MOST_WINDOWS = 4;

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "A recorded run's id or folder, a trained network's id, or a model file; up to four.")
    private List<String> names;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;
    private final BiConsumer<WorkbenchWishes, List<String>> windows;

    OpenCommand(
            Voice voice,
            Function<WorkbenchWishes, Workbench> workbenches,
            BiConsumer<WorkbenchWishes, List<String>> windows) {
        this.voice = voice;
        this.workbenches = workbenches;
        this.windows = windows;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (names.size() > MOST_WINDOWS) {
            throw Problem.of("cli.windows", names.size(), MOST_WINDOWS).asException();
        }
        WorkbenchWishes wishes = shared.wishes();
        Workbench workbench = workbenches.apply(wishes);
        names.forEach(workbench::require);
        var unused = workbench.close();
        Surroundings.windowProblems().stream().findFirst().ifPresent(problem -> {
            throw problem.asException();
        });
        windows.accept(wishes, names);
        return ExitCode.DONE;
    }
}
