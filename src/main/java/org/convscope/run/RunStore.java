package org.convscope.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.spec.Scenario;

/** All runs of a person: a folder for each. */
public final class RunStore {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final int SUFFIX_BYTES = 3;

    private final Path root;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final Supplier<SavingPace> pace;
    private final SecureRandom random = new SecureRandom();

    /** The store in a folder, which is made when it is needed. */
    public RunStore(Path root) {
        // Not asked before a run needs a name: Java reads the rules of all the world's time zones to answer.
        this(root, Clock.systemUTC(), ZoneId::systemDefault, SavingPace::standard);
    }

    RunStore(Path root, Clock clock) {
        this(root, clock, clock::getZone, SavingPace::standard);
    }

    RunStore(Path root, Supplier<SavingPace> pace) {
        this(root, Clock.systemUTC(), ZoneId::systemDefault, pace);
    }

    private RunStore(Path root, Clock clock, Supplier<ZoneId> zone, Supplier<SavingPace> pace) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
        this.zone = zone;
        this.pace = pace;
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
        return RunEntry.in(root, most);
    }

    /** The folders of all runs, the latest first: {@link #entry} reads what is in one, which takes longer. */
    public List<Path> folders() {
        return RunEntry.folders(root);
    }

    /** Changes whenever a run comes or goes; 0 while there is none. */
    public long lastChangeMillis() {
        return root.toFile().lastModified();
    }

    /** The run of this id, or in this folder, if there is one. */
    public Optional<RecordedRun> find(String idOrFolder) {
        return folderOf(idOrFolder).map(folder -> new RecordedRun(this, folder));
    }

    /** The run of this id, or in this folder; a Problem if there is none. */
    public RecordedRun open(String idOrFolder) {
        return new RecordedRun(this, existing(idOrFolder));
    }

    /**
     * Follows the run of this id, or in this folder, while somebody writes it; of a folder with several runs, the
     * latest. A Problem if there is none.
     */
    public RunFollower follow(String idOrFolder) {
        return new RunFollower(
                this, folderOf(idOrFolder).or(() -> latestIn(idOrFolder)).orElseThrow(() -> Problem.of(
                                "run.noRun", idOrFolder, root)
                        .asException()));
    }

    /** What is known of the run of this id, or in this folder; a Problem if there is none. */
    public RunEntry entry(String idOrFolder) {
        return RunEntry.of(existing(idOrFolder));
    }

    /** Says something of a run, also while it is being written; a Problem if what was said before is not understood. */
    public RunNotes note(String idOrFolder, UnaryOperator<RunNotes> change) {
        Path file = new RunFiles(existing(idOrFolder)).notes();
        RunNotes changed = change.apply(RunNotes.read(file));
        changed.write(file);
        return changed;
    }

    /** Moves a run of this store into the trash; a Problem if there is none, or if somebody writes into it. */
    public Path delete(String id) {
        Path folder = existing(id);
        if (!root.equals(folder.getParent())) {
            throw Problem.of("run.noRun", id, root).asException();
        }
        return trash().put(folder);
    }

    /** Where deleted runs wait. */
    public RunTrash trash() {
        return new RunTrash(root);
    }

    /** Writes a run into one file, which must not be there; a run that is being written, too. */
    public void export(String idOrFolder, Path file) {
        export(idOrFolder, file, bytes -> {});
    }

    /** The same for whoever wants to know how many bytes are copied; what {@code copied} throws ends it. */
    public void export(String idOrFolder, Path file, LongConsumer copied) {
        RunArchive.write(new RunFiles(existing(idOrFolder)), file, copied);
    }

    /** Takes in a run from a file that {@link #export} wrote; a Problem if it is not whole, or here already. */
    public RunEntry take(Path file) {
        return take(file, bytes -> {});
    }

    /** The same for whoever wants to know how many bytes are unpacked; what {@code copied} throws ends it. */
    public RunEntry take(Path file, LongConsumer copied) {
        return RunEntry.of(RunImport.unpack(file, root, copied));
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

    private static Optional<Path> latestIn(String folder) {
        try {
            Path place = Path.of(folder).toAbsolutePath().normalize();
            return Files.exists(new RunFiles(place).card())
                    ? Optional.of(place)
                    : RunEntry.folders(place).stream().findFirst();
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

    /** When a run that is recorded from now on is saved. */
    SavingPace pace() {
        return pace.get();
    }
}
