package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.frame.Sum;
import org.convscope.lens.Lenses;
import org.convscope.problem.Problem;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.tensor.Cell;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How one value of a network was computed. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Shows the terms that add up to one value of a feature map.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private SubjectOptions subjects;

    @Option(names = "--node", paramLabel = "ID", required = true, description = "A node: conv2.")
    private String node;

    @Option(names = "--channel", paramLabel = "C", defaultValue = "0", description = "Map or unit, from 0.")
    private int channel;

    @Option(names = "--cell", paramLabel = "ROW,COL", defaultValue = "0,0", description = "Place in the map, from 0.")
    private String cell;

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    ExplainCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        Cell place = cellOf(cell);
        Workbench bench = workbenches.apply(shared.wishes());
        OpenRun run = subjects.open(bench, voice);
        Subject subject = subjects.subject(run);
        run.blueprint().node(node);
        Sum sum = (Sum) run.look(Lenses.byId("cell-sum"), new Focus(subject, node, channel, place))
                .join();
        say(sum);
        voice.json(json(sum));
        bench.close().join();
        return ExitCode.DONE;
    }

    private static Cell cellOf(String text) {
        if (!text.matches("\\d{1,5},\\d{1,5}")) {
            throw Problem.of("cli.cell", text).asException();
        }
        int comma = text.indexOf(',');
        return new Cell(Integer.parseInt(text.substring(0, comma)), Integer.parseInt(text.substring(comma + 1)));
    }

    private void say(Sum sum) {
        voice.say(sum.node() + " (" + sum.op() + "), channel " + sum.channel() + ", cell " + sum.cell());
        for (Sum.Term term : sum.terms()) {
            voice.say(String.format(
                    Locale.ROOT,
                    "  map %3d (%2d, %2d)  %10.6f × %10.6f = %10.6f",
                    term.inputChannel(),
                    term.row(),
                    term.column(),
                    term.input(),
                    term.weight(),
                    term.product()));
        }
        for (Sum.Given given : sum.givens()) {
            voice.say(String.format(Locale.ROOT, "  given %s = %.6f", given.name(), given.value()));
        }
        voice.say(String.format(Locale.ROOT, "  bias %.6f, sum %.6f", sum.bias(), sum.sum()));
        voice.say(String.format(
                Locale.ROOT,
                "  %s%.6f",
                sum.activation().isEmpty() ? "value " : sum.activation() + "(sum) = ",
                sum.value()));
    }

    private static ObjectNode json(Sum sum) {
        ObjectNode root =
                Voice.object().put("node", sum.node()).put("op", sum.op()).put("channel", sum.channel());
        root.putArray("cell").add(sum.cell().row()).add(sum.cell().column());
        ArrayNode terms = root.putArray("terms");
        for (Sum.Term term : sum.terms()) {
            ObjectNode entry = terms.addObject()
                    .put("inputChannel", term.inputChannel())
                    .put("row", term.row())
                    .put("column", term.column());
            Voice.put(entry, "input", term.input());
            Voice.put(entry, "weight", term.weight());
            Voice.put(entry, "product", term.product());
        }
        ObjectNode givens = root.putObject("givens");
        sum.givens().forEach(given -> Voice.put(givens, given.name(), given.value()));
        Voice.put(root, "bias", sum.bias());
        Voice.put(root, "sum", sum.sum());
        if (sum.activation().isEmpty()) {
            root.putNull("activation");
        } else {
            root.put("activation", sum.activation());
        }
        Voice.put(root, "value", sum.value());
        return root;
    }
}
