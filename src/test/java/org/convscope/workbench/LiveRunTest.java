package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelEntry;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.run.tensorboard.EventReader;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Tensor;
import org.convscope.train.Examination;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person can do with an open run, on threads, files and a person's own images, but without an engine. */
@Timeout(60)
class LiveRunTest {

    private static final int STEPS_PER_EPOCH = 5;

    @TempDir
    private Path folder;

    private LiveWorkbench workbench;

    @BeforeEach
    void make() throws IOException {
        images(12);
        workbench = workbench(FakeNetwork.factory());
    }

    @AfterEach
    void close() {
        workbench.close().join();
    }

    @Test
    void anEpochIsLearnedAndScored() {
        OpenRun run = begin();
        assertTrue(Double.isNaN(run.testAccuracy()));
        untilItPauses(run, run::epoch);
        assertEquals(STEPS_PER_EPOCH, run.progress().step());
        assertTrue(run.testAccuracy() >= 0 && run.testAccuracy() <= 1, "scored " + run.testAccuracy());
    }

    @Test
    void anExaminationOfARunThatRestsIsThatOfItsEpoch() {
        OpenRun run = begin();
        List<TrainEvent> heard = new CopyOnWriteArrayList<>();
        run.listen(heard::add);
        untilItPauses(run, run::epoch);
        List<Loading.Read> read = new CopyOnWriteArrayList<>();
        Examination asked =
                run.examine(new Loading(read::add, new Cancellation())).join();
        assertTrue(heard.contains(new TrainEvent.Examined(STEPS_PER_EPOCH, asked)));
        assertEquals(run.testAccuracy(), asked.accuracy());
        assertEquals(asked.images(), read.get(read.size() - 1).images());
    }

    @Test
    void anExaminationCanBeEnded() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        CompletableFuture<Examination> asked = begin().examine(new Loading(read -> {}, cancellation));
        CompletionException ended = assertThrows(CompletionException.class, asked::join);
        assertEquals(CancellationException.class, ended.getCause().getClass());
    }

    @Test
    void whatItSaysOfSeveralImagesIsWhatItSaysOfEach() {
        OpenRun run = begin();
        List<Integer> images = List.of(2, 0, 1);
        Answers answers = run.answers(OptionalLong.empty(), images).join();
        assertEquals(images, answers.images());
        for (int row = 0; row < images.size(); row++) {
            Overview one = run.see(run.testImage(images.get(row)), Scope.LAYER, Optional.empty())
                    .join()
                    .overview();
            for (int label = 0; label < answers.classes(); label++) {
                assertEquals(one.prediction().bars().get(label).value(), answers.probability(row, label), 1e-6);
            }
        }
    }

    @Test
    void aStoppedRunCanStillBeLookedAt() {
        OpenRun run = begin();
        untilItPauses(run, run::step);
        assertEquals(1, run.stop().join());
        assertEquals(TrainState.STOPPED, run.progress().state());
        assertEquals(1, look(run).stamp().step());
    }

    @Test
    void whoeverHearsNoMoreHearsNoMore() {
        OpenRun run = begin();
        List<TrainEvent> heard = new CopyOnWriteArrayList<>();
        Consumer<TrainEvent> listener = heard::add;
        run.listen(listener);
        untilItPauses(run, run::step);
        List<TrainEvent> before = List.copyOf(heard);
        assertFalse(before.isEmpty());
        run.unlisten(listener);
        untilItPauses(run, run::step);
        assertEquals(before, heard);
    }

    @Test
    void afterAResetItLooksAsItDidAtFirst() {
        OpenRun run = begin();
        Map<String, Tensor> first = pictures(run);
        untilItPauses(run, run::epoch);
        assertNotEquals(first, pictures(run));
        CompletableFuture<TrainEvent> done = next(run, TrainEvent.Reset.class);
        run.reset();
        done.join();
        assertEquals(first, pictures(run));
        assertEquals(0, run.progress().step());
        assertTrue(Double.isNaN(run.testAccuracy()), "the score was that of other weights");
    }

    @Test
    void theFirstWeightsOfALargeNetworkAreDrawnAgainToTheLastBit() {
        LiveWorkbench real = workbench(new Dl4jNetworkFactory());
        OpenRun run = real.begin(new Scenario(
                        folder.resolve("images").toString(),
                        "mlp",
                        Map.of("depth", "2", "units", "4096"),
                        new TrainingPlan(new Optimizer.Sgd(), 0.02, new Schedule.Constant(), 5, 3, 7, 0)))
                .join();
        assertTrue(run.census().parameters() > 10_000_000);
        Map<String, Tensor> first = pictures(run);
        untilItPauses(run, run::step);
        assertNotEquals(first, pictures(run));
        CompletableFuture<TrainEvent> done = next(run, TrainEvent.Reset.class);
        run.reset();
        done.join();
        assertEquals(first, pictures(run));
        real.close().join();
    }

    @Test
    void layersAreExaminedOnceThereWasAStep() {
        OpenRun run = begin();
        LayerHealth before = run.health().join();
        assertEquals(
                List.of("conv1", "conv2", "fc1", "fc2", "logits"),
                before.layers().stream().map(LayerHealth.Row::node).toList());
        assertTrue(before.layers().stream().allMatch(row -> Double.isNaN(row.gradientRms())));
        untilItPauses(run, run::step);
        LayerHealth after = run.health().join();
        assertEquals(1, after.stamp().step());
        assertTrue(after.layers().stream().allMatch(row -> row.gradientRms() > 0 && row.updateRatio() > 0));
        assertEquals("act1", after.layers().get(0).activation());
        assertEquals("", after.layers().get(4).activation());
        assertTrue(Double.isNaN(after.layers().get(4).deadShare()), "logits are no activation");
    }

    @Test
    void whatWasLeftAndResumedIsWhereItWouldHaveBeen() {
        OpenRun whole = begin();
        untilItPauses(whole, whole::epoch);
        untilItPauses(whole, whole::step);

        OpenRun left = begin();
        untilItPauses(left, left::epoch);
        left.close().join();
        OpenRun resumed = workbench.resume(left.id()).join();
        assertEquals(STEPS_PER_EPOCH, resumed.progress().step());
        assertEquals(left.testAccuracy(), resumed.testAccuracy());
        untilItPauses(resumed, resumed::step);

        assertEquals(pictures(whole), pictures(resumed));
    }

    @Test
    void aSavedNetworkIsOpenedFromItsFileAndFromTheShelf() {
        OpenRun run = begin();
        untilItPauses(run, run::epoch);
        Path file = run.save(folder.resolve("mine.zip")).join();
        assertEquals(List.of(), workbench.models());
        assertEquals("mine", workbench.keep("mine", file).id());
        assertEquals(
                List.of("mine"), workbench.models().stream().map(ModelEntry::id).toList());
        for (String name : List.of("mine", file.toString())) {
            OpenRun opened = workbench.open(name).join();
            assertEquals(pictures(run), pictures(opened), name);
            assertEquals(run.testAccuracy(), opened.testAccuracy(), name);
            assertNotEquals(run.id(), opened.id(), "it is a run of its own");
        }
    }

    @Test
    void aNetworkForImagesOfAnotherSizeIsAProblem() throws IOException {
        OpenRun run = begin();
        Path file = run.save(folder.resolve("mine.zip")).join();
        images(14);
        Problem problem = problem(workbench.open(file.toString()));
        assertEquals("workbench.otherImages", problem.code());
        assertTrue(problem.inOneLine().contains("1×14×14"), problem.inOneLine());
        assertTrue(problem.inOneLine().contains("1×12×12"), problem.inOneLine());
    }

    @Test
    void aNameThatCannotEvenBeAPathIsAProblem() {
        assertEquals("workbench.noModel", problem(workbench.open("a\0b")).code());
    }

    @Test
    void aNetworkThatCannotBeBornLeavesNothingBehind() {
        ProblemException refusal = Problem.of("engine.memory", 1, 2, 3, 4).asException();
        LiveWorkbench cramped = workbench(new Refusing(refusal, new CompletableFuture<>()));
        assertSame(refusal.problem(), problem(cramped.begin(scenario())));
        cramped.close().join();
    }

    @Test
    void warmingUpIsDoneByTheEngineOnAnotherThread() {
        CompletableFuture<Thread> warmed = new CompletableFuture<>();
        LiveWorkbench cold = workbench(new Refusing(null, warmed));
        cold.warmUp();
        assertNotEquals(Thread.currentThread(), warmed.join());
        cold.close().join();
    }

    @Test
    void whatCannotBeRecordedIsToldAndTrainingGoesOn() throws IOException {
        Files.writeString(folder.resolve("runs"), "a file where a folder should be");
        OpenRun run = begin();
        CompletableFuture<Problem> trouble = new CompletableFuture<>();
        run.listenForTrouble(trouble::complete);
        untilItPauses(run, run::epoch);
        assertEquals(STEPS_PER_EPOCH, run.progress().step());
        assertTrue(trouble.join().inOneLine().contains("runs"), trouble.join().inOneLine());
    }

    /** An engine that warms up where it can be seen, and refuses every network. */
    private record Refusing(ProblemException refusal, CompletableFuture<Thread> warmed) implements NetworkFactory {

        @Override
        public Network create(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings) {
            throw refusal;
        }

        @Override
        public void load() {
            // Loops are always there.
        }

        @Override
        public void warmUp() {
            warmed.complete(Thread.currentThread());
        }

        @Override
        public EngineReport report(EngineSettings settings) {
            return FakeNetwork.factory().report(settings);
        }
    }

    @Test
    void aRecordedRunIsWrittenForTensorBoardWithCurvesHistogramsAndPictures() throws IOException {
        OpenRun run = begin();
        untilItPauses(run, run::epoch);
        Path file = workbench
                .tensorBoard(run.folder().toString(), folder.resolve("board"))
                .join();
        assertEquals(folder.resolve("board").resolve(run.id()), file.getParent());
        List<EventReader.Fields> events = EventReader.read(file);
        assertEquals(
                Set.of(1L, 2L, 3L, 4L, 5L),
                EventReader.values(events, "loss/train").keySet());
        float accuracy =
                (Float) EventReader.values(events, "accuracy/test").get(5L).one(2);
        assertEquals(run.testAccuracy(), accuracy, 1e-6);
        assertEquals(
                1.0,
                (Double) EventReader.values(events, "saved weights/conv1")
                        .get(5L)
                        .message(5)
                        .one(3),
                1e-9);
        byte[] png = (byte[])
                EventReader.values(events, "filters/conv1").get(5L).message(4).one(4);
        assertNotNull(ImageIO.read(new ByteArrayInputStream(png)));
        assertTrue(EventReader.values(events, "first test image/conv2").containsKey(5L));
    }

    @Test
    void aRunWhoseImagesAreGoneIsWrittenForTensorBoardWithoutItsMaps() throws IOException {
        OpenRun run = begin();
        untilItPauses(run, run::step);
        Files.move(folder.resolve("images"), folder.resolve("elsewhere"));
        List<EventReader.Fields> events = EventReader.read(workbench
                .tensorBoard(run.folder().toString(), folder.resolve("board"))
                .join());
        assertTrue(EventReader.values(events, "filters/conv1").containsKey(1L));
        assertTrue(EventReader.values(events, "first test image/conv2").isEmpty());
        Files.move(folder.resolve("elsewhere"), folder.resolve("images"));
    }

    private LiveWorkbench workbench(NetworkFactory factory) {
        return new LiveWorkbench(
                factory,
                EngineSettings.STANDARD,
                new ModelShelf(folder.resolve("models")),
                new RunStore(folder.resolve("runs")));
    }

    private Scenario scenario() {
        return new Scenario(
                folder.resolve("images").toString(),
                "lenet",
                Map.of("activation", "tanh"),
                new TrainingPlan(new Optimizer.Nesterov(0.9), 0.02, new Schedule.Constant(), 5, 3, 7, 0));
    }

    private OpenRun begin() {
        return workbench.begin(scenario()).join();
    }

    /** 23 images to learn from and 17 to be tested on, of ten classes. */
    private void images(int side) throws IOException {
        Random random = new Random(5);
        Path images = Files.createDirectories(folder.resolve("images"));
        for (String kind : List.of("train", "t10k")) {
            int count = kind.equals("train") ? 23 : 17;
            ByteBuffer pixels = ByteBuffer.allocate(16 + count * side * side);
            pixels.putInt(0x803).putInt(count).putInt(side).putInt(side);
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

    private static void untilItPauses(OpenRun run, Runnable command) {
        CompletableFuture<TrainEvent> paused = new CompletableFuture<>();
        run.listen(event -> {
            if (event instanceof TrainEvent.StateChanged changed && changed.to() == TrainState.PAUSED) {
                paused.complete(event);
            }
        });
        command.run();
        paused.join();
    }

    private static CompletableFuture<TrainEvent> next(OpenRun run, Class<? extends TrainEvent> kind) {
        CompletableFuture<TrainEvent> next = new CompletableFuture<>();
        run.listen(event -> {
            if (kind.isInstance(event)) {
                next.complete(event);
            }
        });
        return next;
    }

    private static Overview look(OpenRun run) {
        return run.see(run.testImage(3), Scope.LAYER, Optional.empty()).join().overview();
    }

    private static Map<String, Tensor> pictures(OpenRun run) {
        Map<String, Tensor> values = new HashMap<>();
        look(run).mosaics().forEach((node, mosaic) -> values.put(node, mosaic.values()));
        return values;
    }

    private static Problem problem(CompletableFuture<?> opening) {
        CompletionException failure = assertThrows(CompletionException.class, opening::join);
        return ((ProblemException) failure.getCause()).problem();
    }
}
