package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.TrainEvent.Ended;
import org.convscope.train.TrainEvent.StateChanged;
import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a training ends itself, and with which weights; the sample is scored every 5 steps. */
@Timeout(30)
class HealthTest {

    private final List<TrainEvent> news = new ArrayList<>();

    @Test
    void aLossThatIsNoNumberBringsTheLastGoodWeightsBack() {
        Blueprint linear = Blueprint.draw("linear", Options.of(List.of(), Map.of()), Shape.of(1, 6, 6))
                .then("conv1", new Op.Conv(2, 3, 1, 0))
                .then("hidden", new Op.Dense(8))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        Network network = new FakeNetwork(linear, new Optimizer.Sgd(), 5);
        Map<Long, Checkpoint> weights = new HashMap<>();
        Trainer trainer = trainer(network, linear, 2.5, 100);
        trainer.listen(event -> weights.putIfAbsent(event.step(), network.checkpoint()));
        trainer.play();

        assertEquals(TrainState.DIVERGED, trainer.state());
        Ended ended = ended();
        StepDone last = lastStep();
        assertEquals(last.step(), ended.step());
        assertTrue(!Double.isFinite(last.loss()), "step " + last.step() + " has the loss " + last.loss());
        assertTrue(ended.goodStep() < ended.step());
        assertEquals(0, ended.goodStep() % 5);
        assertEquals(weights.get(ended.goodStep()), network.checkpoint());
        assertEquals(ended.goodStep(), trainer.progress().step());
        assertEquals(
                new StateChanged(ended.goodStep(), TrainState.RUNNING, TrainState.DIVERGED), news.get(news.size() - 1));
        assertEquals(
                List.of(
                        String.valueOf(ended.step()),
                        String.valueOf(last.loss()),
                        "2.5",
                        String.valueOf(ended.goodStep()),
                        "0.25"),
                ended.problem().arguments());
    }

    @Test
    void weightsThatAreNoNumbersEndTheTrainingThoughTheLossIsOne() {
        Blueprint blueprint = FakeNetwork.smallBlueprint();
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        // Not every engine lets NaN through a ReLU, so here the weights are told, not made.
        Network hiding = (Network) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Network.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("checkpoint") && network.step() == 10) {
                        return new Checkpoint(10, new float[] {1, Float.NaN}, new float[0]);
                    }
                    return method.invoke(network, arguments);
                });
        Trainer trainer = trainer(hiding, blueprint, 0.05, 100);
        trainer.play();
        assertEquals(TrainState.DIVERGED, trainer.state());
        assertEquals("train.weights", ended().problem().code());
        assertEquals(10, ended().step());
        assertEquals(5, network.step());
        trainer.reset();
        assertEquals(TrainState.READY, trainer.state());
        assertEquals(new FakeNetwork(blueprint, new Optimizer.Sgd(), 5).checkpoint(), network.checkpoint());
    }

    @Test
    void theProblemSaysWhatToTry() {
        Verdict verdict = Verdict.lossIsNoNumber(Double.NaN, new Verdict.Circumstances(412, 0.9, 400, 0.9 / 10));
        assertEquals(
                "Training stopped at step 412: the loss is no longer a number. The loss is NaN; the learning rate of"
                        + " this step was 0.9. A loss is a number that tends to fall. A learning rate that is too high"
                        + " is the usual cause. The weights of step 400 are back. Reset and try the learning rate 0.09.",
                verdict.problem().in(Locale.ENGLISH).inOneLine());
    }

    @Test
    void aLayerWithoutALivingUnitEndsTheTraining() {
        Blueprint blueprint = FakeNetwork.smallBlueprint();
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        Map<Long, Checkpoint> weights = new HashMap<>();
        Trainer trainer = trainer(network, blueprint, 0.05, 100);
        trainer.listen(event -> {
            weights.putIfAbsent(event.step(), network.checkpoint());
            if (event instanceof StepDone && event.step() == 10) {
                network.restore(killed(network.checkpoint()));
            }
        });
        trainer.play();

        assertEquals(TrainState.DEAD, trainer.state());
        assertEquals(20, ended().step(), "answers were alike at 10, 15 and 20");
        assertEquals(5, ended().goodStep());
        assertEquals(weights.get(5L), network.checkpoint());
        assertEquals("train.dead", ended().problem().code());
        assertEquals("act1", ended().problem().arguments().get(1));
        assertEquals("100", ended().problem().arguments().get(2));
        assertEquals("0.005", ended().problem().arguments().get(8));
    }

    @Test
    void aLayerThatComesBackToLifeIsLeftAlone() {
        Blueprint blueprint = FakeNetwork.smallBlueprint();
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        Trainer trainer = trainer(network, blueprint, 0.05, 5);
        List<Checkpoint> alive = new ArrayList<>();
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 10) {
                alive.add(network.checkpoint());
                network.restore(killed(network.checkpoint()));
            } else if (event instanceof StepDone && event.step() == 12) {
                network.restore(new Checkpoint(
                        12, alive.get(0).parameters(), alive.get(0).optimizerState()));
            }
        });
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
    }

    @ParameterizedTest
    @EnumSource(Nonlinearity.class)
    void weightsThatAnswerEverythingAlikeAreNotDeadAsLongAsAGradientPasses(Nonlinearity kind) {
        Blueprint blueprint = blueprint(kind);
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        float[] constant = new float[network.checkpoint().parameters().length];
        Arrays.fill(constant, 0.01f);
        network.restore(new Checkpoint(0, constant, new float[0]));
        assertEquals(0, Scorer.score(network, Stripes.images(blueprint, 50, 2)).reaction(), Health.SILENCE / 3);
        Trainer trainer = trainer(network, blueprint, 1e-9, 10);
        trainer.play();
        assertEquals(TrainState.FINISHED, trainer.state());
    }

    @ParameterizedTest
    @EnumSource(Nonlinearity.class)
    void onlyANonlinearityWithoutSlopeIsDead(Nonlinearity kind) {
        Blueprint blueprint = blueprint(kind);
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        network.restore(killed(network.checkpoint()));
        FlatLayers layers = new FlatLayers(blueprint, Stripes.images(blueprint, 50, 2));
        assertTrue(layers.advance(network));
        assertEquals(kind == Nonlinearity.LEAKY_RELU, layers.worst().isEmpty());
    }

    @Test
    void aUnitThatLivesForOneOfManyImagesIsAlive() {
        Blueprint blueprint = FakeNetwork.smallBlueprint();
        Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 5);
        FlatLayers layers = new FlatLayers(blueprint, Stripes.images(blueprint, 700, 2));
        network.restore(killed(network.checkpoint()));
        assertTrue(!layers.advance(network), "500 images of 700");
        network.restore(new FakeNetwork(blueprint, new Optimizer.Sgd(), 5).checkpoint());
        assertTrue(layers.advance(network));
        assertTrue(layers.worst().isEmpty());
    }

    /** With biases in conv1 that no image makes up for; its 18 weights come first, then its 2 biases. */
    private static Checkpoint killed(Checkpoint checkpoint) {
        float[] parameters = checkpoint.parameters();
        parameters[18] = -1000;
        parameters[19] = -1000;
        return new Checkpoint(checkpoint.step(), parameters, checkpoint.optimizerState());
    }

    private static Blueprint blueprint(Nonlinearity kind) {
        return Blueprint.draw("small", Options.of(List.of(), Map.of()), Shape.of(1, 6, 6))
                .then("conv1", new Op.Conv(2, 3, 1, 0))
                .then("act1", new Op.Activation(kind))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
    }

    private Trainer trainer(Network network, Blueprint blueprint, double rate, int epochs) {
        Trainer trainer = new Trainer(
                NetworkThread.onCallingThread(network),
                Stripes.images(blueprint, 60, 1),
                Stripes.images(blueprint, 50, 2),
                new TrainingPlan(new Optimizer.Sgd(), rate, new Schedule.Constant(), 10, epochs, 0, 0),
                new Sampling(50, 5));
        trainer.listen(news::add);
        return trainer;
    }

    private Ended ended() {
        return (Ended) news.stream().filter(Ended.class::isInstance).findFirst().orElseThrow();
    }

    private StepDone lastStep() {
        return (StepDone) news.stream()
                .filter(StepDone.class::isInstance)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
