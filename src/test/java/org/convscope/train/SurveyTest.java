package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Zoo;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.net.Parameter;
import org.convscope.probe.Probes;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Schedule;
import org.convscope.spec.Subject;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is measured beside learning: 45 images, so 5 steps of 10 in an epoch. */
@Timeout(30)
class SurveyTest {

    private static final LabelledImages TRAIN = Stripes.images(45, 1);
    private static final LabelledImages TEST = Stripes.images(30, 2);

    /** Far more time than anything takes. */
    private static final double ALWAYS = 1e9;

    private final Network network = network();

    @Test
    void layersComeFirstThenTrainingImagesThenTheSample() {
        List<TrainEvent> news = learned(network, new Sampling(20, 4, ALWAYS));
        List<Class<?>> atFour = news.stream()
                .filter(event -> event.step() == 4 && !(event instanceof TrainEvent.Examined))
                .<Class<?>>map(TrainEvent::getClass)
                .toList();
        assertEquals(
                List.of(StepDone.class, LayersMeasured.class, TrainSampleScored.class, SampleScored.class), atFour);
        assertEquals(
                List.of(4L, 8L, 12L),
                only(LayersMeasured.class, news).stream()
                        .map(LayersMeasured::step)
                        .toList());
    }

    @Test
    void learningIsTheSameToTheLastBitWhetherItIsSurveyedOrNot() {
        Network alone = network();
        List<TrainEvent> unwatched = learned(alone, new Sampling(20, 4));
        List<TrainEvent> watched = learned(network, new Sampling(20, 4, ALWAYS));
        assertEquals(alone.checkpoint(), network.checkpoint());
        assertEquals(only(SampleScored.class, unwatched), only(SampleScored.class, watched));
        assertEquals(List.of(), only(LayersMeasured.class, unwatched));
        assertEquals(List.of(), only(TrainSampleScored.class, unwatched));
    }

    @Test
    void trainingImagesAreScoredAsTestImagesAre() {
        List<TrainEvent> news = learned(network, new Sampling(20, 15, ALWAYS));
        Score score = Scorer.score(network, TRAIN.first(20));
        TrainSampleScored last = only(TrainSampleScored.class, news).get(0);
        assertEquals(new TrainSampleScored(15, 3, score.loss(), score.accuracy()), last);
    }

    @Test
    void aTrainingImageIsScoredByTheLabelThatItIsLearnedWith() {
        TrainingPlan wrong = plan().withLabelNoise(1);
        Trainer trainer =
                new Trainer(NetworkThread.onCallingThread(network), TRAIN, TEST, wrong, new Sampling(20, 15, ALWAYS));
        List<TrainEvent> news = new ArrayList<>();
        trainer.listen(news::add);
        trainer.play();
        BatchFeed feed = new BatchFeed(TRAIN, wrong);
        Tensor probabilities = network.probabilities(Scorer.chunk(TRAIN, 0, 20));
        double loss = 0;
        for (int i = 0; i < 20; i++) {
            assertTrue(feed.label(i) != TRAIN.label(i));
            loss -= Math.log(probabilities.at(i, feed.label(i))) / 20;
        }
        assertEquals(loss, only(TrainSampleScored.class, news).get(0).loss(), 1e-6);
    }

    @Test
    void everyLayerIsMeasuredAsTheNetworkIsNow() {
        List<TrainEvent> news = learned(network, new Sampling(20, 15, ALWAYS));
        List<LayerMeasure> layers = only(LayersMeasured.class, news).get(0).layers();
        List<String> learning = network.blueprint().nodes().stream()
                .map(node -> node.id())
                .filter(node -> network.parameters(node).containsKey(Parameter.WEIGHT))
                .toList();
        assertEquals(learning, layers.stream().map(LayerMeasure::node).toList());
        for (LayerMeasure layer : layers) {
            Tensor weights = network.parameters(layer.node()).get(Parameter.WEIGHT);
            Tensor gradients = network.lastGradients(layer.node()).get(Parameter.WEIGHT);
            Tensor updates = network.lastUpdates(layer.node()).get(Parameter.WEIGHT);
            assertEquals(weights.rms(), layer.weightRms());
            assertEquals(gradients.rms(), layer.gradientRms());
            assertEquals(gradients.rms() * Math.sqrt(weights.size()), layer.gradientNorm());
            assertEquals(updates.rms() / weights.rms(), layer.updateRatio());
            assertTrue(layer.weights().edge(0) <= weights.stats().min());
            assertTrue(layer.weights().edge(layer.weights().bins())
                    > weights.stats().max());
            assertTrue(layer.outputs().bins() > 0);
        }
    }

    @Test
    void theLayersAreWhatTheTableOfHealthSaysOfTheSameImages() {
        for (String activation : List.of("relu", "sigmoid")) {
            Network lenet = new FakeNetwork(
                    Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of("activation", activation)),
                    new Optimizer.Sgd(),
                    3);
            LabelledImages images = Stripes.images(lenet.blueprint(), 40, 2);
            lenet.learn(Scorer.chunk(images, 0, 10), 0.1);
            LayerMeter meter = new LayerMeter(lenet.blueprint(), images);
            boolean isOver = false;
            while (!isOver) {
                isOver = meter.advance(lenet);
            }
            org.convscope.probe.Health.Reading table = new Probes(
                            NetworkThread.onCallingThread(lenet), "run", Scorer.chunk(images, 0, 40))
                    .read(new org.convscope.probe.Health(), Focus.on(new Subject("", images.image(0), 0), "input"))
                    .join();
            assertEquals(table.layers().size(), meter.measured().size());
            for (int i = 0; i < table.layers().size(); i++) {
                org.convscope.probe.Health.Layer said = table.layers().get(i);
                LayerMeasure measured = meter.measured().get(i);
                var units = table.activation(said.activation());
                assertEquals(said.node(), measured.node());
                assertEquals(said.activation(), measured.activation());
                assertEquals(said.gradientRms(), measured.gradientRms());
                assertEquals(said.updateRatio(), measured.updateRatio());
                assertEquals(
                        units.map(org.convscope.probe.Health.Units::deadShare).orElse(Double.NaN),
                        measured.deadShare(),
                        1e-12);
                assertEquals(
                        units.map(org.convscope.probe.Health.Units::saturatedShare)
                                .orElse(Double.NaN),
                        measured.saturatedShare(),
                        1e-12);
            }
        }
    }

    @Test
    void aPauseBeforeTheMeasurementsLeavesThemForLater() {
        Trainer trainer = trainer(network, new Sampling(20, 4, ALWAYS));
        List<TrainEvent> news = new ArrayList<>();
        trainer.listen(news::add);
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 4) {
                assertFalse(trainer.pause().isDone());
            }
        });
        trainer.play();
        assertEquals(List.of(), only(LayersMeasured.class, news));
        trainer.step();
        assertEquals(
                List.of(4L),
                only(LayersMeasured.class, news).stream()
                        .map(LayersMeasured::step)
                        .toList());
        assertEquals(5, network.step());
    }

    @Test
    void aResetForgetsWhatWasDue() {
        Trainer trainer = trainer(network, new Sampling(20, 4, ALWAYS));
        List<TrainEvent> news = new ArrayList<>();
        trainer.listen(news::add);
        trainer.listen(event -> {
            if (event instanceof StepDone && event.step() == 4) {
                trainer.reset();
            }
        });
        trainer.play();
        trainer.step();
        assertEquals(List.of(), only(LayersMeasured.class, news));
    }

    @Test
    void aTimeIsSavedUpBeforeItIsSpent() {
        Share share = new Share(0.02);
        assertTrue(share.isEnough(), "nobody knows yet what it costs");
        share.spend(200);
        assertTrue(share.isEnough(), "nor after the first time, which is slow");
        share.spend(10);
        share.learned(999);
        assertFalse(share.isEnough(), "it is paid back, and then as much is saved");
        share.learned(2);
        assertTrue(share.isEnough());
        share.learned(1e9);
        share.spend(10);
        assertFalse(share.isEnough(), "an hour of learning is not saved up");
        assertFalse(new Share(0).isEnough());
    }

    @Test
    void aLongPlanIsSurveyedAThousandTimesAtTheMost() {
        assertEquals(50, Survey.everySteps(new Sampling(1000, 50), 50_000, 5));
        assertEquals(100, Survey.everySteps(new Sampling(1000, 50), 50_050, 5));
        assertEquals(12_500, Survey.everySteps(new Sampling(1000, 50), 50_000, 10_000), "40,000 layers altogether");
    }

    private static Network network() {
        return new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Nesterov(0.9), 5);
    }

    private static Trainer trainer(Network network, Sampling sampling) {
        return new Trainer(NetworkThread.onCallingThread(network), TRAIN, TEST, plan(), sampling);
    }

    private static TrainingPlan plan() {
        return new TrainingPlan(new Optimizer.Nesterov(0.9), 0.1, new Schedule.Constant(), 10, 3, 11, 0);
    }

    private static List<TrainEvent> learned(Network network, Sampling sampling) {
        Trainer trainer = trainer(network, sampling);
        List<TrainEvent> news = new ArrayList<>();
        trainer.listen(news::add);
        trainer.play();
        return news;
    }

    private static <T extends TrainEvent> List<T> only(Class<T> kind, List<TrainEvent> news) {
        return news.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
