package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent.Ended;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trainer promises, on the real engine and on Fashion-MNIST. */
class TrainerOnTheEngineTest {

    private static final Dataset FASHION = Datasets.byId("fashion-mnist").load();

    @Test
    void theSameSeedGivesTheSameCurveToTheLastBit() {
        TrainingPlan plan =
                new TrainingPlan(new Optimizer.Adam(0.9, 0.999, 1e-8), 0.01, new Schedule.Cosine(), 100, 2, 3, 950);
        List<Object> once = values(train("relu", plan, new Sampling(200, 4), Long.MAX_VALUE));
        List<Object> again = values(train("relu", plan, new Sampling(200, 4), Long.MAX_VALUE));
        assertEquals(20 + 2 + 5, once.size());
        assertEquals(once, again);
    }

    /** D2L's recipe with the rate that suits sigmoids: units die in the first steps, and nothing else tells. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"relu, 0", "relu, 1", "relu, 2"})
    void reluAtTheRateOfSigmoidDies(String activation, long seed) {
        List<TrainEvent> news = train(activation, courses(0.9, seed), Sampling.STANDARD, 300);
        Ended ended = (Ended)
                news.stream().filter(Ended.class::isInstance).findFirst().orElseThrow();
        assertEquals(TrainState.DEAD, ended.state());
        assertTrue(ended.step() <= 200, "noticed at step " + ended.step());
        assertTrue(ended.goodStep() < ended.step());
    }

    /** On the plateau at the beginning the loss stands at ln 10 for hundreds of steps, as if all were dead. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"sigmoid, 0.9, 0", "sigmoid, 0.1, 1", "relu, 0.1, 0"})
    void whatLearnsSlowlyIsNotDead(String activation, double rate, long seed) {
        List<TrainEvent> news = train(activation, courses(rate, seed), Sampling.STANDARD, 220);
        assertEquals(220, news.stream().filter(StepDone.class::isInstance).count());
        assertTrue(news.stream().noneMatch(Ended.class::isInstance));
    }

    private static TrainingPlan courses(double rate, long seed) {
        return new TrainingPlan(new Optimizer.Sgd(), rate, new Schedule.Constant(), 256, 10, seed, 0);
    }

    private static List<TrainEvent> train(String activation, TrainingPlan plan, Sampling sampling, long most) {
        Scenario scenario = new Scenario("fashion-mnist", "lenet", Map.of("activation", activation), plan);
        List<TrainEvent> news = new ArrayList<>();
        try (Network network = new Dl4jNetworkFactory()
                .create(
                        scenario.draw(FASHION.card().shape(), 10),
                        plan.optimizer(),
                        plan.seed(),
                        new EngineSettings(1, true))) {
            Trainer trainer = new Trainer(
                    NetworkThread.onCallingThread(network), FASHION.train(), FASHION.test(), plan, sampling);
            trainer.listen(news::add);
            trainer.listen(event -> {
                if (event instanceof StepDone && event.step() == most) {
                    assertTrue(!trainer.stop().isDone());
                }
            });
            trainer.play();
        }
        return news;
    }

    /** Everything that is measured, but for times. */
    private static List<Object> values(List<TrainEvent> news) {
        List<Object> values = new ArrayList<>();
        for (TrainEvent event : news) {
            if (event instanceof StepDone s) {
                values.add(List.of(s.step(), s.loss(), s.accuracy(), s.learningRate()));
            } else if (event instanceof SampleScored) {
                values.add(event);
            } else if (event instanceof EpochDone e) {
                values.add(List.of(e.step(), e.trainLoss(), e.trainAccuracy(), e.testLoss(), e.testAccuracy()));
            }
        }
        return values;
    }
}
