package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.frame.Bars;
import org.convscope.frame.Scope;
import org.convscope.problem.Problem;
import org.convscope.spec.Subject;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network takes an image for. */
@Command(name = "predict", mixinStandardHelpOptions = true, description = "Classifies one image.")
final class PredictCommand implements Callable<Integer> {

    @Mixin
    private SubjectOptions subjects;

    @Option(names = "--top", paramLabel = "K", description = "Only the K most probable classes.")
    private Integer top;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    PredictCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (top != null && top < 1) {
            throw Problem.of("cli.top", top).asException();
        }
        Workbench bench = workbenches.apply(shared.wishes());
        OpenRun run = subjects.open(bench, voice);
        if (!run.isWhole()) {
            throw Problem.of("cli.notWhole", subjects.model()).asException();
        }
        Subject subject = subjects.subject(run);
        List<String> names = run.dataset().card().classNames(Locale.ENGLISH);
        List<Bars.Bar> bars =
                run.see(subject, Scope.LAYER, Set.of(), Optional.empty()).join().overview().prediction().bars().stream()
                        .sorted(Comparator.comparingDouble(Bars.Bar::value).reversed())
                        .limit(top == null ? Integer.MAX_VALUE : top)
                        .toList();
        ObjectNode root = Voice.object().put("model", subjects.model()).put("image", subject.name());
        if (subject.isLabelled()) {
            root.put("label", names.get(subject.label()));
        } else {
            root.putNull("label");
        }
        ArrayNode predictions = root.putArray("predictions");
        voice.say(subject.name() + (subject.isLabelled() ? ", labelled " + names.get(subject.label()) : ""));
        for (Bars.Bar bar : bars) {
            ObjectNode prediction =
                    predictions.addObject().put("class", names.get(bar.index())).put("index", bar.index());
            Voice.put(prediction, "probability", bar.value());
            voice.say(String.format(Locale.ROOT, "  %5.1f %%  %s", 100 * bar.value(), names.get(bar.index())));
        }
        voice.json(root);
        bench.close().join();
        return ExitCode.DONE;
    }
}
