package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.problem.Problem;
import org.convscope.run.ModelEntry;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trained networks that ship with the program. */
@Command(name = "models", mixinStandardHelpOptions = true, description = "Lists the trained networks.")
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--keep", paramLabel = "FILE", description = "Also put a model file among them.")
    private Path kept;

    @Option(names = "--as", paramLabel = "ID", description = "Id of the kept model.")
    private String id;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    ModelsCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        Workbench bench = workbenches.apply(shared.wishes());
        if (kept != null) {
            if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,60}")) {
                throw Problem.of("cli.modelId", id == null ? "–" : id).asException();
            }
            bench.keep(id, kept);
        }
        ObjectNode root = Voice.object();
        ArrayNode models = root.putArray("models");
        for (ModelEntry model : bench.models()) {
            ObjectNode entry = models.addObject()
                    .put("id", model.id())
                    .put("path", model.path().toString())
                    .put("network", model.network())
                    .put("data", model.data());
            Voice.put(entry, "testAccuracy", model.testAccuracy());
            entry.put("sha256", model.sha256());
            voice.say(String.format(
                    Locale.ROOT,
                    "%-16s %-10s %-14s test accuracy %.4f",
                    model.id(),
                    model.network(),
                    model.data(),
                    model.testAccuracy()));
            model.problem().ifPresent(problem -> voice.tell("  damaged: " + problem.inOneLine()));
        }
        voice.json(root);
        return ExitCode.DONE;
    }
}
