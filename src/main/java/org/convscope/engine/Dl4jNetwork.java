package org.convscope.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convscope.blueprint.Blueprint;
import org.convscope.engine.block.BlockStep;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.ImageGradients;
import org.convscope.net.Interlude;
import org.convscope.net.ModelSink;
import org.convscope.net.ModelSource;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.net.StepResult;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Steering;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The port, done with a DL4J graph. Refuses every thread but the one that made it. */
final class Dl4jNetwork implements Network {

    /** The updater's own; each step brings the rate that counts. */
    private static final double UNIT_RATE = 1;

    private final Thread owner = Thread.currentThread();
    private final Blueprint blueprint;
    private final GraphCompiler compiler;
    private final EngineReport report;
    private final ComputationGraph graph;
    private final ParameterLayout layout;
    private final Chance chance;
    private final Learning learning;
    private final Weights weights;
    private final Inference inference;
    private final ForwardPass forward;
    private final ImageBackprop imageBackprop;
    private double lastLearningRate = UNIT_RATE;
    private long step;
    private boolean closed;

    Dl4jNetwork(
            Blueprint blueprint, Optimizer optimizer, long seed, EngineReport report, boolean quick, boolean onBlocks) {
        this.blueprint = blueprint;
        this.report = report;
        Threads.use(report.threads());
        this.compiler = new GraphCompiler(blueprint, optimizer);
        this.graph = compiler.graph(UNIT_RATE);
        this.layout = new ParameterLayout(graph, blueprint);
        this.weights = new Weights(graph);
        Helpers helpers = quick ? Helpers.attach(graph, blueprint) : Helpers.none();
        BlockStep blocks = onBlocks ? new BlockStep(blueprint, layout, seed, report.threads()) : null;
        this.chance = new Chance(blueprint, seed);
        this.learning = new Learning(graph, blueprint, layout, weights, optimizer, helpers, blocks, report.threads());
        this.inference = new Inference(graph, blueprint, helpers);
        this.forward = onBlocks ? new BlockPass(blueprint, layout, weights, blocks) : inference;
        this.imageBackprop = new ImageBackprop(graph, blueprint, layout, weights);
        weights.set(new Initialiser(blueprint.initialisation(), seed).draw(layout));
    }

    @Override
    public Blueprint blueprint() {
        enter();
        return blueprint;
    }

    @Override
    public EngineReport report() {
        enter();
        return report;
    }

    @Override
    public long step() {
        enter();
        return step;
    }

    @Override
    public Optional<StepResult> learn(Batch batch, double learningRate, Interlude interlude) {
        enter();
        check(batch.shape());
        for (int label : batch.labels()) {
            check(label);
        }
        chance.begin(step);
        Optional<StepResult> result = learning.step(batch, learningRate, step, interlude);
        if (result.isPresent()) {
            lastLearningRate = learningRate;
            step++;
        }
        return result;
    }

    @Override
    public void steer(Steering steering) {
        enter();
        learning.steer(steering);
    }

    @Override
    public Tensor probabilities(Batch batch) {
        String last = blueprint.last().id();
        return activations(batch, Set.of(last)).get(last);
    }

    @Override
    public Map<String, Tensor> activations(Tensor image) {
        enter();
        check(image.shape());
        return forward.outputs(image);
    }

    @Override
    public Map<String, Tensor> activations(Batch batch, Set<String> nodes) {
        enter();
        check(batch.shape());
        return forward.outputs(batch, nodes);
    }

    @Override
    public ImageGradients gradients(Tensor image, int label) {
        enter();
        check(image.shape());
        check(label);
        return inference.run(
                image.toArray(), 1, (outputs, workspaces) -> imageBackprop.run(outputs, label, workspaces));
    }

    @Override
    public Map<Parameter, Tensor> parameters(String node) {
        enter();
        return layout.read(blueprint.node(node).id(), weights.values());
    }

    @Override
    public Map<Parameter, Tensor> lastGradients(String node) {
        enter();
        return learning.lastGradients(blueprint.node(node).id());
    }

    @Override
    public Map<Parameter, Tensor> lastUpdates(String node) {
        enter();
        return learning.lastUpdates(blueprint.node(node).id());
    }

    @Override
    public void adopt(Map<String, Map<Parameter, Tensor>> parameters) {
        enter();
        restore(new Checkpoint(0, layout.vector(parameters), new float[stateSize()]));
    }

    @Override
    public float[] parameters() {
        enter();
        return weights.values().clone();
    }

    @Override
    public Checkpoint checkpoint() {
        enter();
        INDArray state = graph.getUpdater().getStateViewArray();
        return new Checkpoint(step, weights.values(), state == null ? new float[0] : Arrays.copy(state));
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        enter();
        float[] parameters = checkpoint.parameters();
        float[] state = checkpoint.optimizerState();
        if (parameters.length != layout.size() || state.length != stateSize()) {
            throw new IllegalArgumentException("The checkpoint belongs to another network or optimizer");
        }
        weights.set(parameters);
        if (state.length > 0) {
            Arrays.fill(graph.getUpdater().getStateViewArray(), state);
        }
        step = checkpoint.step();
    }

    @Override
    public void save(ModelSink sink) throws IOException {
        enter();
        // What is written is another graph's configuration: this one's names our own activation functions.
        SavedModel.write(sink, compiler.forOthers(lastLearningRate, graph.params()), graph, step);
    }

    @Override
    public void load(ModelSource source) throws IOException {
        enter();
        restore(SavedModel.read(source, layout.size(), stateSize()));
    }

    @Override
    public List<String> entries() {
        enter();
        return SavedModel.READ;
    }

    @Override
    public void close() {
        if (!closed) {
            enter();
            closed = true;
            GraphCompiler.free(graph);
            // One by one, since destroying all at once collects the whole heap's garbage.
            MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
            workspaces.getAllWorkspacesForCurrentThread().forEach(workspaces::destroyWorkspace);
        }
    }

    private int stateSize() {
        INDArray state = graph.getUpdater().getStateViewArray();
        return state == null ? 0 : Math.toIntExact(state.length());
    }

    private void check(Shape shape) {
        if (!shape.equals(blueprint.input())) {
            throw new IllegalArgumentException("Images of " + shape + " where " + blueprint.input() + " go in");
        }
    }

    // A label too large would make the next image's row wrong, and nobody would notice.
    private void check(int label) {
        if (label < 0 || label >= blueprint.classes()) {
            throw new IllegalArgumentException("Label " + label + " of " + blueprint.classes() + " classes");
        }
    }

    private void enter() {
        if (!Thread.currentThread().equals(owner)) {
            throw new IllegalStateException("Network `" + blueprint.network() + "` belongs to thread `"
                    + owner.getName() + "` but was called from `"
                    + Thread.currentThread().getName() + "`.");
        }
        // DL4J's freed arrays still point somewhere: touching one would end the whole program.
        if (closed) {
            throw new IllegalStateException("Network `" + blueprint.network() + "` is closed.");
        }
        Threads.use(report.threads());
    }
}
