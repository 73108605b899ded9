package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recorded runs for TensorBoard. */
@Command(
        name = "tensorboard",
        mixinStandardHelpOptions = true,
        description = "Writes recorded runs as event files that TensorBoard reads: curves, histograms, pictures.")
final class RunsBoard implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids of runs, or their folders.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "A folder for tensorboard --logdir; each run gets one of its own in it.")
    private Path out;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    RunsBoard(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        Workbench workbench = workbenches.apply(shared.wishes());
        runs.forEach(run -> workbench.runs().open(run));
        ObjectNode root = Voice.object();
        ArrayNode files = root.putArray("files");
        for (String run : runs) {
            Path file = workbench.tensorBoard(run, out).join();
            files.addObject()
                    .put("path", file.toString())
                    .put("bytes", file.toFile().length());
            voice.say(file.toString());
        }
        root.put("logdir", out.toAbsolutePath().normalize().toString());
        voice.json(root);
        voice.tell("Look at it with: tensorboard --logdir " + out);
        workbench.close().join();
        return ExitCode.DONE;
    }
}
