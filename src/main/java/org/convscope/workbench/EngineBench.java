package org.convscope.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.data.Datasets;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.train.Scorer;

/**
 * How fast the engine is, beside a peer in the same run: DL4J as it comes, without oneDNN's helpers.
 * The two take turns on the same images, so that a busy machine slows both alike; trust the ratio.
 */
public final class EngineBench {

    private static final int WARM_UP_CALLS = 6;
    /** How long either works before it is the other's turn. */
    public static final double TURN_SECONDS = 1.5;

    private static final double RATE = 0.05;

    private final NetworkFactory factory;
    private final EngineSettings settings;

    /**
     * What one turn of each measured, in images a second.
     *
     * @param ours the engine as the program uses it
     * @param peer DL4J as it comes
     */
    public record Round(double ours, double peer) {

        /** How many times as fast ours is. */
        public double ratio() {
            return ours / peer;
        }
    }

    /** A bench for networks of this factory. */
    public EngineBench(NetworkFactory factory, EngineSettings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /**
     * Steps of training on batches of this size.
     *
     * @param news hears of every round when it is over
     */
    public List<Round> train(
            String network, Map<String, String> options, int batchSize, int rounds, Consumer<Round> news) {
        Batch batch = batch(batchSize);
        return race(network, options, batchSize, rounds, trained -> trained.learn(batch, RATE), news);
    }

    /**
     * One image with all activations kept for batch size 1; class probabilities of a batch otherwise.
     *
     * @param news hears of every round when it is over
     */
    public List<Round> infer(
            String network, Map<String, String> options, int batchSize, int rounds, Consumer<Round> news) {
        Batch batch = batch(batchSize);
        LabelledImages images = Datasets.ALL.get(0).load().test();
        return race(
                network,
                options,
                batchSize,
                rounds,
                asked -> {
                    if (batchSize == 1) {
                        asked.activations(images.image(0));
                    } else {
                        asked.probabilities(batch);
                    }
                },
                news);
    }

    private List<Round> race(
            String network,
            Map<String, String> options,
            int batchSize,
            int rounds,
            Consumer<Network> work,
            Consumer<Round> news) {
        LabelledImages images = Datasets.ALL.get(0).load().train();
        Blueprint blueprint = Zoo.byId(network).draw(images.shape(), 10, options);
        List<Round> results = new ArrayList<>();
        try (Network ours = factory.create(blueprint, new Optimizer.Sgd(), 0, settings);
                Network peer = factory.create(
                        blueprint, new Optimizer.Sgd(), 0, new EngineSettings(settings.threads(), false))) {
            for (int i = 0; i < WARM_UP_CALLS; i++) {
                work.accept(ours);
                work.accept(peer);
            }
            for (int round = 0; round < rounds; round++) {
                Round over = new Round(turn(ours, batchSize, work), turn(peer, batchSize, work));
                results.add(over);
                news.accept(over);
            }
        }
        return results;
    }

    private static double turn(Network network, int batchSize, Consumer<Network> work) {
        long start = System.nanoTime();
        double images = 0;
        double seconds = 0;
        while (seconds < TURN_SECONDS) {
            work.accept(network);
            images += batchSize;
            seconds = (System.nanoTime() - start) / 1e9;
        }
        return images / seconds;
    }

    private static Batch batch(int size) {
        return Scorer.chunk(Datasets.ALL.get(0).load().train(), 0, size);
    }
}
