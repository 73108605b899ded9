package org.convscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.problem.Problem;
import org.convscope.spec.Augmentation;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.Trainer;

/**
 * A training of the real engine that is recorded and saved as often as half of its time allows; as a
 * program of its own, so that it can be killed. It says a line after each step: the step, and the step of
 * the network that was saved last, 0 for none.
 */
final class DisturbedRun {

    static final int EPOCHS = 3;
    static final int STEPS = 3 * 16;

    private static final int BATCH = 10;
    private static final int IMAGES = 157;
    private static final int TEST_IMAGES = 60;

    /** What a person changes in a run with wrong labels, by the number of steps learned before. */
    private static final Map<Long, UnaryOperator<Steering>> CHANGES = Map.of(
            3L, now -> now.withLearningRate(0.02).withMomentum(0.5),
            11L, now -> now.withFrozen(Set.of("conv1")).withWeightDecay(0.01),
            20L, now -> now.withLabelNoise(0).withSchedule(new Schedule.Constant()),
            34L, now -> now.withFrozen(Set.of()).withLabelNoise(0.5));

    private DisturbedRun() {}

    /** Plans whose every kind of state must survive: moments, momentum, schedule, dropout's and the images' dice, changes. */
    static List<Scenario> scenarios() {
        return List.of(
                scenario(new Optimizer.Adam(0.9, 0.999, 1e-8), 0.002, Map.of("dropout", "yes"), Set.of()),
                steered(scenario(
                        new Optimizer.Nesterov(0.9),
                        0.01,
                        Map.of(),
                        Set.of(Augmentation.SHIFT, Augmentation.FLIP, Augmentation.NOISE))),
                scenario(
                        new Optimizer.Adam(0.9, 0.999, 1e-8),
                        0.002,
                        Map.of("batch-norm", "yes", "dropout", "yes"),
                        Set.of(Augmentation.ROTATE, Augmentation.CROP)),
                scenario(new Optimizer.Nesterov(0.9), 0.01, Map.of("batch-norm", "yes", "dropout", "yes"), Set.of()));
    }

    private static Scenario scenario(
            Optimizer optimizer, double rate, Map<String, String> options, Set<Augmentation> varied) {
        Map<String, String> chosen = new java.util.HashMap<>(options);
        chosen.put("activation", "relu");
        return new Scenario(
                "fashion-mnist",
                "lenet",
                chosen,
                new TrainingPlan(optimizer, rate, new Schedule.Cosine(), BATCH, EPOCHS, 11, IMAGES),
                Preparation.AS_IS.varying(varied));
    }

    private static Scenario steered(Scenario scenario) {
        return new Scenario(
                scenario.data(),
                scenario.network(),
                scenario.options(),
                scenario.plan().withLabelNoise(0.2),
                scenario.preparation());
    }

    static RunStore store(Path root) {
        return new RunStore(root, () -> new SavingPace(Duration.ZERO, 0.5, System::nanoTime));
    }

    static Network network(Scenario scenario) {
        return new Dl4jNetworkFactory()
                .create(
                        scenario.draw(Datasets.byId("fashion-mnist").card().shape(), 10),
                        scenario.plan().optimizer(),
                        scenario.plan().seed(),
                        new EngineSettings(1, true));
    }

    /** Trains to the end, from the beginning. */
    static RecordedRun begin(RunStore store, Scenario scenario, Consumer<RunStep> heard) {
        List<Problem> troubles = new ArrayList<>();
        Dataset images = Datasets.byId("fashion-mnist").load().prepared(scenario.preparation());
        try (Network network = network(scenario)) {
            RunRecorder recorder = store.begin(
                    scenario, network, images.train().size(), images.test().size(), troubles::add);
            train(images, network, recorder, Beginning.FRESH, heard);
            return whole(store.open(recorder.card().id()), troubles);
        }
    }

    /** Trains to the end, from where the run was saved. */
    static RecordedRun goOn(RunStore store, String id, Consumer<RunStep> heard) {
        List<Problem> troubles = new ArrayList<>();
        RecordedRun run = store.open(id).claim();
        Scenario scenario = run.card().scenario();
        Dataset images = Datasets.byId("fashion-mnist").load().prepared(scenario.preparation());
        try (Network network = network(scenario)) {
            run.model().ifPresent(model -> model.loadInto(network));
            Beginning beginning = run.beginning(() -> network(scenario).checkpoint());
            RunRecorder recorder = run.resume(network, troubles::add);
            train(images, network, recorder, beginning, heard);
            return whole(store.open(id), troubles);
        }
    }

    /**
     * What a listener hears after a step was recorded.
     *
     * @param folder of the run
     * @param step that was recorded
     */
    record RunStep(Path folder, long step) {

        long saved() {
            RunFiles files = new RunFiles(folder);
            return files.hasModel()
                    ? ModelFile.open(files.model()).card().standing().step()
                    : 0;
        }
    }

    private static void train(
            Dataset images, Network network, RunRecorder recorder, Beginning beginning, Consumer<RunStep> heard) {
        Trainer trainer = new Trainer(
                NetworkThread.onCallingThread(network),
                images.train(),
                images.test().first(TEST_IMAGES),
                recorder.card().scenario().plan(),
                new Sampling(30, 7),
                beginning);
        trainer.listen(recorder);
        trainer.listen(event -> hear(event, recorder, heard));
        if (recorder.card().scenario().plan().labelNoise() > 0) {
            trainer.listen(event -> steer(event, trainer));
            // The change of the very step may have been killed before it was written; if not, this one changes nothing.
            trainer.steer(CHANGES.getOrDefault(network.step(), UnaryOperator.identity()))
                    .join();
        }
        trainer.play();
        recorder.close();
    }

    private static void steer(TrainEvent event, Trainer trainer) {
        if (event instanceof StepDone && CHANGES.containsKey(event.step())) {
            var unused = trainer.steer(CHANGES.get(event.step()));
        }
    }

    private static void hear(TrainEvent event, RunRecorder recorder, Consumer<RunStep> heard) {
        if (event instanceof StepDone done) {
            heard.accept(new RunStep(recorder.folder(), done.step()));
        }
    }

    private static RecordedRun whole(RecordedRun run, List<Problem> troubles) {
        if (!troubles.isEmpty()) {
            throw troubles.get(0).asException();
        }
        return run;
    }

    /** The program: the store, the number of a scenario, and the run to go on with, if it is not a new one. */
    public static void main(String[] arguments) throws IOException {
        RunStore store = store(Path.of(arguments[0]));
        Consumer<RunStep> tell = step -> {
            System.out.println(step.step() + " " + step.saved());
            System.out.flush();
        };
        if (arguments.length == 2) {
            begin(store, scenarios().get(Integer.parseInt(arguments[1])), tell);
        } else {
            goOn(store, arguments[2], tell);
        }
    }
}
