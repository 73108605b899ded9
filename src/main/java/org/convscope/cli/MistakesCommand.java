package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.frame.Numbers;
import org.convscope.problem.Problem;
import org.convscope.train.Confusion;
import org.convscope.train.Examination;
import org.convscope.train.Mistake;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network gets wrong of its whole test set. */
@Command(
        name = "mistakes",
        mixinStandardHelpOptions = true,
        description = "Says which class a network takes for which, and its surest mistakes.")
final class MistakesCommand implements Callable<Integer> {

    private static final long TEN_SECONDS = 10_000_000_000L;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "M",
            description = "Id of a shipped model, of a run, or a model file.")
    private String model;

    @Option(
            names = "--top",
            paramLabel = "K",
            defaultValue = "10",
            description = "The K surest mistakes; ${DEFAULT-VALUE} unless told.")
    private int top;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    MistakesCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        if (top < 1) {
            throw Problem.of("cli.top", top).asException();
        }
        Workbench bench = workbenches.apply(shared.wishes());
        OpenRun run = bench.open(model).join();
        run.remarks().forEach(voice::warn);
        if (!run.isWhole()) {
            throw Problem.of("cli.notWhole", model).asException();
        }
        Examination examination = run.examine(telling()).join();
        List<String> names = run.dataset().card().classNames(Locale.ENGLISH);
        say(examination, names);
        voice.json(json(examination, names));
        bench.close().join();
        return ExitCode.DONE;
    }

    /** Says every ten seconds how far it is. */
    private Loading telling() {
        AtomicLong told = new AtomicLong(System.nanoTime());
        return new Loading(
                read -> {
                    long now = System.nanoTime();
                    if (now - told.get() > TEN_SECONDS) {
                        told.set(now);
                        voice.tell("examined " + Numbers.count(read.images()) + " of " + Numbers.count(read.total())
                                + " test images");
                    }
                },
                new Cancellation());
    }

    private void say(Examination examination, List<String> names) {
        Confusion confusion = examination.confusion();
        voice.say(model + ": " + Numbers.count(confusion.right()) + " of " + Numbers.count(examination.images())
                + " test images right, " + Numbers.percent(examination.accuracy()));
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int label = 0; label < confusion.classes(); label++) {
            voice.say(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %7s  %6d of %6d",
                    names.get(label),
                    Numbers.percent(confusion.accuracy(label)),
                    confusion.count(label, label),
                    confusion.images(label)));
        }
        voice.say("Surest mistakes");
        for (Mistake mistake : examination.mistakes(top)) {
            voice.say(String.format(
                    Locale.ROOT,
                    "  %7s  test #%d, %s, taken for %s",
                    Numbers.percent(mistake.probability()),
                    mistake.index(),
                    names.get(mistake.label()),
                    names.get(mistake.prediction())));
        }
    }

    private ObjectNode json(Examination examination, List<String> names) {
        Confusion confusion = examination.confusion();
        ObjectNode root = Voice.object().put("model", model).put("images", examination.images());
        Voice.put(root, "accuracy", examination.accuracy());
        ArrayNode classes = root.putArray("classes");
        ArrayNode rows = root.putArray("confusion");
        for (int label = 0; label < confusion.classes(); label++) {
            classes.addObject()
                    .put("class", names.get(label))
                    .put("right", confusion.count(label, label))
                    .put("total", confusion.images(label));
            ArrayNode row = rows.addArray();
            for (int prediction = 0; prediction < confusion.classes(); prediction++) {
                row.add(confusion.count(label, prediction));
            }
        }
        ArrayNode mistakes = root.putArray("mistakes");
        for (Mistake mistake : examination.mistakes(top)) {
            ObjectNode one = mistakes.addObject()
                    .put("index", mistake.index())
                    .put("label", names.get(mistake.label()))
                    .put("prediction", names.get(mistake.prediction()));
            Voice.put(one, "probability", mistake.probability());
        }
        return root;
    }
}
