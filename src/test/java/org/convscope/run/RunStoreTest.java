package org.convscope.run;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.train.Beginning;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RunStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:41Z");

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private final Trainer trainer = Small.trainer(network, Beginning.FRESH);
    private final List<Problem> troubles = new ArrayList<>();
    private Path root;
    private RunStore store;
    private RunRecorder recorder;

    @BeforeEach
    void record() {
        root = folder.resolve("share/convscope/runs");
        store = new RunStore(root, Clock.fixed(NOW, ZoneOffset.UTC));
        recorder = recorder(network, trainer);
    }

    @Test
    void aRunsFolderBeginsWithItsFirstStep() {
        assertTrue(
                recorder.card().id().matches("20261123-093041-lenet-[0-9a-f]{6}"),
                recorder.card().id());
        assertEquals(root.resolve(recorder.card().id()), recorder.folder());
        recorder.close();
        assertTrue(Files.notExists(root));
        assertEquals(List.of(), store.list());
        trainer.step();
        assertEquals(recorder.folder(), store.open(recorder.card().id()).folder());
    }

    @Test
    void everyStepAndScoreIsWrittenDown() {
        List<TrainEvent> told = new ArrayList<>();
        trainer.listen(told::add);
        trainer.play();
        RecordedRun run = store.open(recorder.card().id());
        assertEquals(told.stream().filter(StepDone.class::isInstance).toList(), run.steps());
        assertEquals(
                told.stream()
                        .filter(event -> event instanceof EpochDone
                                || event instanceof TrainEvent.SampleScored
                                || event instanceof TrainEvent.TrainSampleScored)
                        .toList(),
                run.scores());
        assertEquals(
                told.stream()
                        .filter(TrainEvent.LayersMeasured.class::isInstance)
                        .toList(),
                run.layers());
        assertEquals(
                told.stream()
                        .filter(event ->
                                !(event instanceof TrainEvent.StateChanged || event instanceof TrainEvent.Examined))
                        .toList(),
                run.past());
        assertEquals(Small.EPOCHS * Small.EPOCH, run.steps().size());
    }

    @Test
    void theCardSaysHowItEnded() {
        List<TrainEvent> told = new ArrayList<>();
        trainer.listen(told::add);
        trainer.play();
        EpochDone last = told.stream()
                .filter(EpochDone.class::isInstance)
                .map(EpochDone.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Standing standing = store.open(recorder.card().id()).card().standing();
        assertEquals(
                new Standing(
                        TrainState.FINISHED,
                        15,
                        3,
                        last.trainLoss(),
                        last.trainAccuracy(),
                        last.testLoss(),
                        last.testAccuracy(),
                        NOW,
                        Optional.of(NOW)),
                standing);
    }

    @Test
    void theNetworkIsSavedWheneverTheTrainingRests() {
        trainer.step();
        assertEquals(network.checkpoint(), saved());
        trainer.epoch();
        assertEquals(network.checkpoint(), saved());
        trainer.stop().join();
        assertEquals(
                TrainState.STOPPED,
                store.open(recorder.card().id()).card().standing().state());
        List<Path> unfinished = new ArrayList<>();
        trainer.listen(event -> unfinished.addAll(parts()));
        trainer.play();
        assertEquals(List.of(), unfinished);
    }

    @Test
    void theNetworkIsSavedAtTheEndOfAnEpochWhileItRuns() {
        List<Checkpoint> ends = new ArrayList<>();
        List<Checkpoint> found = new ArrayList<>();
        trainer.listen(event -> {
            if (event instanceof EpochDone) {
                ends.add(network.checkpoint());
            } else if (event instanceof StepDone && event.step() > Small.EPOCH && event.step() % Small.EPOCH == 2) {
                found.add(saved());
            }
        });
        trainer.play();
        assertEquals(ends.subList(0, 2), found);
    }

    @Test
    void aResetBeginsAnotherFolderAndLeavesTheOldOneAsItWas() {
        trainer.step();
        trainer.step();
        String first = recorder.card().id();
        Checkpoint atTwo = network.checkpoint();
        trainer.reset();
        assertNotEquals(first, recorder.card().id());
        assertEquals(1, store.list().size());
        assertEquals(0, recorder.card().standing().step());
        trainer.step();
        assertEquals(2, store.list().size());
        assertEquals(1, store.open(recorder.card().id()).steps().size());
        RecordedRun old = store.open(first);
        assertEquals(2, old.steps().size());
        Network reloaded = Small.network();
        old.model().orElseThrow().loadInto(reloaded);
        assertEquals(atTwo, reloaded.checkpoint());
    }

    @Test
    void aResetWhileItRunsSavesTheStepItWasAt() {
        String first = recorder.card().id();
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 7) {
                trainer.reset();
            }
        });
        trainer.play();
        assertEquals(7, store.open(first).card().standing().step());
        assertEquals(7, store.open(first).steps().size());
    }

    static Stream<Long> seeds() {
        return new SplittableRandom(20261123).longs(20).boxed();
    }

    /** The program is killed at a random moment; what the disk then holds of the logs is torn at a random place. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRunThatWasKilledGoesOnAsIfItHadNeverStopped(long seed) throws IOException {
        trainer.play();
        RecordedRun undisturbed = store.open(recorder.card().id());

        SplittableRandom random = new SplittableRandom(seed);
        Network first = Small.network();
        Trainer killed = Small.trainer(first, Beginning.FRESH);
        RunRecorder record = recorder(first, killed);
        int paused = random.nextInt(16);
        int dead = random.nextInt(1, 16);
        stopAt(paused, killed);
        killed.listen(event -> {
            if (event instanceof StepDone && event.step() == dead) {
                killed.unlisten(record);
                assertFalse(killed.stop().isDone());
            }
        });
        killed.play();
        killed.play();
        String id = record.card().id();
        long saved = store.open(id)
                .model()
                .map(model -> model.card().standing().step())
                .orElse(0L);
        assertTrue(saved < dead, "saved at " + saved + ", killed at " + dead);
        record.release();
        RunFiles files = new RunFiles(record.folder());
        tear(files.metrics(), 0, saved, random);
        tear(files.scores(), 1, saved, random);
        tear(files.layers(), 0, saved, random);

        RecordedRun run = store.open(id);
        Network second = Small.network();
        run.model().ifPresent(model -> model.loadInto(second));
        Trainer resumed =
                Small.trainer(second, run.beginning(() -> Small.network().checkpoint()));
        resumed.listen(run.resume(second, troubles::add));
        resumed.play();
        assertEquals(TrainState.FINISHED, resumed.state());
        assertEquals(network.checkpoint(), second.checkpoint());
        assertEquals(withoutTimes(undisturbed), withoutTimes(run));
        assertEquals(undisturbed.layers(), run.layers());
        assertEquals(
                undisturbed.card().standing().testLoss(), run.card().standing().testLoss());
        assertEquals(List.of(), troubles);
    }

    @Test
    void aRunWithAGapInItsRecordDoesNotPretend() throws IOException {
        trainer.step();
        trainer.step();
        Path metrics = recorder.folder().resolve("metrics.csv");
        List<String> lines = Files.readAllLines(metrics);
        Files.write(metrics, lines.subList(0, 2));
        RecordedRun run = store.open(recorder.card().id());
        assertProblem("run.missingSteps", () -> run.beginning(network::checkpoint), metrics);
    }

    @Test
    void aModelThatWasTrainedElsewhereGoesOnFromItsOwnStep() {
        Network trained = Small.network();
        for (int i = 0; i < Small.EPOCH; i++) {
            trained.learn(FakeNetwork.stripes(Small.blueprint(), 4, i), 0.1);
        }
        Trainer further = Small.trainer(
                trained, new Beginning(Small.EPOCH, List.of(), 4, Optional.of(() -> network.checkpoint())));
        RunRecorder record = recorder(trained, further);
        assertEquals(Small.EPOCH, record.card().standing().step());
        further.step();
        further.step();
        Beginning beginning = store.open(record.card().id()).beginning(network::checkpoint);
        assertEquals(Small.EPOCH + 2, beginning.step());
        assertEquals(2, beginning.openEpoch().size());
    }

    @Test
    void aDiskThatRefusesIsToldOnceAndTheTrainingGoesOn() throws IOException {
        Files.createDirectories(root.getParent());
        Files.writeString(root, "a file where the folder should be");
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
        assertEquals(1, troubles.size(), troubles.toString());
        assertEquals("run.notWritten", troubles.get(0).code());
        assertProblem("run.notWritten", recorder::record, recorder.folder());

        Files.delete(root);
        assertEquals(recorder.folder().resolve("model.zip"), recorder.record());
        RecordedRun run = store.open(recorder.card().id());
        assertEquals(15, run.steps().size(), "nothing was lost meanwhile");
        assertEquals(network.checkpoint(), saved());
    }

    @Test
    void troubleWithTheNetworkAloneIsToldOnceUntilItIsWritten() throws IOException {
        trainer.step();
        Path model = recorder.folder().resolve("model.zip");
        Files.delete(model);
        Files.createDirectories(model.resolve("in the way"));
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
        assertEquals(1, troubles.size(), troubles.toString());
        assertEquals(15, new RunFiles(recorder.folder()).readSteps().size(), "the rest is written as ever");

        Files.delete(model.resolve("in the way"));
        Files.delete(model);
        recorder.record();
        assertEquals(network.checkpoint(), saved());
        Files.delete(model);
        Files.createDirectories(model.resolve("in the way"));
        recorder.close();
        assertEquals(2, troubles.size(), "another trouble is told again");
    }

    @Test
    void runsAreListedTheLatestFirstDamagedOnesAmongThem() throws IOException {
        trainer.step();
        Files.createDirectories(root.resolve("20270101-000000-lenet-ffffff"));
        Files.writeString(root.resolve("20270101-000000-lenet-ffffff/run.json"), "{");
        Files.createDirectories(root.resolve("no-run"));
        List<RunEntry> runs = store.list();
        assertEquals(2, runs.size());
        assertEquals("run.notJson", runs.get(0).problem().orElseThrow().code());
        assertEquals(recorder.card().id(), runs.get(1).id());
        assertEquals(1, runs.get(1).card().orElseThrow().standing().step());
        long bytes = 0;
        try (Stream<Path> files = Files.list(recorder.folder())) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertEquals(bytes, runs.get(1).bytes());
    }

    @Test
    void aRunIsDeletedForGoodWithWhatACrashLeft() throws IOException {
        trainer.step();
        String id = recorder.card().id();
        Files.writeString(recorder.folder().resolve(".model.zip.1.part"), "half");
        recorder.close();
        Path trash = store.delete(id);
        assertEquals(List.of(), store.list());
        assertTrue(Files.notExists(recorder.folder()));
        assertEquals(1, store.trash().empty());
        assertTrue(Files.notExists(trash));
        assertProblem("run.noRun", () -> store.delete(id), id);
    }

    @Test
    void onlyRunsOfTheStoreAreDeleted() throws IOException {
        trainer.step();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.copy(recorder.folder().resolve("run.json"), elsewhere.resolve("run.json"));
        assertEquals(elsewhere, store.open(elsewhere.toString()).folder());
        assertProblem("run.noRun", () -> store.delete(elsewhere.toString()), elsewhere);
        assertProblem("run.noRun", () -> store.delete("../../../elsewhere"), "../../../elsewhere");
        assertTrue(Files.exists(elsewhere.resolve("run.json")));
        recorder.close();
        Files.createFile(recorder.folder().resolve("mine.txt"));
        Path trash = store.delete(recorder.card().id());
        assertProblem("run.notDeleted", () -> store.trash().empty());
        assertTrue(Files.exists(trash.resolve("mine.txt")), "a stranger's file is nobody's to remove");
    }

    @Test
    void aLongEpochIsSavedWhenItIsTimeAndNeverWithALossThatIsNoNumber() {
        long[] now = {0};
        RunStore patient =
                new RunStore(root.resolveSibling("others"), () -> new SavingPace(Duration.ofNanos(2), 1, () -> now[0]));
        Network learning = Small.network();
        Trainer slow = Small.trainer(learning, Beginning.FRESH);
        RunRecorder record = patient.begin(Small.SCENARIO, learning, Small.TRAIN.size(), Small.TEST.size(), t -> {});
        List<Long> saved = new ArrayList<>();
        slow.listen(event -> now[0] += event instanceof StepDone ? 1 : 0);
        slow.listen(record);
        slow.listen(event -> {
            if (event instanceof StepDone && event.step() < Small.EPOCH) {
                RunFiles files = new RunFiles(record.folder());
                saved.add(
                        files.hasModel()
                                ? ModelFile.open(files.model())
                                        .card()
                                        .standing()
                                        .step()
                                : 0L);
            }
        });
        slow.play();
        assertEquals(List.of(0L, 0L, 3L, 3L), saved, "the record begins with the first step");

        RunRecorder other = patient.begin(Small.SCENARIO, learning, Small.TRAIN.size(), Small.TEST.size(), t -> {});
        other.accept(new StepDone(16, 4, 1, 0, 0.1, 1, 1));
        long atFirst = Files.exists(other.folder().resolve("model.zip")) ? 1 : 0;
        assertEquals(1, atFirst, "weights that were trained elsewhere are saved with the first step");
        FileTime before = time(other.folder().resolve("model.zip"));
        now[0] += 100;
        other.accept(new StepDone(17, 4, Double.NaN, 0, 0.1, 1, 1));
        assertEquals(before, time(other.folder().resolve("model.zip")));
        other.accept(new StepDone(18, 4, 1, 0, 0.1, 1, 1));
        assertNotEquals(before, time(other.folder().resolve("model.zip")));
        other.close();
    }

    /** When a file was written, as a number that no two files share. */
    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldAndWhatWaitedIsWrittenWhenThereIsRoom() throws IOException {
        trainer.step();
        Path metrics = recorder.folder().resolve("metrics.csv");
        Path kept = Files.move(metrics, folder.resolve("metrics.csv"));
        Files.createSymbolicLink(metrics, Path.of("/dev/full"));
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
        assertEquals(
                List.of("run.notWritten"), troubles.stream().map(Problem::code).toList());
        assertProblem("run.notWritten", recorder::record, recorder.folder());
        Files.delete(metrics);
        Files.move(kept, metrics);
        recorder.record();
        assertEquals(15, store.open(recorder.card().id()).steps().size(), "nothing was lost meanwhile");
    }

    @Test
    void aFolderThatMayOnlyBeReadIsOpenedAndNotGoneOnWith() throws IOException {
        trainer.step();
        recorder.close();
        Path lock = recorder.folder().resolve(Ownership.FILE);
        Files.delete(lock);
        Files.createDirectories(lock.resolve("which cannot be opened as a file, not even by root"));
        RecordedRun run = store.open(recorder.card().id());
        assertEquals(1, run.steps().size());
        assertProblem("run.notWritten", run::claim, recorder.folder());
        assertEquals(1, store.open(recorder.card().id()).steps().size());
    }

    @Test
    void aRunOfANewerVersionIsListedWithAProblemAndNothingOfItIsTouched() throws IOException {
        trainer.step();
        recorder.close();
        Path card = recorder.folder().resolve("run.json");
        Path model = recorder.folder().resolve("model.zip");
        String newer = Files.readString(card).replaceFirst("\"format\" : \\d+", "\"format\" : 99");
        Files.writeString(card, newer);
        Zips.putCard(model, Zips.card(model).replaceFirst("\"format\" : \\d+", "\"format\" : 99"));
        byte[] before = Files.readAllBytes(model);
        String id = recorder.card().id();
        assertEquals(
                "run.newerFormat", store.list().get(0).problem().orElseThrow().code());
        assertProblem("run.newerFormat", () -> store.open(id).card(), 99);
        assertProblem("run.newerFormat", () -> store.open(id).resume(Small.network(), troubles::add), 99);
        assertProblem("run.newerFormat", () -> store.export(id, folder.resolve("newer.zip")), 99);
        assertEquals(newer, Files.readString(card));
        assertArrayEquals(before, Files.readAllBytes(model));
        assertEquals(1, new RunFiles(recorder.folder()).readSteps().size());
    }

    @Test
    void aRunThatIsNotThereIsAProblem() {
        assertProblem("run.noRun", () -> store.open("none"), "none", root);
        assertProblem("run.noRun", () -> store.open("no\0path"), root);
    }

    private RunRecorder recorder(Network of, Trainer heard) {
        RunRecorder made = store.begin(Small.SCENARIO, of, Small.TRAIN.size(), Small.TEST.size(), troubles::add);
        heard.listen(made);
        return made;
    }

    private Checkpoint saved() {
        Network loaded = Small.network();
        store.open(recorder.card().id()).model().orElseThrow().loadInto(loaded);
        return loaded.checkpoint();
    }

    private List<Path> parts() {
        try (Stream<Path> files = Files.list(recorder.folder())) {
            return files.filter(file -> file.toString().endsWith(WholeFile.PART))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void stopAt(int step, Trainer trainer) {
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == step) {
                assertFalse(trainer.pause().isDone());
            }
        });
    }

    /** Cuts a log anywhere behind what was flushed with the network that was saved. */
    private static void tear(Path log, int stepColumn, long saved, SplittableRandom random) throws IOException {
        if (Files.exists(log)) {
            long safe = 0;
            for (String line : Files.readAllLines(log)) {
                boolean header = safe == 0;
                if (header || Long.parseLong(line.split(",")[stepColumn]) <= saved) {
                    safe += line.length() + 1;
                }
            }
            try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                channel.truncate(random.nextLong(safe, channel.size() + 1));
            }
        }
    }

    private static List<Object> withoutTimes(RecordedRun run) {
        List<Object> values = new ArrayList<>();
        run.steps()
                .forEach(s ->
                        values.add(List.of(s.step(), s.epoch(), s.loss(), s.accuracy(), s.learningRate(), s.images())));
        run.scores()
                .forEach(score -> values.add(
                        score instanceof EpochDone e
                                ? List.of(
                                        e.step(),
                                        e.images(),
                                        e.trainLoss(),
                                        e.trainAccuracy(),
                                        e.testLoss(),
                                        e.testAccuracy())
                                : score));
        return values;
    }
}
