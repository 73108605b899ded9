package org.convscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convscope.data.Datasets;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Contrasts;
import org.convscope.workbench.EngineBench;
import org.convscope.workbench.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line as a whole: finds the command, runs it, turns what goes wrong into words and a code. */
public final class Commands {

    private final Function<WorkbenchWishes, Workbench> workbenches;
    private final Supplier<EngineBench> engineBenches;
    private final BiConsumer<WorkbenchWishes, List<String>> windows;
    private final BiConsumer<WorkbenchWishes, String> watches;

    /**
     * Commands that get their workbench, or their engine to be measured, as they wish it.
     *
     * @param windows opens windows on what is called so, and returns when they are closed
     * @param watches opens a window that follows a run which somebody else writes, and returns when it is closed
     */
    public Commands(
            Function<WorkbenchWishes, Workbench> workbenches,
            Supplier<EngineBench> engineBenches,
            BiConsumer<WorkbenchWishes, List<String>> windows,
            BiConsumer<WorkbenchWishes, String> watches) {
        this.workbenches = workbenches;
        this.engineBenches = engineBenches;
        this.windows = windows;
        this.watches = watches;
    }

    /** Runs one command on standard output and standard error, and returns its {@link ExitCode}. */
    public int run(String... arguments) {
        return run(printer(System.out), printer(System.err), arguments);
    }

    /** Runs one command and returns its {@link ExitCode}. */
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        Voice voice = new Voice(out, err);
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new CensusCommand(voice));
        line.addSubcommand(new TrainCommand(voice, workbenches));
        line.addSubcommand(new PredictCommand(voice, workbenches));
        line.addSubcommand(new MistakesCommand(voice, workbenches));
        line.addSubcommand(new LookCommand(voice, workbenches));
        line.addSubcommand(new ExplainCommand(voice, workbenches));
        line.addSubcommand(new ModelsCommand(voice, workbenches));
        line.addSubcommand(RunsCommand.line(voice, workbenches));
        line.addSubcommand(DataCommand.line(voice, Datasets.ALL));
        line.addSubcommand(new OpenCommand(voice, workbenches, windows));
        line.addSubcommand(new WatchCommand(voice, workbenches, watches));
        line.addSubcommand(new BenchCommand(voice, engineBenches, workbenches));
        line.addSubcommand(new CompareCommand(voice, workbenches));
        line.addSubcommand(new DoctorCommand(voice, workbenches));
        NetworkIds.footer(line.getSubcommands().get("census"));
        NetworkIds.footer(line.getSubcommands().get("train"));
        line.getSubcommands()
                .get("compare")
                .getCommandSpec()
                .usageMessage()
                .footer("", "PRESET is one of " + Contrasts.ids() + ".");
        line.setOut(out);
        line.setErr(err);
        // A word that begins with @ is a word, not the name of a file with more of them.
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((wrong, given) -> {
            voice.choose(List.of(given).contains("--json"), false);
            return voice.complain(problemOf(wrong));
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> answerFor(failure, voice));
        return line.execute(arguments);
    }

    /** Tells a person about a Problem that came up before any command, and returns its exit code. */
    public static int complain(Problem problem) {
        return standard().complain(problem);
    }

    private static Voice standard() {
        return new Voice(printer(System.out), printer(System.err));
    }

    private static PrintWriter printer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** Turns what went wrong into words, and returns its exit code. */
    static int answerFor(Throwable failure, Voice voice) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException expected ? voice.complain(expected.problem()) : voice.apologise(cause);
    }

    private static Problem problemOf(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandName();
        return Problem.of(
                "cli.usage", inPlainWords(wrong.getMessage()), command.equals("convscope") ? "" : command + " ");
    }

    /** What picocli says, without the names of Java's types. */
    private static String inPlainWords(String message) {
        return message.replaceAll("is not an? (int|long)$", "is not a whole number, or too long")
                .replaceAll("is not a double$", "is not a number")
                .replace("option option", "option");
    }

    /** What stands before every command. */
    @Command(
            name = "convscope",
            version = "ConvScope",
            mixinStandardHelpOptions = true,
            description = "Opens a convolutional network while it learns. Without a command it opens the window.",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}
}
