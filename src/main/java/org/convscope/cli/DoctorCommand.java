package org.convscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemText;
import org.convscope.spec.EngineReport;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What this machine has, what is missing, and which command brings it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what this machine has, what is missing, and which command brings it.")
final class DoctorCommand implements Callable<Integer> {

    private static final int OLDEST_JAVA = 17;
    private static final long MEBI = 1 << 20;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    DoctorCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        EngineReport engine = workbenches.apply(shared.wishes()).engine();
        List<Problem> problems = problems(engine);
        String font = Surroundings.cjkFont().orElse(null);
        Runtime machine = Runtime.getRuntime();

        ObjectNode root = Voice.object()
                .put("java", System.getProperty("java.vm.name") + " " + Runtime.version())
                .put(
                        "os",
                        System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                                + System.getProperty("os.arch"))
                .put("cpu", machine.availableProcessors() + " cores, " + String.join(" ", Surroundings.cpuFeatures()))
                .put("threads", engine.threads())
                .put("engine", engine.engine())
                .put("oneDnn", engine.oneDnn());
        ObjectNode helpers = root.putObject("helpers");
        new TreeMap<>(engine.helpers()).forEach(helpers::put);
        memory(root.putObject("memory"), machine.maxMemory(), engine.memoryLimitBytes());
        root.put("display", Surroundings.display().isEmpty() ? null : Surroundings.display())
                .put("cjkFont", font);
        ArrayNode wrong = root.putArray("problems");
        for (Problem problem : problems) {
            ProblemText text = problem.in(Locale.ENGLISH);
            wrong.addObject()
                    .put("what", text.what())
                    .put("value", text.value())
                    .put("expected", text.expected())
                    .put("advice", text.advice());
        }
        say(root, engine, problems);
        voice.json(root);
        return ExitCode.DONE;
    }

    private static List<Problem> problems(EngineReport engine) {
        List<Problem> problems = new ArrayList<>();
        if (Runtime.version().feature() < OLDEST_JAVA) {
            problems.add(Problem.of("cli.oldJava", Runtime.version().feature()));
        }
        if (!engine.oneDnn()) {
            problems.add(Problem.of("cli.noOneDnn", engine.engine()));
        }
        problems.addAll(Surroundings.windowProblems());
        if (Surroundings.cjkFont().isEmpty()) {
            problems.add(Problem.of("cli.noCjkFont"));
        }
        return problems;
    }

    /** The arrays' share is what the process may take beside a heap that is full. */
    private static void memory(ObjectNode memory, long heapBytes, long processBytes) {
        memory.put("javaHeapBytes", heapBytes);
        if (processBytes > heapBytes) {
            memory.put("arraysBytes", processBytes - heapBytes);
        } else {
            memory.putNull("arraysBytes");
        }
        if (processBytes > 0) {
            memory.put("processBytes", processBytes);
        } else {
            memory.putNull("processBytes");
        }
    }

    private void say(ObjectNode root, EngineReport engine, List<Problem> problems) {
        voice.say("Java      " + root.get("java").asText());
        voice.say("System    " + root.get("os").asText());
        voice.say("Processor " + root.get("cpu").asText());
        voice.say("Engine    " + root.get("engine").asText() + ", "
                + root.get("threads").asInt() + " thread(s), oneDNN "
                + (root.get("oneDnn").asBoolean() ? "in use" : "not in use"));
        voice.say("Helpers   " + helpers(engine));
        voice.say("Memory    at most " + mebibytes(root, "processBytes") + " for the program, of it "
                + mebibytes(root, "javaHeapBytes") + " for Java's heap");
        voice.say("Display   "
                + (root.get("display").isNull() ? "none" : root.get("display").asText()));
        voice.say("Chinese   "
                + (root.get("cjkFont").isNull()
                        ? "no font"
                        : root.get("cjkFont").asText()));
        if (problems.isEmpty()) {
            voice.say("Nothing is missing.");
        }
        for (Problem problem : problems) {
            voice.say("");
            ProblemText text = problem.in(Locale.ENGLISH);
            voice.say(text.what() + " " + text.value());
            voice.say("  " + text.expected());
            voice.say("  " + text.advice());
        }
    }

    /** {@code on for convolution; off for activation, batch norm}, or only the one half that there is. */
    private static String helpers(EngineReport engine) {
        return Stream.of(true, false)
                .map(on -> engine.helpers().entrySet().stream()
                        .filter(helper -> helper.getValue().equals(on))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(", "),
                                names -> names.isEmpty() ? "" : (on ? "on for " : "off for ") + names)))
                .filter(half -> !half.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String mebibytes(ObjectNode root, String key) {
        JsonNode bytes = root.get("memory").get(key);
        return bytes.isNull() ? "what there is" : String.format(Locale.ROOT, "%,d MiB", bytes.asLong() / MEBI);
    }
}
