package org.convscope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.convscope.workbench.Interruption;

/** The program itself in a process of its own, which lives in a guest room and does not outlive the bench. */
final class GuestProcess {

    private final GuestRoom room;
    private final List<String> arguments;

    GuestProcess(GuestRoom room, List<String> arguments) {
        this.room = room;
        this.arguments = arguments;
    }

    /**
     * Runs it to its end; the room is left as it is then.
     *
     * @param words receives its standard output
     * @return its exit code; nothing if Ctrl-C came first, which clears the room
     */
    OptionalInt run(Redirect words) {
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectInput(Redirect.PIPE)
                .redirectOutput(words)
                .redirectError(Redirect.INHERIT);
        room.host(builder.environment());
        try {
            Process process = builder.start();
            Interruption interruption = Interruption.call(() -> leave(process));
            int code = process.waitFor();
            return interruption.withdraw() ? OptionalInt.of(code) : OptionalInt.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a process was measured", told);
        }
    }

    /** After Ctrl-C: nothing is left behind, and nobody writes into a room that is being cleared. */
    private void leave(Process process) {
        process.destroy();
        process.onExit().join();
        room.close();
    }

    /** Through the launcher, as a person calls it, or else by this very machine's Java. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        Path launcher = Path.of(System.getProperty("convscope.home", "."), "convscope");
        if (Files.isExecutable(launcher)) {
            command.add(launcher.toAbsolutePath().toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.convscope.app.Main"));
        }
        command.addAll(arguments);
        return command;
    }
}
