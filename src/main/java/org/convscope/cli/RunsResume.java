package org.convscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.workbench.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The same as {@code train --resume}, where one looks for it. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on with a run exactly where it stopped, as train --resume does.")
final class RunsResume implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "Id of a run, or its folder.")
    private String id;

    @Option(names = "--save", paramLabel = "FILE", description = "Also save the trained network here.")
    private Path save;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    RunsResume(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        List<String> words = new ArrayList<>(List.of("--resume=" + id, "--threads=" + shared.threads));
        if (save != null) {
            words.add("--save=" + save);
        }
        if (shared.runs != null) {
            words.add("--runs=" + shared.runs);
        }
        if (shared.json) {
            words.add("--json");
        }
        if (shared.quiet) {
            words.add("--quiet");
        }
        TrainCommand train = new TrainCommand(voice, workbenches);
        new CommandLine(train).parseArgs(words.toArray(String[]::new));
        return train.call();
    }
}
