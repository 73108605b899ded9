package org.convscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.convscope.run.RunCard;
import org.convscope.run.RunEntry;
import org.convscope.run.RunNotes;
import org.convscope.run.RunStore;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that show a run and say something of it. */
final class RunsAbout {

    private RunsAbout() {}

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows how a run was made and how it went.")
    static final class Show extends RunsPart {

        @Parameters(paramLabel = "RUN", description = "Id of a run, or its folder.")
        private String id;

        Show(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        int answer(RunStore store) {
            RunEntry run = store.entry(id);
            if (run.card().isEmpty()) {
                throw run.problem().orElseThrow().asException();
            }
            RunCard card = run.card().get();
            List<Steered> steered = store.open(id).steered();
            voice.json(RunsFormat.whole(run, card, steered));
            say(run, card);
            steered.forEach(change -> voice.say(RunsFormat.line(change)));
            run.problem().ifPresent(problem -> voice.tell("  damaged: " + problem.inOneLine()));
            return ExitCode.DONE;
        }

        private void say(RunEntry run, RunCard card) {
            TrainingPlan plan = card.scenario().plan();
            voice.say(RunsFormat.line(run).strip());
            voice.say(String.format(
                    Locale.ROOT,
                    "  %s on %s: %s, rate %s, schedule %s, batch %d, epoch %d of %d, seed %d",
                    card.scenario().network(),
                    card.scenario().data(),
                    plan.optimizer().id(),
                    plan.learningRate(),
                    plan.schedule().text(),
                    plan.batchSize(),
                    card.standing().epoch(),
                    plan.epochs(),
                    plan.seed()));
            voice.say("  started " + card.standing().started()
                    + card.standing().ended().map(end -> ", ended " + end).orElse(""));
            voice.say("  in " + run.folder());
            run.notes().note().lines().forEach(line -> voice.say("  | " + line));
        }
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Gives a run a name; '' takes it away.")
    static final class Rename extends Saying {

        @Parameters(paramLabel = "NAME", index = "1..*", arity = "1..*", description = "One line.")
        private List<String> words;

        Rename(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        UnaryOperator<RunNotes> change() {
            return notes -> notes.named(String.join(" ", words));
        }
    }

    @Command(name = "note", mixinStandardHelpOptions = true, description = "Puts a note on a run; '' takes it away.")
    static final class Note extends Saying {

        @Parameters(paramLabel = "TEXT", index = "1..*", arity = "1..*", description = "In place of what stood there.")
        private List<String> words;

        Note(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        UnaryOperator<RunNotes> change() {
            return notes -> notes.noted(String.join(" ", words));
        }
    }

    @Command(name = "star", mixinStandardHelpOptions = true, description = "Puts a star on a run, or takes it off.")
    static final class Star extends Saying {

        @Option(names = "--off", description = "Take it off.")
        private boolean off;

        Star(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        @Override
        UnaryOperator<RunNotes> change() {
            return notes -> notes.starred(!off);
        }
    }

    /** A command that changes what is said of a run. */
    abstract static class Saying extends RunsPart {

        @Parameters(paramLabel = "RUN", index = "0", description = "Id of a run, or its folder.")
        private String id;

        Saying(Voice voice, Function<WorkbenchWishes, Workbench> workbenches) {
            super(voice, workbenches);
        }

        abstract UnaryOperator<RunNotes> change();

        @Override
        final int answer(RunStore store) {
            RunNotes notes = store.note(id, change());
            RunEntry run = store.entry(id);
            voice.json(Voice.object()
                    .put("id", run.id())
                    .put("name", notes.name())
                    .put("note", notes.note())
                    .put("starred", notes.starred()));
            voice.say(RunsFormat.line(run).strip());
            return ExitCode.DONE;
        }
    }
}
