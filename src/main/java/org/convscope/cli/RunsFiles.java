package org.convscope.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands that move runs as a whole. */
final class RunsFiles {

    private RunsFiles() {}

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes a run with all that belongs to it into one file.")
    static final class Export extends RunsPart {

        @Parameters(paramLabel = "RUN", index = "0", description = "Id of a run, or its folder.")
        private String id;

        @Parameters(paramLabel = "FILE", index = "1", description = "A name that is free, run.zip for example.")
        private Path file;

        Export(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            Path whole = file.toAbsolutePath().normalize();
            store.export(id, whole);
            long bytes = whole.toFile().length();
            voice.json(Voice.object()
                    .put("id", store.entry(id).id())
                    .put("file", whole.toString())
                    .put("bytes", bytes));
            voice.say("Run " + id + " is in " + whole + ", " + bytes + " bytes.");
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes in a run from a file that was exported.")
    static final class Import extends RunsPart {

        @Parameters(paramLabel = "FILE", description = "What runs export has written.")
        private Path file;

        Import(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            RunEntry run = store.take(file);
            voice.json(RunsFormat.object(run));
            voice.say(RunsFormat.line(run).strip());
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Moves a run into the trash; runs restore brings it back.")
    static final class Delete extends RunsPart {

        @Parameters(paramLabel = "RUN", description = "Id of a run.")
        private String id;

        Delete(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            Path trash = store.delete(id);
            String found = trash.getFileName().toString();
            voice.json(Voice.object().put("id", found).put("folder", trash.toString()));
            voice.say("Run " + found + " is in the trash. Bring it back with: ./convscope runs restore " + found);
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Brings a run back from the trash; runs list --trash shows them.")
    static final class Restore extends RunsPart {

        @Parameters(paramLabel = "RUN", description = "Id of a run in the trash.")
        private String id;

        Restore(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            Path folder = store.trash().restore(id);
            voice.json(Voice.object().put("id", folder.getFileName().toString()).put("folder", folder.toString()));
            voice.say("Run " + folder.getFileName() + " is back in " + folder + ".");
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "empty-trash",
            mixinStandardHelpOptions = true,
            description = "Removes for good what is in the trash.")
    static final class EmptyTrash extends RunsPart {

        EmptyTrash(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            int removed = store.trash().empty();
            voice.json(Voice.object().put("removed", removed));
            voice.say("Runs removed: " + removed + ".");
            return ExitCode.DONE;
        }
    }
}
