package org.convscope.cli;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.convscope.run.RunFollower;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A window on a run that another program writes, here or on another machine. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Opens a window that follows a run while another program, or another machine over a shared folder, "
                        + "writes it; ends when the window is closed.")
final class WatchCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FOLDER",
            description = "The run's folder, or its id; of a folder with several runs the latest is followed.")
    private String run;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;
    private final BiConsumer<WorkbenchWishes, String> watches;

    WatchCommand(
            Voice voice,
            Function<WorkbenchWishes, Workbench> workbenches,
            BiConsumer<WorkbenchWishes, String> watches) {
        this.voice = voice;
        this.workbenches = workbenches;
        this.watches = watches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        WorkbenchWishes wishes = shared.wishes();
        Workbench workbench = workbenches.apply(wishes);
        // What is not there, or not understood, is told before a window opens.
        RunFollower.Look look = workbench.runs().follow(run).look();
        voice.tell("Following " + look.card().id());
        var unused = workbench.close();
        Surroundings.windowProblems().stream().findFirst().ifPresent(problem -> {
            throw problem.asException();
        });
        watches.accept(wishes, run);
        return ExitCode.DONE;
    }
}
