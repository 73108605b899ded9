package org.convscope.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Augmentation;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.Stripes;
import org.convscope.train.TrainState;
import org.convscope.train.Trainer;

/** LeNet on images of 12×12, small enough for loops: 23 images in batches of 5, so 5 steps an epoch. */
final class Small {

    static final int EPOCH = 5;
    static final int EPOCHS = 3;
    static final Shape INPUT = Shape.of(1, 12, 12);
    static final Scenario SCENARIO = scenario(new Optimizer.Nesterov(0.9), 7);
    static final LabelledImages TRAIN = Stripes.images(blueprint(), 23, 1);
    static final LabelledImages TEST = Stripes.images(blueprint(), 17, 2);

    private static final Sampling SAMPLING = new Sampling(6, 4, 1e9);

    private Small() {}

    static Scenario scenario(Optimizer optimizer, long seed) {
        return new Scenario(
                "stripes",
                "lenet",
                Map.of("activation", "relu"),
                new TrainingPlan(optimizer, 0.05, new Schedule.Cosine(), 5, EPOCHS, seed, 0));
    }

    static Blueprint blueprint() {
        return SCENARIO.draw(INPUT, 10);
    }

    static Network network() {
        return network(SCENARIO);
    }

    static Network network(Scenario scenario) {
        return new FakeNetwork(
                scenario.draw(INPUT, 10),
                scenario.plan().optimizer(),
                scenario.plan().seed());
    }

    static Trainer trainer(Network network, Beginning beginning) {
        return new Trainer(NetworkThread.onCallingThread(network), TRAIN, TEST, SCENARIO.plan(), SAMPLING, beginning);
    }

    /** A card that is right for a network. */
    static RunCard card(Network network) {
        Standing standing = new Standing(
                TrainState.PAUSED,
                network.step(),
                1,
                0.5,
                0.25,
                Double.NaN,
                Double.NaN,
                Instant.parse("2026-11-23T04:00:00Z"),
                Optional.empty());
        return RunCard.of("a-run", SCENARIO, network, TRAIN.size(), TEST.size(), standing);
    }

    /** A card of which every field is drawn by lot. */
    static RunCard anyCard(SplittableRandom random) {
        Optimizer[] optimizers = {
            new Optimizer.Sgd(),
            new Optimizer.Nesterov(random.nextDouble()),
            new Optimizer.Adam(random.nextDouble(), random.nextDouble(), random.nextDouble())
        };
        Schedule[] schedules = {
            new Schedule.Constant(), new Schedule.Cosine(), new Schedule.Step(random.nextInt(1, 9), 0.25)
        };
        TrainingPlan plan = new TrainingPlan(
                optimizers[random.nextInt(3)],
                random.nextDouble(1e-6, 1000),
                schedules[random.nextInt(3)],
                random.nextInt(1, 65_536),
                random.nextInt(1, 100_000),
                random.nextLong(),
                random.nextInt(0, 1_000_000),
                random.nextBoolean() ? 0 : random.nextDouble());
        TrainState[] states = TrainState.values();
        Instant started = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
        Standing standing = new Standing(
                states[random.nextInt(states.length)],
                random.nextLong(1L << 40),
                random.nextInt(100_000),
                anyNumber(random),
                anyNumber(random),
                anyNumber(random),
                anyNumber(random),
                started,
                random.nextBoolean() ? Optional.of(started.plusNanos(random.nextLong(1L << 50))) : Optional.empty());
        Scenario scenario = new Scenario("数据 %20", "lenet", Map.of("activation", "tanh"), plan, anyPreparation(random));
        return new RunCard(
                "a\"b\\c\n衣 " + random.nextInt(),
                scenario,
                Shape.of(random.nextInt(1, 4), random.nextInt(1, 300), random.nextInt(1, 300)),
                random.nextInt(1, 1000),
                random.nextInt(100_000),
                random.nextInt(100_000),
                standing,
                Versions.here(),
                new EngineReport("engine", 1, true, Map.of("conv", true, "lrn", false)),
                Long.toHexString(random.nextLong()));
    }

    private static Preparation anyPreparation(SplittableRandom random) {
        Shape size = Shape.of(1 + 2 * random.nextInt(2), random.nextInt(1, 300), random.nextInt(1, 300));
        Set<Augmentation> some = Arrays.stream(Augmentation.values())
                .filter(kind -> random.nextBoolean())
                .collect(Collectors.toSet());
        Preparation sized =
                new Preparation(Optional.of(size), Fit.values()[random.nextInt(3)], random.nextBoolean(), some);
        return random.nextBoolean()
                ? sized
                : Preparation.AS_IS.normalising(random.nextBoolean()).varying(some);
    }

    private static double anyNumber(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Double.NaN : random.nextDouble(-1e3, 1e3);
    }
}
