package org.convscope.net;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Steering;
import org.convscope.tensor.Tensor;

/**
 * A live network. Every call belongs to the thread that owns it; a stranger is refused with an {@link
 * IllegalStateException}. Answers are copies: they stay as they are while the network goes on.
 */
public interface Network extends AutoCloseable {

    /** What it was built from. */
    Blueprint blueprint();

    /** How it computes. */
    EngineReport report();

    /** Mini-batches learned so far. */
    long step();

    /**
     * Learns one mini-batch: the mean cross-entropy of the batch is lowered by one update.
     *
     * @param learningRate the rate of this one step
     * @param interlude comes between the parts of the step, where it has any
     * @return nothing if an interlude ended the step: then the network is as it was before
     */
    Optional<StepResult> learn(Batch batch, double learningRate, Interlude interlude);

    /**
     * From the next step on: its momentum, its weight decay, its dropout and its frozen nodes; rate and batch come with
     * each step. What the optimizer remembers goes on under the new constants. Of a frozen node no parameter changes,
     * a batch norm's running statistics included; its gradients are computed all the same, and the optimizer remembers
     * them, so that it goes on with the present slope when it thaws. A Problem if batches of that size do not fit into
     * memory: then everything stays as it was.
     */
    void steer(Steering steering);

    /** Learns one mini-batch in one go. */
    default StepResult learn(Batch batch, double learningRate) {
        return learn(batch, learningRate, Interlude.NONE).orElseThrow();
    }

    /**
     * Class probabilities in inference mode.
     *
     * @return {@code [N, classes]}
     */
    Tensor probabilities(Batch batch);

    /**
     * Outputs of every node for one image, in inference mode.
     *
     * @param image {@code [C, H, W]}
     * @return by node id, in the blueprint's order, the input among them; each in its node's shape
     */
    Map<String, Tensor> activations(Tensor image);

    /**
     * Outputs of some nodes for a batch, in inference mode, from one forward pass.
     *
     * @return by node id; each {@code [N, …]} followed by the node's shape
     */
    Map<String, Tensor> activations(Batch batch, Set<String> nodes);

    /**
     * Gradients of one image's loss; weights stay as they are. Batch norms use their running statistics,
     * as everywhere outside of {@link #learn}.
     *
     * @param label index of the class that would be right
     */
    ImageGradients gradients(Tensor image, int label);

    /**
     * Parameters of a node by their {@link Parameter}, empty where there is nothing to learn; weights
     * {@code [out, in, kernel, kernel]} for convolutions, {@code [out, in]} for dense layers.
     */
    Map<Parameter, Tensor> parameters(String node);

    /** Gradients of the last step's batch, shaped as {@link #parameters}; empty before the first step. */
    Map<Parameter, Tensor> lastGradients(String node);

    /** Changes that the last step made, shaped as {@link #parameters}; empty before the first step. */
    Map<Parameter, Tensor> lastUpdates(String node);

    /**
     * Takes over what another program has learned; the optimizer begins anew, at step 0.
     *
     * @param parameters by node, all of every node that has any, each shaped as {@link #parameters} gives it
     */
    void adopt(Map<String, Map<Parameter, Tensor>> parameters);

    /** All parameters in the engine's own order, as a {@link Checkpoint} holds them: a copy. */
    default float[] parameters() {
        return checkpoint().parameters();
    }

    /** Everything that training changes, optimizer state and step included, to come back to. */
    Checkpoint checkpoint();

    /** Goes back to a checkpoint of a network of the same blueprint and optimizer. */
    void restore(Checkpoint checkpoint);

    /** Writes the entries of a DL4J zip, one after the other. */
    void save(ModelSink sink) throws IOException;

    /**
     * Reads the entries that {@link #save} writes. The blueprint decides what is expected; what does not
     * fit is a Problem, and the network stays as it was.
     */
    void load(ModelSource source) throws IOException;

    /** Names of the entries that {@link #load} may ask for. */
    List<String> entries();

    @Override
    void close();
}
