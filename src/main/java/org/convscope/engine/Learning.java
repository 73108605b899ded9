package org.convscope.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.engine.block.BlockStep;
import org.convscope.net.Batch;
import org.convscope.net.Interlude;
import org.convscope.net.Parameter;
import org.convscope.net.StepResult;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Steering;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One step of learning, taken apart so that nothing of it is lost: the gradient, by blocks or by DL4J, then DL4J's updater
 * at a rate of 1, then the rate of this very step. DL4J's own {@code fit} shows neither gradient nor
 * change, and would write a new rate into every layer whenever a schedule moves it.
 */
final class Learning {

    private final ComputationGraph graph;
    private final Blueprint blueprint;
    private final ParameterLayout layout;
    private final Helpers helpers;
    private final int threads;
    private final Weights weights;
    private final Optimizer optimizer;
    private final BlockStep blocks;
    /** Made with the first step: a network that only looks needs none. */
    private float[] gradients;

    /** What became of them; plain descent's alone are gradients at a rate, and nobody keeps them. */
    private float[] updates;

    private boolean keepsUpdates;
    private Memory memory;
    private double decay;
    private Set<String> frozen = Set.of();

    /** Those of the last step. */
    private Set<String> lastFrozen = Set.of();

    private double lastRate;
    private INDArray images;
    private Logits logits;
    private int largestBatch;

    /** Steps on {@code blocks}, or, where there are none, through DL4J's layers. */
    Learning(
            ComputationGraph graph,
            Blueprint blueprint,
            ParameterLayout layout,
            Weights weights,
            Optimizer optimizer,
            Helpers helpers,
            BlockStep blocks,
            int threads) {
        this.graph = graph;
        this.blueprint = blueprint;
        this.layout = layout;
        this.weights = weights;
        this.optimizer = optimizer;
        this.helpers = helpers;
        this.threads = threads;
        this.blocks = blocks;
        this.memory = memory(0);
        graph.setListeners(new LogitsListener());
    }

    /** From the next step on; a Problem, and nothing has changed, if a batch of that size does not fit. */
    void steer(Steering wanted) {
        Memory needed = memory(wanted.weightDecay());
        if (hasStepped()) {
            // Before the first step nothing is there yet, and it is asked then.
            needed.check(wanted.batchSize());
        }
        memory = needed;
        largestBatch = 0;
        decay = wanted.weightDecay();
        frozen = wanted.frozen();
        Momentum.set(graph, wanted.momentum());
        if (blocks == null) {
            Dropouts.set(graph, blueprint, wanted.dropout());
        } else {
            blocks.drop(wanted.dropout());
        }
    }

    /** Weights, gradients, the last good weights, and what changes them where that is kept. */
    private Memory memory(double weightDecay) {
        return new Memory(blueprint, blocks != null, threads, isPlainDescent() && weightDecay == 0 ? 3 : 4);
    }

    /**
     * Learns one batch; {@code step} counts those before it.
     *
     * @param interlude comes between layers of a step on blocks, and never in a step through DL4J's
     * @return nothing if an interlude ended it
     */
    Optional<StepResult> step(Batch batch, double learningRate, long step, Interlude interlude) {
        long begin = System.nanoTime();
        checkMemory(batch);
        float[] target = hasStepped() ? gradients : new float[layout.size()];
        if (blocks == null) {
            computeGradients(batch, target);
        } else {
            Optional<float[]> outputs =
                    blocks.compute(weights.values(), batch.images(), batch.labels(), step, target, interlude);
            if (outputs.isEmpty()) {
                return Optional.empty();
            }
            logits = new Logits(outputs.get(), blueprint.classes());
        }
        gradients = target;
        lastRate = learningRate;
        lastFrozen = frozen;
        keepsUpdates = !isPlainDescent() || decay > 0;
        if (keepsUpdates) {
            change(step);
        } else {
            descend();
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        return Optional.of(new StepResult(logits.loss(batch.labels()), logits.accuracy(batch.labels()), millis));
    }

    /** Whether there was a step at all. */
    boolean hasStepped() {
        return gradients != null;
    }

    /** Gradients of the last step's mean loss, for what a node learns; empty before the first step. */
    Map<Parameter, Tensor> lastGradients(String node) {
        return hasStepped() ? layout.readLearned(node, gradients) : Map.of();
    }

    /** What the last step changed by, in what a node learns; empty before the first step. */
    Map<Parameter, Tensor> lastUpdates(String node) {
        if (hasStepped() && keepsUpdates) {
            return layout.readLearned(node, updates);
        }
        Map<Parameter, Tensor> changes = new EnumMap<>(Parameter.class);
        float factor = lastFrozen.contains(node) ? 0 : (float) -lastRate;
        lastGradients(node).forEach((parameter, gradient) -> {
            float[] values = gradient.toArray();
            multiply(values, factor);
            changes.put(parameter, Tensor.of(gradient.shape(), values));
        });
        return changes;
    }

    private boolean isPlainDescent() {
        return optimizer instanceof Optimizer.Sgd;
    }

    private void checkMemory(Batch batch) {
        if (batch.size() > largestBatch) {
            memory.check(batch.size());
            largestBatch = batch.size();
        }
    }

    /**
     * Plain descent: DL4J's updater takes as long over a batch norm's many small pieces as a step on blocks takes, and
     * a network of 100 million parameters has no room for another vector of their changes.
     */
    private void descend() {
        for (Slot slot : layout.slots()) {
            if (!frozen.contains(slot.node())) {
                weights.add(gradients, factor(slot), slot.offset(), slot.end());
            }
        }
        weights.publish();
    }

    /** What plain descent multiplies a gradient with; running statistics come as what is to be taken away. */
    private float factor(Slot slot) {
        return slot.isLearned() ? (float) -lastRate : -1;
    }

    private static void multiply(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /** Makes the change of the gradients, lets weights decay and frozen nodes be, and adds it up. */
    private void change(long step) {
        if (updates == null) {
            updates = new float[layout.size()];
        }
        if (isPlainDescent()) {
            for (Slot slot : layout.slots()) {
                for (int i = slot.offset(); i < slot.end(); i++) {
                    updates[i] = gradients[i] * factor(slot);
                }
            }
        } else {
            update(step);
        }
        steerUpdates();
        weights.add(updates, 1, 0, updates.length);
        weights.publish();
    }

    /** Has DL4J's updater make the change. */
    private void update(long step) {
        INDArray change = graph.getFlattenedGradients();
        Arrays.fill(change, gradients);
        // The batch size is 1 to DL4J, since the gradient is a mean already.
        graph.getUpdater()
                .update(new DefaultGradient(change), Math.toIntExact(step), 0, 1, LayerWorkspaceMgr.noWorkspaces());
        scale(change, -lastRate, -1);
        Arrays.copy(change, updates);
    }

    private void steerUpdates() {
        float[] values = weights.values();
        float shrinks = (float) (-lastRate * decay);
        for (Slot slot : layout.slots()) {
            if (frozen.contains(slot.node())) {
                java.util.Arrays.fill(updates, slot.offset(), slot.end(), 0);
            } else if (decay > 0 && slot.parameter() == Parameter.WEIGHT) {
                for (int i = slot.offset(); i < slot.end(); i++) {
                    updates[i] += shrinks * values[i];
                }
            }
        }
    }

    private void computeGradients(Batch batch, float[] target) {
        helpers.prepare(false);
        if (images == null || images.size(0) != batch.size()) {
            images = Arrays.of(batch.images(), Arrays.batched(batch.size(), blueprint.input()));
        } else {
            Arrays.fill(images, batch.images());
        }
        graph.setInput(0, images);
        // DL4J frees the labels' memory after the step, so they are made anew each time.
        graph.setLabel(0, Arrays.of(oneHot(batch.labels()), Shape.of(batch.size(), blueprint.classes())));
        graph.computeGradientAndScore();
        scale(graph.getFlattenedGradients(), 1.0 / batch.size(), 1);
        Arrays.copy(graph.getFlattenedGradients(), target);
    }

    private float[] oneHot(int[] labels) {
        float[] rows = new float[labels.length * blueprint.classes()];
        for (int image = 0; image < labels.length; image++) {
            rows[image * blueprint.classes() + labels[image]] = 1;
        }
        return rows;
    }

    /** Running statistics stand among the gradients as changes already made up; they know no rate. */
    private void scale(INDArray vector, double learned, double kept) {
        INDArray flat = vector.reshape(vector.length());
        int from = 0;
        for (Slot slot : layout.slots()) {
            if (!slot.isLearned()) {
                scale(flat, from, slot.offset(), learned);
                scale(flat, slot.offset(), slot.end(), kept);
                from = slot.end();
            }
        }
        scale(flat, from, layout.size(), learned);
    }

    private static void scale(INDArray flat, int from, int to, double factor) {
        if (to > from && factor != 1) {
            flat.get(NDArrayIndex.interval(from, to)).muli(factor);
        }
    }

    /** Catches the logits on their way, for loss and accuracy without another pass. */
    private final class LogitsListener extends BaseTrainingListener {
        @Override
        public void onForwardPass(Model model, Map<String, INDArray> activations) {
            INDArray values = activations.get(blueprint.last().inputs().get(0));
            logits = new Logits(Arrays.copy(values), blueprint.classes());
        }
    }
}
