package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convscope.net.Network;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Steering;
import org.convscope.train.Beginning;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFollowerTest {

    private static final List<Class<? extends TrainEvent>> RECORDED =
            List.of(StepDone.class, SampleScored.class, TrainSampleScored.class, EpochDone.class, LayersMeasured.class);

    @TempDir
    private Path folder;

    private final Network network = Small.network();
    private final Trainer trainer = Small.trainer(network, Beginning.FRESH);
    private final List<TrainEvent> told = new ArrayList<>();
    private RunStore store;
    private RunRecorder recorder;
    private RunFollower follower;

    @BeforeEach
    void record() {
        store = new RunStore(folder.resolve("runs"));
        recorder = store.begin(Small.SCENARIO, network, Small.TRAIN.size(), Small.TEST.size(), problem -> {
            throw problem.asException();
        });
        trainer.listen(recorder);
        trainer.listen(event -> {
            if (RECORDED.stream().anyMatch(kind -> kind.isInstance(event))) {
                told.add(event);
            }
        });
        trainer.step();
        follower = store.follow(recorder.folder().toString());
    }

    @Test
    void everyLookBringsWhatCameSinceInTheOrderInWhichItHappened() {
        List<TrainEvent> heard = new ArrayList<>(follower.look().news());
        trainer.epoch();
        RunFollower.Look second = follower.look();
        assertFalse(second.isAnew());
        heard.addAll(second.news());
        trainer.play();
        RunFollower.Look last = follower.look();
        heard.addAll(last.news());
        assertEquals(TrainState.FINISHED, last.card().standing().state());
        heard.addAll(follower.look().news());
        assertEquals(of(StepDone.class, told), of(StepDone.class, heard));
        assertEquals(of(SampleScored.class, told), of(SampleScored.class, heard));
        assertEquals(of(EpochDone.class, told), of(EpochDone.class, heard));
        assertEquals(of(LayersMeasured.class, told), of(LayersMeasured.class, heard));
        assertEquals(told.size(), heard.size());
        assertEquals(List.of(), follower.look().news());
    }

    @Test
    void aMeasurementOfTheLayersIsToldWhenItIsWhole() throws IOException {
        trainer.play();
        Path log = new RunFiles(recorder.folder()).layers();
        String whole = Files.readString(log);
        int half = whole.lastIndexOf("\n", whole.length() - 2) + 1;
        Files.writeString(log, whole.substring(0, half));
        List<TrainEvent> heard = new ArrayList<>(follower.look().news());
        Files.writeString(log, whole.substring(half), StandardOpenOption.APPEND);
        heard.addAll(follower.look().news());
        heard.addAll(follower.look().news());
        assertEquals(of(LayersMeasured.class, told), of(LayersMeasured.class, heard));
    }

    @Test
    void theNetworkComesWheneverAnotherOneWasSaved() {
        Network seen = Small.network();
        assertTrue(follower.look().isSaved());
        assertEquals(1, follower.load(seen));
        assertEquals(network.checkpoint(), seen.checkpoint());
        assertFalse(follower.look().isSaved());
        trainer.step();
        assertTrue(follower.look().isSaved());
        assertEquals(2, follower.load(seen));
        assertEquals(network.checkpoint(), seen.checkpoint());
    }

    @Test
    void aNetworkThatWasReplacedSinceTheLookIsLoadedAsItIsNow() {
        Network seen = Small.network();
        assertTrue(follower.look().isSaved());
        trainer.step();
        assertEquals(2, follower.load(seen));
        assertEquals(network.checkpoint(), seen.checkpoint());
        assertFalse(follower.look().isSaved());
    }

    @Test
    void aTornLineWaitsForItsEnd() throws IOException {
        trainer.epoch();
        Path log = new RunFiles(recorder.folder()).metrics();
        String whole = Files.readString(log);
        int half = whole.lastIndexOf("\n", whole.length() - 2) + 5;
        Files.writeString(log, whole.substring(0, half));
        List<TrainEvent> heard = new ArrayList<>(follower.look().news());
        long last = told.get(told.size() - 1).step();
        assertTrue(heard.stream().allMatch(event -> event.step() < last), "a score waits for its step");
        Files.writeString(log, whole.substring(half), StandardOpenOption.APPEND);
        heard.addAll(follower.look().news());
        heard.addAll(follower.look().news());
        assertEquals(of(StepDone.class, told), of(StepDone.class, heard));
        assertEquals(of(EpochDone.class, told), of(EpochDone.class, heard));
    }

    @Test
    void aLineWhoseBytesAreNotThereYetIsReadAgain() throws IOException {
        Path log = new RunFiles(recorder.folder()).metrics();
        String whole = Files.readString(log);
        Files.writeString(log, whole.replaceFirst("(?m)^1,.*$", "\0\0\0\0"));
        assertEquals(List.of(), follower.look().news());
        Files.writeString(log, whole);
        assertEquals(told, follower.look().news());
    }

    @Test
    void aRunThatIsCutBackIsToldAnew() {
        trainer.epoch();
        follower.look();
        recorder.close();
        RecordedRun run = store.open(recorder.folder().toString());
        new RunFiles(recorder.folder()).cutAfter(3, Steering.of(Small.SCENARIO.plan()));
        RunFollower.Look anew = follower.look();
        assertTrue(anew.isAnew());
        assertEquals(Stream.concat(run.steps().stream(), run.scores().stream()).toList(), anew.news());
        assertEquals(3, anew.news().size());
    }

    @Test
    void aFolderThatVanishedIsAProblemAndFollowedAgainWhenItIsBack() throws IOException {
        follower.look();
        Path away = folder.resolve("away");
        Files.move(recorder.folder(), away);
        assertThrows(ProblemException.class, follower::look);
        Files.move(away, recorder.folder());
        assertEquals(List.of(), follower.look().news());
    }

    @Test
    void aFolderOfRunsMeansItsLatest() {
        assertEquals(
                recorder.folder(),
                new RunStore(folder.resolve("elsewhere"))
                        .follow(folder.resolve("runs").toString())
                        .folder());
        assertThrows(ProblemException.class, () -> store.follow("no-such-run"));
    }

    @Test
    void whoeverFollowsLeavesTheFolderAsItIs() throws IOException {
        recorder.close();
        List<String> before = names();
        follower.look();
        follower.idle(network, problem -> {}).close();
        assertEquals(before, names());
    }

    private static List<TrainEvent> of(Class<? extends TrainEvent> kind, List<TrainEvent> events) {
        return events.stream().filter(kind::isInstance).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(recorder.folder())) {
            return files.map(file -> file + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
