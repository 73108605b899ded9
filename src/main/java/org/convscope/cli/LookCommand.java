package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.convscope.blueprint.Node;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.problem.Problem;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.tensor.Stats;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network sees in an image, as files. */
@Command(
        name = "look",
        mixinStandardHelpOptions = true,
        description = "Writes what nodes make of an image: a PNG mosaic, NPY and CSV.")
final class LookCommand implements Callable<Integer> {

    @Mixin
    private SubjectOptions subjects;

    @Option(names = "--node", paramLabel = "ID", description = "A node; all that the lens fits if not given.")
    private List<String> nodes = List.of();

    @Option(
            names = "--lens",
            paramLabel = "L",
            defaultValue = "activation",
            description = "A way of looking whose answer is maps: activation, kernel, weight-gradient …")
    private String lensId;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "look", description = "Folder for the files.")
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            defaultValue = "png",
            description = "png, npy or csv; several joined by commas.")
    private Set<String> formats = new LinkedHashSet<>();

    @Mixin
    private SharedOptions shared;

    private final Voice voice;
    private final Function<WorkbenchWishes, Workbench> workbenches;

    LookCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        this.voice = voice;
        this.workbenches = workbenches;
    }

    @Override
    public Integer call() {
        voice.choose(shared.json, shared.quiet);
        List<MosaicFormat> writers = formats.stream().map(MosaicFormat::byId).toList();
        Lens lens = Lenses.byId(lensId);
        Workbench bench = workbenches.apply(shared.wishes());
        OpenRun run = subjects.open(bench, voice);
        Subject subject = subjects.subject(run);
        ObjectNode root = Voice.object();
        ArrayNode files = root.putArray("files");
        for (String node : wanted(run, lens)) {
            Frame frame = run.look(lens, Focus.on(subject, node)).join();
            if (!(frame instanceof Mosaic mosaic)) {
                throw Problem.of("cli.lensWithoutMaps", lensId).asException();
            }
            for (MosaicFormat format : writers) {
                note(files, node, mosaic, format.write(mosaic, folder, node + "-" + lensId));
            }
        }
        voice.json(root);
        bench.close().join();
        return ExitCode.DONE;
    }

    private List<String> wanted(OpenRun run, Lens lens) {
        return nodes.isEmpty()
                ? run.blueprint().nodes().stream()
                        .map(Node::id)
                        .filter(id -> lens.fits(run.blueprint(), id))
                        .toList()
                : nodes;
    }

    private void note(ArrayNode files, String node, Mosaic mosaic, Path file) {
        Stats stats = mosaic.values().stats();
        ObjectNode entry =
                files.addObject().put("node", node).put("lens", lensId).put("path", file.toString());
        ArrayNode shape = entry.putArray("shape");
        for (int length : mosaic.values().shape().toArray()) {
            shape.add(length);
        }
        Voice.put(entry, "min", stats.min());
        Voice.put(entry, "max", stats.max());
        voice.say(file + "  " + mosaic.values().shape() + "  from " + stats.min() + " to " + stats.max());
    }
}
