package org.convscope.workbench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.data.Datasets;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkFactory;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.train.Scorer;

/** Brings the engine to the races of the bench, and gives a peer what it needs to be the same network. */
public final class EngineBench {

    /** The rate of every step. */
    public static final double RATE = 0.05;

    private static final long SEED = 0;

    private final NetworkFactory factory;

    /** A bench for networks of this factory. */
    public EngineBench(NetworkFactory factory) {
        this.factory = factory;
    }

    /** The engine as the program uses it. */
    public Racer ours(Contest contest) {
        return racer(contest, true);
    }

    /** DL4J as it comes, without oneDNN's helpers and without steps on blocks. */
    public Racer dl4j(Contest contest) {
        return racer(contest, false);
    }

    /** Name and version of the engine, and which training step would run. */
    public String engine() {
        return factory.report(EngineSettings.STANDARD).engine();
    }

    /** Threads that the engine takes if it is left to choose. */
    public int threads() {
        return factory.report(EngineSettings.STANDARD).threads();
    }

    /** The images of a race, as the racers get them; {@code [N, C, H, W]}. */
    public static Tensor images(Contest contest) {
        Batch batch = batch(contest);
        int[] lengths = contest.input().toArray();
        return Tensor.of(Shape.of(contest.batchSize(), lengths[0], lengths[1], lengths[2]), batch.images());
    }

    /** The label of an image of a race. */
    public static int label(int index) {
        return images().label(index);
    }

    /**
     * The parameters that every racer begins with: by node id, and there by {@code weight}, {@code bias},
     * {@code scale}, {@code shift}, {@code mean} and {@code variance}.
     */
    public Map<String, Map<String, Tensor>> parameters(Contest contest) {
        Map<String, Map<String, Tensor>> all = new LinkedHashMap<>();
        try (Network network = create(contest.blueprint(), 1, true)) {
            for (Node node : network.blueprint().nodes()) {
                Map<String, Tensor> own = new TreeMap<>();
                network.parameters(node.id())
                        .forEach((parameter, values) -> own.put(parameter.name().toLowerCase(Locale.ROOT), values));
                all.put(node.id(), own);
            }
        }
        return all;
    }

    private Racer racer(Contest contest, boolean quick) {
        Blueprint blueprint = contest.blueprint();
        return new EngineRacer(threads -> create(blueprint, threads, quick), batch(contest), RATE);
    }

    private Network create(Blueprint blueprint, int threads, boolean quick) {
        return factory.create(blueprint, new Optimizer.Sgd(), SEED, new EngineSettings(threads, quick));
    }

    private static LabelledImages images() {
        return Datasets.ALL.get(0).load().train();
    }

    /** The first images of the first dataset, framed in black where the network takes larger ones. */
    private static Batch batch(Contest contest) {
        Batch batch = Scorer.chunk(images(), 0, contest.batchSize());
        return batch.shape().equals(contest.input()) ? batch : framed(batch, contest.input());
    }

    private static Batch framed(Batch batch, Shape shape) {
        Shape small = batch.shape();
        int top = (shape.height() - small.height()) / 2;
        int left = (shape.width() - small.width()) / 2;
        if (top < 0 || left < 0) {
            throw new IllegalArgumentException("Images of " + small + " do not fit into " + shape);
        }
        float[] values = new float[batch.size() * shape.size()];
        for (int image = 0; image < batch.size(); image++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < small.height(); row++) {
                    int from = (image * small.height() + row) * small.width();
                    int to = ((image * shape.channels() + channel) * shape.height() + top + row) * shape.width() + left;
                    System.arraycopy(batch.images(), from, values, to, small.width());
                }
            }
        }
        return new Batch(shape, values, batch.labels());
    }
}
