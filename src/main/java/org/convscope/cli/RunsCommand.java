package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.workbench.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The recorded runs: what there is, and what can be done with one. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists the recorded runs; shows, resumes, names, exports, imports or deletes one.")
final class RunsCommand extends RunsPart {

    private RunsCommand(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        super(voice, workbenches);
    }

    /** The command with those below it. */
    static CommandLine line(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
        return new CommandLine(new RunsCommand(voice, workbenches))
                .addSubcommand(new Listing(voice, workbenches))
                .addSubcommand(new RunsAbout.Show(voice, workbenches))
                .addSubcommand(new RunsResume(voice, workbenches))
                .addSubcommand(new RunsAbout.Rename(voice, workbenches))
                .addSubcommand(new RunsAbout.Note(voice, workbenches))
                .addSubcommand(new RunsAbout.Star(voice, workbenches))
                .addSubcommand(new RunsFiles.Export(voice, workbenches))
                .addSubcommand(new RunsFiles.Import(voice, workbenches))
                .addSubcommand(new RunsBoard(voice, workbenches))
                .addSubcommand(new RunsFiles.Delete(voice, workbenches))
                .addSubcommand(new RunsFiles.Restore(voice, workbenches))
                .addSubcommand(new RunsFiles.EmptyTrash(voice, workbenches));
    }

    @Override
    int answer(RunStore store) {
        return list(voice, store.list());
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the recorded runs, the latest first.")
    private static final class Listing extends RunsPart {

        @Parameters(
                paramLabel = "WORD",
                arity = "0..*",
                description =
                        "Only runs with each of these words in their id, network and its options, data, state, name or note.")
        private List<String> words = List.of();

        @Option(names = "--starred", description = "Only those with a star.")
        private boolean starred;

        @Option(names = "--trash", description = "Those that were deleted.")
        private boolean trash;

        Listing(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            List<RunEntry> all = trash ? store.trash().list() : store.list();
            return list(
                    voice,
                    all.stream()
                            .filter(run -> run.fits(words))
                            .filter(run -> !starred || run.notes().starred())
                            .toList());
        }
    }

    private static int list(Voice voice, List<RunEntry> found) {
        ObjectNode root = Voice.object();
        ArrayNode runs = root.putArray("runs");
        for (RunEntry run : found) {
            runs.add(RunsFormat.object(run));
            voice.say(RunsFormat.line(run));
            run.problem().ifPresent(problem -> voice.tell("  damaged: " + problem.inOneLine()));
        }
        voice.json(root);
        return ExitCode.DONE;
    }
}
