package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Scenario;

/**
 * A run in the store.
 *
 * @param id name of its folder
 * @param folder where it is
 * @param card what it is; empty if that cannot be read
 * @param notes what a person says of it; nothing if that cannot be read
 * @param bytes what its files take on the disk
 * @param problem why its card or notes cannot be read, if they cannot
 */
public record RunEntry(
        String id, Path folder, Optional<RunCard> card, RunNotes notes, long bytes, Optional<Problem> problem) {

    /** A run of which nothing is said. */
    public RunEntry(String id, Path folder, Optional<RunCard> card, long bytes, Optional<Problem> problem) {
        this(id, folder, card, RunNotes.NONE, bytes, problem);
    }

    /**
     * Whether every word stands in its id, its network and what was chosen for it, its data, its state, its name or its
     * note, large or small.
     */
    public boolean fits(List<String> words) {
        String text = String.join(
                        "\n",
                        id,
                        card.map(RunCard::scenario)
                                .map(made -> made.network() + "\n" + made.data() + "\n" + chosen(made))
                                .orElse(""),
                        card.map(RunCard::standing)
                                .map(now -> now.state().name())
                                .orElse(""),
                        notes.name(),
                        notes.note())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String chosen(Scenario made) {
        return String.join("\n", made.options().values()) + "\n"
                + made.plan().optimizer().id();
    }

    /** Whether a window or command writes into it now; a run that is RUNNING and not written was cut off. */
    public boolean isOpen() {
        return Ownership.isTaken(folder);
    }

    /** No more than so many of the runs in a folder, the latest first. */
    static List<RunEntry> in(Path root, int most) {
        return folders(root).stream().limit(most).map(RunEntry::of).toList();
    }

    /** Where the runs in a folder are, the latest first. */
    static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(new RunFiles(folder).card()))
                    .sorted(Comparator.comparing(folder -> folder.getFileName().toString(), Comparator.reverseOrder()))
                    .toList();
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", root, WholeFile.reason(failure)).asException(failure);
        }
    }

    static RunEntry of(Path folder) {
        RunFiles files = new RunFiles(folder);
        String id = folder.getFileName().toString();
        Optional<RunCard> card = Optional.empty();
        RunNotes notes = RunNotes.NONE;
        Optional<Problem> problem = Optional.empty();
        try {
            card = Optional.of(RunCard.read(files.card()));
            notes = RunNotes.read(files.notes());
        } catch (ProblemException damaged) {
            problem = Optional.of(damaged.problem());
        }
        return new RunEntry(id, folder, card, notes, files.bytes(), problem);
    }
}
