package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.problem.Problem;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of the real engine that stopped in the middle of an epoch and goes on from its files. */
class ResumeOnTheEngineTest {

    private static final Dataset FASHION = Datasets.byId("fashion-mnist").load();

    @TempDir
    private Path folder;

    private final List<Problem> troubles = new ArrayList<>();

    static Stream<Optimizer> optimizers() {
        return Optimizer.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aRunThatStoppedGoesOnAsIfItHadNeverStopped(Optimizer optimizer) {
        Scenario scenario = new Scenario(
                "fashion-mnist",
                "lenet",
                Map.of("activation", "relu", "batch-norm", "yes"),
                new TrainingPlan(optimizer, 0.01, new Schedule.Cosine(), 50, 2, 5, 330));
        RunStore store = new RunStore(folder);
        Network undisturbed = network(scenario);
        RunRecorder whole = record(store, scenario, undisturbed);
        Trainer trainer = trainer(scenario, undisturbed, Beginning.FRESH);
        trainer.listen(whole);
        trainer.play();

        Network first = network(scenario);
        RunRecorder half = record(store, scenario, first);
        Trainer stopping = trainer(scenario, first, Beginning.FRESH);
        stopping.listen(half);
        stopping.listen(event -> {
            if (event instanceof StepDone && event.step() == 9) {
                assertFalse(stopping.pause().isDone());
            }
        });
        stopping.play();
        half.close();

        RecordedRun run = store.open(half.card().id());
        Network second = network(run.card().scenario());
        run.model().orElseThrow().loadInto(second);
        assertEquals(9, second.step());
        Trainer resumed =
                trainer(scenario, second, run.beginning(() -> network(scenario).checkpoint()));
        resumed.listen(run.resume(second, troubles::add));
        resumed.play();

        assertEquals(TrainState.FINISHED, resumed.state());
        Checkpoint end = undisturbed.checkpoint();
        assertNotEquals(network(scenario).checkpoint(), end);
        assertEquals(end, second.checkpoint());
        assertEquals(losses(store.open(whole.card().id())), losses(run));
        assertEquals(List.of(), troubles);
        resumed.reset();
        assertEquals(network(scenario).checkpoint(), second.checkpoint());
    }

    private RunRecorder record(RunStore store, Scenario scenario, Network network) {
        return store.begin(
                scenario, network, FASHION.train().size(), FASHION.test().size(), troubles::add);
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

    private static List<Double> losses(RecordedRun run) {
        return run.steps().stream().map(StepDone::loss).toList();
    }
}
