package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.convscope.net.Network;
import org.convscope.problem.Problem;
import org.convscope.train.Beginning;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind to go back to. */
class SnapshotRecorderTest {

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private final Trainer trainer = Small.trainer(network, Beginning.FRESH);
    private final List<Problem> troubles = new ArrayList<>();
    private final Map<Long, float[]> seen = new TreeMap<>();
    private RunStore store;
    private RunRecorder recorder;

    @BeforeEach
    void record() {
        store = new RunStore(folder.resolve("runs"));
        recorder = store.begin(Small.SCENARIO, network, Small.TRAIN.size(), Small.TEST.size(), troubles::add);
        seen.put(0L, network.parameters());
        trainer.listen(recorder);
        trainer.listen(this::see);
    }

    @Test
    void everyStepOfAShortRunIsKeptFromTheFirstWeightsOn() {
        trainer.play();
        assertEquals(steps(0, 15), recorder.snapshots().steps());
        seen.forEach(
                (step, values) -> assertArrayEquals(values, recorder.snapshots().read(step), "step " + step));
        assertEquals(16, seen.size());
        assertTrue(store.entry(recorder.card().id()).bytes() > bytes(), "they count as what the run takes");
        assertEquals(List.of(), troubles);
    }

    @Test
    void aNetworkThatWasOnlyOpenedLeavesNothing() {
        recorder.close();
        assertEquals(List.of(), recorder.snapshots().steps());
        assertTrue(Files.notExists(folder.resolve("runs")));
    }

    @Test
    void whatCameAfterTheSavedNetworkIsLearnedAndKeptAnew() throws IOException {
        trainer.epoch();
        byte[] model = Files.readAllBytes(file("model.zip"));
        byte[] card = Files.readAllBytes(file("run.json"));
        trainer.epoch();
        recorder.close();
        Files.write(file("model.zip"), model);
        Files.write(file("run.json"), card);

        Network second = Small.network();
        RecordedRun run = store.open(recorder.card().id());
        run.model().orElseThrow().loadInto(second);
        Trainer resumed = Small.trainer(second, run.beginning(network::checkpoint));
        RunRecorder goingOn = run.resume(second, troubles::add);
        assertEquals(steps(0, 5), goingOn.snapshots().steps());
        resumed.listen(goingOn);
        resumed.epoch();
        assertEquals(steps(0, 10), goingOn.snapshots().steps());
        seen.forEach(
                (step, values) -> assertArrayEquals(values, goingOn.snapshots().read(step), "step " + step));
        assertEquals(List.of(), troubles);
    }

    @Test
    void aRunThatWasRecordedWithoutThemHasThemFromWhereItGoesOn() throws IOException {
        trainer.epoch();
        recorder.close();
        Files.delete(file("snapshots.bin"));
        RecordedRun run = store.open(recorder.card().id());
        RunRecorder goingOn = run.resume(network, troubles::add);
        Trainer resumed = Small.trainer(network, run.beginning(network::checkpoint));
        resumed.listen(goingOn);
        resumed.step();
        assertEquals(List.of(5L, 6L), goingOn.snapshots().steps());
    }

    @Test
    void ifTheyAloneAreRefusedThatIsToldOnceAndTheTrainingGoesOn() throws IOException {
        trainer.step();
        Files.delete(file("snapshots.bin"));
        Files.createDirectories(file("snapshots.bin").resolve("in the way"));
        trainer.play();
        assertEquals(
                List.of("run.notWritten"), troubles.stream().map(Problem::code).toList());
        assertEquals(15, store.open(recorder.card().id()).steps().size());
    }

    @Test
    void aResetBeginsWithTheFirstWeightsAgain() {
        trainer.step();
        trainer.step();
        Snapshots before = recorder.snapshots();
        trainer.reset();
        assertEquals(List.of(), recorder.snapshots().steps());
        trainer.step();
        assertEquals(steps(0, 1), recorder.snapshots().steps());
        assertArrayEquals(seen.get(0L), recorder.snapshots().read(0));
        assertEquals(steps(0, 2), before.steps(), "the run that was left keeps its own");
    }

    @Test
    void theyGoWithTheRun() {
        trainer.step();
        recorder.close();
        Path trash = store.delete(recorder.card().id());
        assertTrue(Files.exists(trash.resolve("snapshots.bin")));
        assertEquals(1, store.trash().empty());
        assertTrue(Files.notExists(trash));
    }

    private void see(TrainEvent event) {
        if (event instanceof StepDone done) {
            seen.put(done.step(), network.parameters());
        }
    }

    private long bytes() {
        return 16L * SnapshotFile.placeBytes(network.parameters().length);
    }

    private Path file(String name) {
        return recorder.folder().resolve(name);
    }

    private static List<Long> steps(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
