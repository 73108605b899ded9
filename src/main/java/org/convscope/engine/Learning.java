package org.convscope.engine;

import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.engine.block.BlockStep;
import org.convscope.net.Batch;
import org.convscope.net.StepResult;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
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
    private final Memory memory;
    private final Weights weights;
    private final Optimizer optimizer;
    private final BlockStep blocks;
    /** Made with the first step: a network that only looks needs none. */
    private float[] gradients;

    private float[] updates;
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
        this.memory = new Memory(blueprint, blocks != null, threads);
        this.blocks = blocks;
        graph.setListeners(new LogitsListener());
    }

    /** Learns one batch; {@code step} counts those before it. */
    StepResult step(Batch batch, double learningRate, long step) {
        long begin = System.nanoTime();
        checkMemory(batch);
        if (!hasStepped()) {
            gradients = new float[layout.size()];
            updates = new float[layout.size()];
        }
        if (blocks == null) {
            computeGradients(batch);
            change(learningRate, step);
        } else {
            logits = new Logits(
                    blocks.compute(weights.values(), batch.images(), batch.labels(), step, gradients),
                    blueprint.classes());
            if (optimizer instanceof Optimizer.Sgd) {
                descend(learningRate);
            } else {
                Arrays.fill(graph.getFlattenedGradients(), gradients);
                change(learningRate, step);
            }
        }
        double millis = (System.nanoTime() - begin) / 1e6;
        return new StepResult(logits.loss(batch.labels()), logits.accuracy(batch.labels()), millis);
    }

    /** Whether there was a step at all. */
    boolean hasStepped() {
        return gradients != null;
    }

    /** Gradients of the last step's mean loss, in the order of the layout. */
    float[] lastGradients() {
        return gradients;
    }

    /** What the last step changed the parameters by, in the order of the layout. */
    float[] lastUpdates() {
        return updates;
    }

    private void checkMemory(Batch batch) {
        if (batch.size() > largestBatch) {
            memory.check(batch.size(), memory.free());
            largestBatch = batch.size();
        }
    }

    /** Plain descent: DL4J's updater takes as long over a batch norm's many small pieces as a step on blocks takes. */
    private void descend(double learningRate) {
        int from = 0;
        for (Slot slot : layout.slots()) {
            if (!slot.isLearned()) {
                multiply(from, slot.offset(), (float) -learningRate);
                multiply(slot.offset(), slot.end(), -1);
                from = slot.end();
            }
        }
        multiply(from, layout.size(), (float) -learningRate);
        weights.add(updates);
    }

    private void multiply(int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            updates[i] = gradients[i] * factor;
        }
    }

    /** Has DL4J's updater make the change of what lies in the graph's gradients. */
    private void change(double learningRate, long step) {
        INDArray change = graph.getFlattenedGradients();
        // The batch size is 1 to DL4J, since the gradient is a mean already.
        graph.getUpdater()
                .update(new DefaultGradient(change), Math.toIntExact(step), 0, 1, LayerWorkspaceMgr.noWorkspaces());
        scale(change, -learningRate, -1);
        Arrays.copy(change, updates);
        weights.add(updates);
    }

    private void computeGradients(Batch batch) {
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
        Arrays.copy(graph.getFlattenedGradients(), gradients);
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
