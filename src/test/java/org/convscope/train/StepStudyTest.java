package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.net.Parameter;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Tensor;
import org.convscope.train.TrainEvent.StepStudied;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One step with everything shown; 45 images, in batches of 30. */
@Timeout(30)
class StepStudyTest {

    private static final LabelledImages TRAIN = Stripes.images(45, 1);
    private static final TrainingPlan PLAN =
            new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 30, 3, 11, 0);

    private final Network network = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5);
    private final Trainer trainer = new Trainer(
            NetworkThread.onCallingThread(network), TRAIN, Stripes.images(60, 2), PLAN, new Sampling(60, 4));
    private final List<StepStudy> studies = listen(trainer);

    @Test
    void aStepIsLookedAtBeforeAndAfterItsUpdate() {
        Batch batch = new BatchFeed(TRAIN, PLAN).batch(0);
        Tensor before = network.probabilities(batch);
        trainer.step();
        Tensor after = network.probabilities(batch);
        StepStudy study = studies.get(0);
        assertEquals(1, study.step());
        assertEquals(30, study.images());
        assertEquals(loss(before, batch), study.before().loss(), 1e-9);
        assertEquals(loss(after, batch), study.after().loss(), 1e-9);
        assertEquals(study.learnedLoss(), study.before().loss(), 1e-6, "nothing drops and nothing is normalised");
        assertTrue(study.after().loss() < study.before().loss(), "a small step goes down");
        assertEquals(StepStudy.MOST_EXAMPLES, study.examples().size());
        for (int i = 0; i < study.examples().size(); i++) {
            StepStudy.Example example = study.examples().get(i);
            assertEquals(batch.labels()[i], example.label());
            assertEquals(TRAIN.label(example.index()), example.right());
            assertEquals(example.label(), example.right());
            assertEquals(before.flat(3 * i + example.label()), example.before().ofLabel());
            assertEquals(after.flat(3 * i + example.label()), example.after().ofLabel());
        }
    }

    @Test
    void everyLayerThatLearnsIsToldByItsWeights() {
        trainer.step();
        StepStudy study = studies.get(0);
        assertEquals(
                List.of("conv1", "logits"),
                study.layers().stream().map(StepStudy.Layer::node).toList());
        StepStudy.Layer conv = study.layers().get(0);
        double gradient = network.lastGradients("conv1").get(Parameter.WEIGHT).rms();
        double weights = network.parameters("conv1").get(Parameter.WEIGHT).rms();
        assertEquals(gradient, conv.gradientRms());
        assertEquals(0.1 * gradient, conv.updateRms(), 1e-6 * gradient);
        assertEquals(conv.updateRms() / weights, conv.updateRatio());
    }

    @Test
    void aWrongLabelIsToldBesideTheRightOne() {
        trainer.steer(now -> now.withLabelNoise(1)).join();
        trainer.step();
        studies.get(0).examples().forEach(example -> assertTrue(example.label() != example.right()));
    }

    @Test
    void aFrozenLayerHasAGradientAndNoUpdate() {
        trainer.steer(now -> now.withFrozen(Set.of("conv1"))).join();
        trainer.step();
        StepStudy.Layer conv = studies.get(0).layers().get(0);
        assertEquals(0, conv.updateRms());
        assertTrue(conv.gradientRms() > 0);
    }

    @Test
    void onlyAStepThatWasAskedForByItselfIsLookedAt() {
        trainer.epoch();
        assertEquals(List.of(), studies);
        trainer.step();
        trainer.step();
        assertEquals(List.of(3L, 4L), studies.stream().map(StepStudy::step).toList());
    }

    @Test
    void lookingAtAStepChangesNothing() {
        Network other = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 5);
        Trainer plain = new Trainer(
                NetworkThread.onCallingThread(other), TRAIN, Stripes.images(60, 2), PLAN, new Sampling(60, 4));
        plain.play();
        trainer.step();
        trainer.step();
        trainer.play();
        assertEquals(other.checkpoint(), network.checkpoint());
    }

    private static double loss(Tensor probabilities, Batch batch) {
        double sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            sum -= Math.log(probabilities.flat(3 * i + batch.labels()[i]));
        }
        return sum / batch.size();
    }

    private static List<StepStudy> listen(Trainer trainer) {
        List<StepStudy> studies = new ArrayList<>();
        trainer.listen(event -> {
            if (event instanceof StepStudied studied) {
                studies.add(studied.study());
            }
        });
        return studies;
    }
}
