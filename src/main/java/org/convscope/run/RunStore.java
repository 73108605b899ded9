package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Scenario;

/** All runs of a person: a folder for each. */
public final class RunStore {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int SUFFIX_BYTES = 3;

    private final Path root;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final SecureRandom random = new SecureRandom();

    /** The store in a folder, which is made when it is needed. */
    public RunStore(Path root) {
        // Not asked before a run needs a name: Java reads the rules of all the world's time zones to answer.
        this(root, Clock.systemUTC(), ZoneId::systemDefault);
    }

    RunStore(Path root, Clock clock) {
        this(root, clock, clock::getZone);
    }

    private RunStore(Path root, Clock clock, Supplier<ZoneId> zone) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A recorder for a new run, on the network's thread. Have it listen to the run's trainer.
     *
     * @param trainImages images of the dataset to learn from
     * @param testImages images of the dataset to test on
     * @param trouble hears what could not be written, on the network's thread
     */
    public RunRecorder begin(
            Scenario scenario, Network network, int trainImages, int testImages, Consumer<Problem> trouble) {
        RunCard card = RunCard.of(
                newId(scenario.network()),
                scenario,
                network,
                trainImages,
                testImages,
                Standing.beginning(clock.instant()).at(network.step()));
        return RunRecorder.begin(this, card, network, trouble);
    }

    /** All runs, the latest first; those whose card cannot be read say why. */
    public List<RunEntry> list() {
        return latest(Integer.MAX_VALUE);
    }

    /** No more than so many runs, the latest first; those whose card cannot be read say why. */
    public List<RunEntry> latest(int most) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(new RunFiles(folder).card()))
                    .sorted(Comparator.comparing(folder -> folder.getFileName().toString(), Comparator.reverseOrder()))
                    .limit(most)
                    .map(RunStore::entry)
                    .toList();
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", root, WholeFile.reason(failure)).asException(failure);
        }
    }

    /** The run of this id, or in this folder, if there is one. */
    public Optional<RecordedRun> find(String idOrFolder) {
        return folderOf(idOrFolder).map(folder -> new RecordedRun(this, folder));
    }

    /** The run of this id, or in this folder; a Problem if there is none. */
    public RecordedRun open(String idOrFolder) {
        return new RecordedRun(this, existing(idOrFolder));
    }

    /** Removes a run of this store with its files; a Problem if there is none. */
    public void delete(String id) {
        Path folder = existing(id);
        if (!root.equals(folder.getParent())) {
            throw Problem.of("run.noRun", id, root).asException();
        }
        try {
            new RunFiles(folder).delete();
        } catch (IOException failure) {
            throw Problem.of("run.notDeleted", folder, WholeFile.reason(failure))
                    .asException(failure);
        }
    }

    private Path existing(String idOrFolder) {
        return folderOf(idOrFolder)
                .orElseThrow(() -> Problem.of("run.noRun", idOrFolder, root).asException());
    }

    private Optional<Path> folderOf(String idOrFolder) {
        try {
            Path folder = root.resolve(idOrFolder).normalize();
            return Files.exists(new RunFiles(folder).card()) ? Optional.of(folder) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** When, what, and six random digits: {@code 20261123-093041-lenet-5e0a9c}. */
    String newId(String network) {
        byte[] suffix = new byte[SUFFIX_BYTES];
        random.nextBytes(suffix);
        return TIMESTAMP.format(clock.instant().atZone(zone.get())) + "-" + network + "-"
                + HexFormat.of().formatHex(suffix);
    }

    Path folder(String id) {
        return root.resolve(id);
    }

    Clock clock() {
        return clock;
    }

    private static RunEntry entry(Path folder) {
        RunFiles files = new RunFiles(folder);
        String id = folder.getFileName().toString();
        try {
            return new RunEntry(id, folder, Optional.of(RunCard.read(files.card())), files.bytes(), Optional.empty());
        } catch (ProblemException damaged) {
            return new RunEntry(id, folder, Optional.empty(), files.bytes(), Optional.of(damaged.problem()));
        }
    }
}
