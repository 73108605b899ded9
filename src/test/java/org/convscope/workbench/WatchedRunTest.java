package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.convscope.frame.Scope;
import org.convscope.net.FakeNetwork;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.StateChanged;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One workbench learns, another one watches through the disk alone. */
@Timeout(60)
class WatchedRunTest {

    private static final int SIDE = 12;

    @TempDir
    private Path folder;

    private LiveWorkbench writing;
    private LiveWorkbench watching;
    private OpenRun written;
    private WatchedRun watched;
    private final List<TrainEvent> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        images();
        writing = workbench("theirs");
        watching = workbench("ours");
        written = writing.begin(scenario()).join();
        learn(2);
        watched = (WatchedRun) watching.watch(written.folder().toString()).join();
        watched.listen(heard::add);
    }

    @AfterEach
    void close() {
        watching.close().join();
        writing.close().join();
    }

    @Test
    void whatWasRecordedBeforeIsItsPastAndWhatComesIsTold() {
        assertEquals(List.of(1L, 2L), steps(watched.past()));
        assertEquals(2, watched.progress().step());
        assertEquals(TrainState.PAUSED, watched.progress().state());
        learn(2);
        watched.look();
        assertEquals(List.of(3L, 4L), steps(heard));
        assertEquals(List.of(1L, 2L, 3L, 4L), steps(watched.past()), "for whoever comes later");
        assertEquals(written.progress().stepOfEpoch(), watched.progress().stepOfEpoch());
        assertEquals(written.progress().images(), watched.progress().images());
    }

    @Test
    void theNetworkIsTheOneThatWasSavedLast() {
        assertEquals(2, watched.shownStep());
        learn(1);
        watched.look();
        assertEquals(3, watched.shownStep());
        assertEquals(picture(written), picture(watched));
    }

    @Test
    void itIsLookedAtOnlyAndSaysWhy() {
        assertTrue(watched.isOnlyLookedAt());
        List<Problem> told = new ArrayList<>();
        watched.listenForTrouble(told::add);
        watched.play();
        watched.step();
        assertEquals(
                List.of("workbench.watched", "workbench.watched"),
                told.stream().map(Problem::code).toList());
        Throwable refused = assertThrows(
                        CompletionException.class, () -> watched.record().join())
                .getCause();
        assertEquals("workbench.watched", ((ProblemException) refused).problem().code());
        assertEquals(2, written.progress().step());
    }

    @Test
    void aFolderThatVanishesIsToldAndWhatWasSeenStays() throws IOException {
        List<Problem> told = new CopyOnWriteArrayList<>();
        watched.listenForTrouble(told::add);
        written.close().join();
        Path away = folder.resolve("away");
        Files.move(watched.folder(), away);
        look(8);
        assertEquals(
                List.of("workbench.watchLost"), told.stream().map(Problem::code).toList());
        assertFalse(watched.watch().orElseThrow().isThere());
        assertFalse(picture(watched).isEmpty());
        Files.move(away, watched.folder());
        watched.look();
        assertTrue(watched.watch().orElseThrow().isThere());
    }

    @Test
    void aNetworkThatCannotBeReadIsToldAndTheOneBeforeStays() throws IOException {
        List<Problem> told = new CopyOnWriteArrayList<>();
        watched.listenForTrouble(told::add);
        String before = picture(watched);
        learn(1);
        Path model = watched.folder().resolve("model.zip");
        byte[] whole = Files.readAllBytes(model);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 3] ^= 1;
        Files.write(model, damaged);
        look(8);
        assertEquals(List.of("run.checksum"), told.stream().map(Problem::code).toList());
        assertEquals(before, picture(watched));
        Files.write(model, whole);
        watched.look();
        assertEquals(3, watched.shownStep());
    }

    @Test
    void theEndOfTheRunIsHeard() {
        CompletableFuture<Void> ended = when(TrainState.FINISHED);
        written.play();
        ended.join();
        watched.look();
        assertEquals(TrainState.FINISHED, watched.progress().state());
        assertTrue(heard.stream()
                .anyMatch(event -> event instanceof StateChanged change && change.to() == TrainState.FINISHED));
        assertEquals(written.progress().step(), watched.progress().step());
        assertEquals(written.testAccuracy(), watched.testAccuracy());
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watched.look();
        }
    }

    private String picture(OpenRun run) {
        return run.see(run.testImage(0), Scope.LAYER, Optional.empty())
                .join()
                .overview()
                .mosaics()
                .toString();
    }

    private void learn(int steps) {
        for (int i = 0; i < steps; i++) {
            CompletableFuture<Void> paused = when(TrainState.PAUSED);
            written.step();
            paused.join();
        }
    }

    /** When it is written down that it stands so: the recorder listens before anybody else. */
    private CompletableFuture<Void> when(TrainState state) {
        CompletableFuture<Void> came = new CompletableFuture<>();
        written.listen(event -> {
            if (event instanceof StateChanged change && change.to() == state) {
                came.complete(null);
            }
        });
        return came;
    }

    private static List<Long> steps(List<TrainEvent> events) {
        return events.stream()
                .filter(StepDone.class::isInstance)
                .map(TrainEvent::step)
                .toList();
    }

    private LiveWorkbench workbench(String runs) {
        return new LiveWorkbench(
                FakeNetwork.factory(),
                EngineSettings.STANDARD,
                new ModelShelf(folder.resolve("models")),
                new RunStore(folder.resolve(runs)));
    }

    private Scenario scenario() {
        return new Scenario(
                folder.resolve("images").toString(),
                "lenet",
                Map.of("activation", "tanh"),
                new TrainingPlan(new Optimizer.Nesterov(0.9), 0.02, new Schedule.Constant(), 5, 2, 7, 0));
    }

    /** 23 images to learn from and 17 to be tested on, of ten classes. */
    private void images() throws IOException {
        Random random = new Random(5);
        Path images = Files.createDirectories(folder.resolve("images"));
        for (String kind : List.of("train", "t10k")) {
            int count = kind.equals("train") ? 23 : 17;
            ByteBuffer pixels = ByteBuffer.allocate(16 + count * SIDE * SIDE);
            pixels.putInt(0x803).putInt(count).putInt(SIDE).putInt(SIDE);
            ByteBuffer labels = ByteBuffer.allocate(8 + count);
            labels.putInt(0x801).putInt(count);
            for (int i = 0; i < count; i++) {
                labels.put((byte) (i % 10));
            }
            while (pixels.hasRemaining()) {
                pixels.put((byte) random.nextInt(256));
            }
            Files.write(images.resolve(kind + "-images-idx3-ubyte"), pixels.array());
            Files.write(images.resolve(kind + "-labels-idx1-ubyte"), labels.array());
        }
    }
}
