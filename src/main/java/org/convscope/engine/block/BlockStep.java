package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.engine.kernel.Lanes;
import org.convscope.net.Interlude;

/** Logits and gradients of a batch. */
public final class BlockStep {

    private final Blueprint blueprint;
    private final Places places;
    private final boolean wantsWholeBatch;
    private final long seed;
    private final int threads;
    private final List<Worker> workers = new ArrayList<>();
    /** Gradients of every worker but the first. */
    private final List<float[]> shares = new ArrayList<>();

    private int blocksOfWorkers;
    private boolean isBusy;
    private OptionalDouble dropout = OptionalDouble.empty();

    /** Where the parameters of a node begin in the vector of all; each is row-major, weights are {@code [out, in, …]}. */
    public interface Places {

        /** Position of the first weight, or of a batch norm's scale. */
        int weight(String node);

        /** Position of the first bias, or of a batch norm's shift. */
        int bias(String node);

        /** Position of a batch norm's first running mean. */
        int mean(String node);

        /** Position of a batch norm's first running variance. */
        int variance(String node);
    }

    /** Whether a step on blocks is known for this network. */
    public static boolean fits(Blueprint blueprint) {
        return Stack.fits(blueprint);
    }

    /**
     * Bytes of Java's heap that a step on so many images takes, without parameters, gradients and the images
     * themselves. A network without batch norm takes the same for every number.
     */
    public static long bytes(Blueprint blueprint, int images, int threads) {
        int blocks = blocks(images);
        return wantsWholeBatch(blueprint)
                ? Stack.floats(blueprint, blocks) * Float.BYTES
                : Math.min(threads, blocks) * Stack.floats(blueprint, 1) * Float.BYTES;
    }

    /**
     * A step for this network, whose parameters lie at {@code places}.
     *
     * @param seed of what is drawn while it learns: which values dropout drops
     * @param threads that share the blocks of a batch; the last bits of its gradients depend on their number. With batch
     *     norm, where every layer wants the whole batch, there is one
     */
    public BlockStep(Blueprint blueprint, Places places, long seed, int threads) {
        this.blueprint = blueprint;
        this.places = places;
        this.seed = seed;
        this.wantsWholeBatch = wantsWholeBatch(blueprint);
        this.threads = wantsWholeBatch ? 1 : threads;
    }

    /** From the next step on every dropout drops such a share; empty for what each was drawn with. */
    public void drop(OptionalDouble share) {
        dropout = share;
        workers.forEach(worker -> worker.drop(share));
    }

    private static boolean wantsWholeBatch(Blueprint blueprint) {
        return blueprint.nodes().stream().anyMatch(node -> node.op() instanceof Op.BatchNorm);
    }

    private static int blocks(int images) {
        return (images + Lanes.BLOCK - 1) / Lanes.BLOCK;
    }

    /**
     * Computes one batch.
     *
     * @param parameters all of them
     * @param values of the images, {@code [N, C, H, W]}
     * @param labels index of each image's class
     * @param step number of steps before this one
     * @param gradients receives those of the mean cross-entropy, in the order of the parameters; a batch norm's
     *     running statistics get what is to be taken away from them. Untouched until the last interlude is over
     * @param interlude comes after every layer; neither this nor {@link #outputs} may be called in it
     * @return logits before the step, {@code [N, classes]}; nothing if an interlude ended it
     */
    public Optional<float[]> compute(
            float[] parameters, float[] values, int[] labels, long step, float[] gradients, Interlude interlude) {
        int needed = blocks(labels.length);
        int crew = Math.min(threads, needed);
        hire(crew, wantsWholeBatch ? needed : 1, gradients.length);
        float[] logits = new float[labels.length * blueprint.classes()];
        Breaks breaks = new Breaks(interlude, workers.get(0).parts(needed));
        isBusy = true;
        try {
            IntStream.range(0, crew).parallel().forEach(number -> workers.get(number)
                    .compute(
                            parameters,
                            values,
                            labels,
                            step,
                            needed * number / crew,
                            needed * (number + 1) / crew,
                            logits,
                            breaks));
        } finally {
            isBusy = false;
        }
        if (breaks.isEnded()) {
            return Optional.empty();
        }
        gather(crew, gradients);
        return Optional.of(logits);
    }

    /** Whether a batch is being computed, which an interlude has interrupted. */
    public boolean isBusy() {
        return isBusy;
    }

    private void gather(int crew, float[] gradients) {
        IntStream.range(0, crew).parallel().forEach(number -> workers.get(number)
                .finish(number == 0 ? gradients : shares.get(number - 1)));
        for (float[] share : shares.subList(0, crew - 1)) {
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] += share[i];
            }
        }
    }

    /**
     * Outputs of some nodes for a batch, as they are outside of training.
     *
     * @param parameters all of them
     * @param values of the images, {@code [N, C, H, W]}
     * @param count number of images
     * @param nodes which nodes
     * @return by node, {@code [N, …]} followed by the node's shape; of a softmax, what stands before it
     */
    public Map<String, float[]> outputs(float[] parameters, float[] values, int count, Set<String> nodes) {
        hire(1, 1, parameters.length);
        Map<String, float[]> results = new HashMap<>();
        nodes.forEach(node ->
                results.put(node, new float[count * blueprint.shape(node).size()]));
        workers.get(0).infer(parameters, values, count, results);
        return results;
    }

    /** Makes workers who take so many blocks at once, unless they are there. */
    private void hire(int crew, int blocks, int parameters) {
        if (blocks > blocksOfWorkers) {
            workers.clear();
            blocksOfWorkers = blocks;
        }
        while (workers.size() < crew) {
            Worker worker = new Worker(blueprint, places, seed, blocksOfWorkers);
            worker.drop(dropout);
            workers.add(worker);
        }
        while (shares.size() < crew - 1) {
            shares.add(new float[parameters]);
        }
    }
}
