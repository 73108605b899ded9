package org.convscope.train;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.Steering.Knob;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person changes while a training runs; 45 images, so 5 steps of 10 in an epoch, three epochs. */
@Timeout(30)
class SteeringTrainerTest {

    private static final LabelledImages TRAIN = Stripes.images(45, 1);
    private static final LabelledImages TEST = Stripes.images(60, 2);
    private static final Sampling SAMPLING = new Sampling(60, 4);

    private final Network network = network();
    private final Trainer trainer = trainer(network, new Schedule.Constant(), Beginning.FRESH);
    private final List<TrainEvent> news = listen(trainer);

    @Test
    void aChangeIsToldWithItsStepAndCountsFromTheNextOneOn() {
        trainer.step();
        trainer.step();
        assertEquals(2, trainer.steer(now -> now.withLearningRate(0.02)).join());
        assertEquals(0.02, trainer.progress().learningRate());
        trainer.step();
        Steered steered = only(Steered.class).get(0);
        assertEquals(2, steered.step());
        assertEquals(Set.of(Knob.LEARNING_RATE), steered.changes());
        assertEquals(0.02, trainer.steering().learningRate());
        assertEquals(
                List.of(0.1, 0.1, 0.02),
                only(StepDone.class).stream().map(StepDone::learningRate).toList());
    }

    @Test
    void whatChangesNothingIsNoNews() {
        trainer.steer(now -> now.withLearningRate(0.1)).join();
        assertEquals(List.of(), only(Steered.class));
    }

    @Test
    void aChangeInTheMiddleOfARunHappensBetweenTwoSteps() {
        steerAt(7, now -> now.withFrozen(Set.of("conv1")).withWeightDecay(0.01));
        trainer.play();
        assertEquals(7, only(Steered.class).get(0).step());
        assertEquals(TrainState.FINISHED, trainer.state());
    }

    @Test
    void anEpochWhoseBatchesGrowHasEveryImageOnceAndItsPlaceStaysRight() {
        steerAt(2, now -> now.withBatchSize(16));
        trainer.play();
        assertEquals(
                List.of(10L, 20L, 36L, 45L, 61L, 77L, 90L, 106L, 122L, 135L),
                only(StepDone.class).stream().map(StepDone::images).toList());
        assertEquals(
                List.of(4L, 7L, 10L),
                only(EpochDone.class).stream().map(TrainEvent::step).toList());
        assertEquals(10, trainer.progress().step());
        assertEquals(3, trainer.progress().stepOfEpoch());
        assertEquals(3, trainer.progress().stepsPerEpoch());
    }

    @Test
    void anEpochsMeansAreWeightedByTheBatchesThatItReallyHad() {
        steerAt(2, now -> now.withBatchSize(25));
        trainer.epoch();
        List<StepDone> steps = only(StepDone.class);
        double mean = (10 * steps.get(0).loss()
                        + 10 * steps.get(1).loss()
                        + 25 * steps.get(2).loss())
                / 45;
        assertEquals(mean, only(EpochDone.class).get(0).trainLoss(), 1e-12);
    }

    @Test
    void aScheduleThatIsChosenLaterCountsFromTheFirstEpoch() {
        trainer.epoch();
        trainer.steer(now -> now.withSchedule(new Schedule.Step(1, 0.5))).join();
        trainer.step();
        assertEquals(0.05, only(StepDone.class).get(5).learningRate());
    }

    @Test
    void aFrozenNodeStaysAsItIsAndGoesOnAfterwards() {
        trainer.step();
        trainer.steer(now -> now.withFrozen(Set.of("conv1"))).join();
        var frozen = network.parameters("conv1");
        var free = network.parameters("logits");
        trainer.epoch();
        assertEquals(frozen, network.parameters("conv1"));
        assertNotEquals(free, network.parameters("logits"));
        trainer.steer(now -> now.withFrozen(Set.of())).join();
        trainer.step();
        assertNotEquals(frozen, network.parameters("conv1"));
    }

    @Test
    void wrongLabelsComeAndGoBetweenTwoSteps() {
        BatchFeed feed = new BatchFeed(TRAIN, plan(new Schedule.Constant()));
        int[] right = feed.batch(3).labels().clone();
        feed.steer(3, Steering.of(plan(new Schedule.Constant())).withLabelNoise(1));
        int[] wrong = feed.batch(3).labels().clone();
        for (int i = 0; i < right.length; i++) {
            assertNotEquals(right[i], wrong[i]);
        }
        feed.restart();
        assertEquals(right[0], feed.batch(3).labels()[0]);
    }

    @Test
    void whatTheNetworkCannotDoIsAProblemAndChangesNothing() {
        trainer.step();
        refused("train.noDropout", now -> now.withDropout(OptionalDouble.of(0.5)));
        refused("train.frozen", now -> now.withFrozen(Set.of("pool1")));
        refused("spec.learningRate", now -> now.withLearningRate(-1));
        assertEquals(Steering.of(plan(new Schedule.Constant())), trainer.steering());
        assertEquals(TrainState.PAUSED, trainer.state());
        Network plain = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5);
        Trainer descent = new Trainer(
                NetworkThread.onCallingThread(plain),
                TRAIN,
                TEST,
                new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 10, 3, 11, 0),
                SAMPLING);
        assertProblem("train.momentumOf", () -> joined(descent, now -> now.withMomentum(0.5)), "sgd");
    }

    @Test
    void aResetGoesBackToThePlan() {
        trainer.step();
        trainer.steer(now -> now.withBatchSize(20).withLearningRate(0.3)).join();
        trainer.reset();
        assertEquals(Steering.of(plan(new Schedule.Constant())), trainer.steering());
        trainer.step();
        assertEquals(10, trainer.progress().images());
    }

    @Test
    void whatHasEndedIsNotSteered() {
        trainer.play();
        trainer.steer(now -> now.withLearningRate(0.3)).join();
        assertEquals(0.1, trainer.steering().learningRate());
    }

    @Test
    void aTrainingThatGoesOnInTheMiddleIsTheSameToTheLastBit() {
        UnaryOperator<Steering> first =
                now -> now.withBatchSize(16).withMomentum(0.5).withLabelNoise(0.4);
        UnaryOperator<Steering> second = now ->
                now.withWeightDecay(0.02).withSchedule(new Schedule.Cosine()).withFrozen(Set.of("logits"));
        steerAt(2, first);
        steerAt(5, second);
        trainer.play();

        Network other = network();
        Trainer begun = trainer(other, new Schedule.Constant(), Beginning.FRESH);
        List<TrainEvent> told = listen(begun);
        steerAt(begun, 2, first);
        steerAt(begun, 5, second);
        begun.listen(event -> {
            if (event instanceof StepDone && event.step() == 6) {
                assertEquals(TrainState.RUNNING, begun.state());
                var unused = begun.pause();
            }
        });
        begun.play();
        Trainer resumed = trainer(other, new Schedule.Constant(), standing(told));
        assertEquals(begun.steering(), resumed.steering());
        assertEquals(begun.progress().images(), resumed.progress().images());
        resumed.play();
        assertEquals(network.checkpoint(), other.checkpoint());
    }

    private static Beginning standing(List<TrainEvent> told) {
        long closed = only(EpochDone.class, told).stream()
                .mapToLong(TrainEvent::step)
                .max()
                .orElse(0);
        List<StepDone> steps = only(StepDone.class, told);
        return new Beginning(
                steps.size(),
                steps.stream().filter(step -> step.step() > closed).toList(),
                only(SampleScored.class, told).stream()
                        .mapToLong(TrainEvent::step)
                        .max()
                        .orElse(0),
                only(Steered.class, told),
                Optional.empty());
    }

    private void refused(String code, UnaryOperator<Steering> change) {
        assertProblem(code, () -> joined(trainer, change));
    }

    private static void joined(Trainer trainer, UnaryOperator<Steering> change) throws Throwable {
        try {
            trainer.steer(change).join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause();
        }
    }

    private void steerAt(long step, UnaryOperator<Steering> change) {
        steerAt(trainer, step, change);
    }

    private static void steerAt(Trainer trainer, long step, UnaryOperator<Steering> change) {
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == step) {
                var unused = trainer.steer(change);
            }
        });
    }

    private static Network network() {
        return new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Nesterov(0.9), 5);
    }

    private static TrainingPlan plan(Schedule schedule) {
        return new TrainingPlan(new Optimizer.Nesterov(0.9), 0.1, schedule, 10, 3, 11, 0);
    }

    private static Trainer trainer(Network network, Schedule schedule, Beginning beginning) {
        return new Trainer(NetworkThread.onCallingThread(network), TRAIN, TEST, plan(schedule), SAMPLING, beginning);
    }

    private static List<TrainEvent> listen(Trainer trainer) {
        List<TrainEvent> news = new ArrayList<>();
        trainer.listen(news::add);
        return news;
    }

    private <T extends TrainEvent> List<T> only(Class<T> kind) {
        return only(kind, news);
    }

    private static <T extends TrainEvent> List<T> only(Class<T> kind, List<TrainEvent> news) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
