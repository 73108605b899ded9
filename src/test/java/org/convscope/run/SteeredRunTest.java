package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of the real engine that is steered on its way, and stops behind, at and between its changes. */
class SteeredRunTest {

    private static final Dataset FASHION = Datasets.byId("fashion-mnist").load();

    /** By the number of steps learned before; all knobs, one of them twice. */
    private static final Map<Long, UnaryOperator<Steering>> CHANGES = Map.of(
            0L, now -> now.withLabelNoise(0.3),
            2L, now -> now.withBatchSize(70).withDropout(OptionalDouble.of(0.1)),
            5L,
                    now -> now.withFrozen(Set.of("conv1", "bn1"))
                            .withSchedule(new Schedule.Cosine())
                            .withWeightDecay(0.01),
            7L, now -> now.withFrozen(Set.of()).withLearningRate(0.003).withLabelNoise(0));

    @TempDir
    private Path folder;

    private final List<Problem> troubles = new ArrayList<>();

    static Stream<Optimizer> optimizers() {
        return Optimizer.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aSteeredRunThatStopsAnywhereGoesOnAsIfItHadNeverStopped(Optimizer optimizer) {
        Scenario scenario = scenario(optimizer);
        RunStore store = new RunStore(folder);
        Network undisturbed = network(scenario);
        RunRecorder whole = record(store, scenario, undisturbed);
        train(scenario, undisturbed, whole, Beginning.FRESH, Long.MAX_VALUE);
        List<Steered> steered = store.open(whole.card().id()).steered();
        assertEquals(
                List.of(0L, 2L, 5L, 7L), steered.stream().map(Steered::step).toList());
        for (long stop : new long[] {1, 2, 4, 7}) {
            Network first = network(scenario);
            RunRecorder half = record(store, scenario, first);
            train(scenario, first, half, Beginning.FRESH, stop);
            half.close();

            RecordedRun run = store.open(half.card().id());
            Network second = network(scenario);
            run.model().orElseThrow().loadInto(second);
            assertEquals(stop, second.step());
            Beginning beginning = run.beginning(() -> network(scenario).checkpoint());
            train(scenario, second, run.resume(second, troubles::add), beginning, Long.MAX_VALUE);
            assertEquals(undisturbed.checkpoint(), second.checkpoint(), "stopped at " + stop);
            assertEquals(values(store.open(whole.card().id())), values(run));
            assertEquals(steered, run.steered());
        }
        assertEquals(List.of(), troubles);
    }

    @Test
    void aChangeThatWasRecordedBehindTheSavedNetworkIsForgottenWithItsSteps() throws IOException {
        Scenario scenario = scenario(new Optimizer.Sgd());
        RunStore store = new RunStore(folder);
        Network network = network(scenario);
        RunRecorder recorder = record(store, scenario, network);
        train(scenario, network, recorder, Beginning.FRESH, 4);
        recorder.close();
        RecordedRun run = store.open(recorder.card().id());
        Path log = new RunFiles(run.folder()).steering();
        String line = Files.readAllLines(log).get(2);
        Files.writeString(log, Files.readString(log) + line.replaceFirst("^2,", "6,") + "\n7,0.1,torn");
        assertEquals(
                List.of(0L, 2L, 6L), run.steered().stream().map(Steered::step).toList());
        assertEquals(List.of(0L, 2L), steeredIn(run.past()));
        try (Network second = network(scenario)) {
            run.model().orElseThrow().loadInto(second);
            run.resume(second, troubles::add).close();
        }
        assertEquals(List.of(0L, 2L), run.steered().stream().map(Steered::step).toList());
    }

    @Test
    void aRunThatNobodySteeredHasNoFileOfChanges() {
        Scenario scenario = scenario(new Optimizer.Sgd());
        RunStore store = new RunStore(folder);
        Network network = network(scenario);
        RunRecorder recorder = record(store, scenario, network);
        Trainer trainer = trainer(scenario, network, Beginning.FRESH);
        trainer.listen(recorder);
        trainer.step();
        assertFalse(Files.exists(new RunFiles(recorder.folder()).steering()));
        assertEquals(List.of(), store.open(recorder.card().id()).steered());
    }

    @Test
    void changesGoWithARunWhereverItGoes() throws IOException {
        Scenario scenario = scenario(new Optimizer.Sgd());
        RunStore store = new RunStore(folder.resolve("here"));
        Network network = network(scenario);
        RunRecorder recorder = record(store, scenario, network);
        train(scenario, network, recorder, Beginning.FRESH, 3);
        recorder.close();
        RecordedRun run = store.open(recorder.card().id());
        Path file = folder.resolve("run.zip");
        RunArchive.write(new RunFiles(run.folder()), file, copied -> {});
        Path there = RunImport.unpack(file, folder.resolve("there"), copied -> {});
        assertEquals(run.steered(), new RunFiles(there).readSteering(Steering.of(scenario.plan())));
        long bytes = new RunFiles(there).bytes();
        assertTrue(Files.size(new RunFiles(there).steering()) > 0);
        Files.delete(new RunFiles(there).steering());
        assertTrue(new RunFiles(there).bytes() < bytes);
        new RunFiles(run.folder()).delete();
        assertFalse(Files.exists(run.folder()));
    }

    private static List<Long> steeredIn(List<TrainEvent> past) {
        return past.stream()
                .filter(Steered.class::isInstance)
                .map(TrainEvent::step)
                .toList();
    }

    private static Scenario scenario(Optimizer optimizer) {
        return new Scenario(
                "fashion-mnist",
                "lenet",
                Map.of("activation", "relu", "batch-norm", "yes", "dropout", "yes"),
                new TrainingPlan(optimizer, 0.01, new Schedule.Constant(), 50, 2, 5, 330));
    }

    private RunRecorder record(RunStore store, Scenario scenario, Network network) {
        return store.begin(
                scenario, network, FASHION.train().size(), FASHION.test().size(), troubles::add);
    }

    /** Learns to the end, or to a step, and is steered on the way as if a person did at the same steps. */
    private static void train(Scenario scenario, Network network, RunRecorder recorder, Beginning from, long stop) {
        Trainer trainer = trainer(scenario, network, from);
        trainer.listen(recorder);
        trainer.listen(event -> {
            if (event instanceof StepDone && CHANGES.containsKey(event.step())) {
                var unused = trainer.steer(CHANGES.get(event.step()));
            }
            if (event instanceof StepDone && event.step() == stop) {
                var unused = trainer.pause();
            }
        });
        if (network.step() == 0) {
            trainer.steer(CHANGES.get(0L)).join();
        }
        trainer.play();
        assertEquals(stop == Long.MAX_VALUE ? TrainState.FINISHED : TrainState.PAUSED, trainer.state());
        assertNotEquals(Steering.of(scenario.plan()), trainer.steering());
    }

    private static Network network(Scenario scenario) {
        return new Dl4jNetworkFactory()
                .create(
                        scenario.draw(FASHION.card().shape(), 10),
                        scenario.plan().optimizer(),
                        scenario.plan().seed(),
                        new EngineSettings(1, true));
    }

    private static Trainer trainer(Scenario scenario, Network network, Beginning beginning) {
        return new Trainer(
                NetworkThread.onCallingThread(network),
                FASHION.train(),
                FASHION.test().first(200),
                scenario.plan(),
                new Sampling(100, 4),
                beginning);
    }

    private static List<List<Object>> values(RecordedRun run) {
        return run.steps().stream()
                .map(step -> List.<Object>of(
                        step.step(), step.epoch(), step.loss(), step.accuracy(), step.learningRate(), step.images()))
                .toList();
    }
}
