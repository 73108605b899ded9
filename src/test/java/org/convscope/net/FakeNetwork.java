package org.convscope.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.spec.EngineReport;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Steering;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * A real network without an engine, for the tests of the rooms above: {@link Schoolbook} loops that
 * learn. It keeps every promise of the port, the owner thread included, for any blueprint; on {@link
 * #smallBlueprint} a step takes well under a millisecond.
 */
public final class FakeNetwork implements Network {

    private static final String WEIGHTS = "weights.bin";

    private final Thread owner = Thread.currentThread();
    private final Blueprint blueprint;
    private final SchoolOptimizer optimizer;
    private final Schoolbook book;
    private final Map<String, Map<Parameter, Tensor>> lastGradients = new LinkedHashMap<>();
    private final Map<String, Map<Parameter, Tensor>> lastUpdates = new LinkedHashMap<>();
    private Set<String> frozen = Set.of();
    private double decay;
    private long step;

    /** First weights are uniform in ±1/√fanIn from {@code seed}; it belongs to the calling thread. */
    public FakeNetwork(Blueprint blueprint, Optimizer optimizer, long seed) {
        this.blueprint = blueprint;
        this.book = new Schoolbook(blueprint);
        Random random = new Random(seed);
        for (Node node : blueprint.nodes()) {
            Map<Parameter, double[]> own = book.parameters(node.id());
            if (own.containsKey(Parameter.WEIGHT)) {
                int fanIn = own.get(Parameter.WEIGHT).length / own.get(Parameter.BIAS).length;
                fill(own.get(Parameter.WEIGHT), random, 1 / Math.sqrt(fanIn));
                fill(own.get(Parameter.BIAS), random, 1 / Math.sqrt(fanIn));
            }
        }
        this.optimizer = new SchoolOptimizer(optimizer, allParameters());
    }

    /** A network for tests: 1×6×6, {@code input conv1 act1 pool1 logits softmax}, two maps, three classes. */
    public static Blueprint smallBlueprint() {
        return Blueprint.draw("small", Options.of(List.of(), Map.of()), Shape.of(1, 6, 6))
                .then("conv1", new Op.Conv(2, 3, 1, 0))
                .then("act1", new Op.Activation(Nonlinearity.RELU))
                .then("pool1", new Op.Pool(Pooling.MAX, 2, 2, 0))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
    }

    /** {@code n} images of seeded noise, each brightened in one of its rows, which is its label. */
    public static Batch stripes(Blueprint blueprint, int n, long seed) {
        Shape shape = blueprint.input();
        Random random = new Random(seed);
        float[] images = new float[n * shape.size()];
        int[] labels = new int[n];
        for (int image = 0; image < n; image++) {
            labels[image] = random.nextInt(blueprint.classes());
            for (int i = 0; i < shape.size(); i++) {
                int row = i / shape.width() % shape.height();
                float noise = random.nextFloat() * 0.5f;
                images[image * shape.size() + i] = row == labels[image] ? noise + 0.5f : noise;
            }
        }
        return new Batch(shape, images, labels);
    }

    /** Builds networks like this one. */
    public static NetworkFactory factory() {
        return new NetworkFactory() {
            @Override
            public Network create(Blueprint blueprint, Optimizer optimizer, long seed, EngineSettings settings) {
                return new FakeNetwork(blueprint, optimizer, seed);
            }

            @Override
            public void load() {
                // Loops are always there.
            }

            @Override
            public void warmUp() {
                // Loops are always warm.
            }

            @Override
            public EngineReport report(EngineSettings settings) {
                return loops();
            }
        };
    }

    @Override
    public Blueprint blueprint() {
        mustBeOwner();
        return blueprint;
    }

    @Override
    public EngineReport report() {
        mustBeOwner();
        return loops();
    }

    @Override
    public long step() {
        mustBeOwner();
        return step;
    }

    @Override
    public Optional<StepResult> learn(Batch batch, double learningRate, Interlude interlude) {
        mustBeOwner();
        long begin = System.nanoTime();
        book.dropBy(step);
        Schoolbook.Pass pass = book.forward(batch, true);
        Map<String, Map<Parameter, double[]>> gradients = pass.parameterGradients();
        if (!interlude.goOn(0.5)) {
            return Optional.empty();
        }
        step++;
        int position = 0;
        for (Node node : blueprint.nodes()) {
            Map<Parameter, double[]> updates = new EnumMap<>(Parameter.class);
            for (Map.Entry<Parameter, double[]> gradient :
                    gradients.get(node.id()).entrySet()) {
                double[] values = book.parameters(node.id()).get(gradient.getKey());
                double[] update = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    double before = values[i];
                    double shrinks = gradient.getKey() == Parameter.WEIGHT ? decay * before : 0;
                    double direction = optimizer.direction(gradient.getValue()[i], position++, step) + shrinks;
                    values[i] = (float) (before - (frozen.contains(node.id()) ? 0 : learningRate * direction));
                    update[i] = values[i] - before;
                }
                updates.put(gradient.getKey(), update);
            }
            lastGradients.put(node.id(), tensors(node.id(), gradients.get(node.id())));
            lastUpdates.put(node.id(), tensors(node.id(), updates));
            keepStatistics(node, pass);
        }
        return Optional.of(new StepResult(pass.loss(), pass.accuracy(), (System.nanoTime() - begin) / 1e6));
    }

    @Override
    public void steer(Steering steering) {
        mustBeOwner();
        frozen = steering.frozen();
        decay = steering.weightDecay();
        optimizer.momentum(steering.momentum());
        book.drop(steering.dropout());
    }

    private void keepStatistics(Node node, Schoolbook.Pass pass) {
        if (node.op() instanceof Op.BatchNorm norm && !frozen.contains(node.id())) {
            double[][] seen = pass.statistics(node.id());
            double[] mean = book.parameters(node.id()).get(Parameter.MEAN);
            double[] variance = book.parameters(node.id()).get(Parameter.VARIANCE);
            for (int c = 0; c < mean.length; c++) {
                mean[c] = (float) (norm.decay() * mean[c] + (1 - norm.decay()) * seen[0][c]);
                variance[c] = (float) (norm.decay() * variance[c] + (1 - norm.decay()) * seen[1][c]);
            }
        }
    }

    @Override
    public Tensor probabilities(Batch batch) {
        String last = blueprint.last().id();
        return activations(batch, Set.of(last)).get(last);
    }

    @Override
    public Map<String, Tensor> activations(Tensor image) {
        mustBeOwner();
        Schoolbook.Pass pass = book.forward(Batch.of(image), false);
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (Node node : blueprint.nodes()) {
            outputs.put(node.id(), tensor(blueprint.shape(node.id()), pass.outputs(node.id())));
        }
        return outputs;
    }

    @Override
    public Map<String, Tensor> activations(Batch batch, Set<String> nodes) {
        mustBeOwner();
        Schoolbook.Pass pass = book.forward(batch, false);
        return nodes.stream()
                .collect(Collectors.toMap(
                        node -> node,
                        node -> tensor(batched(batch.size(), blueprint.shape(node)), pass.outputs(node))));
    }

    @Override
    public ImageGradients gradients(Tensor image, int label) {
        mustBeOwner();
        Batch one = new Batch(image.shape(), image.toArray(), new int[] {label});
        Schoolbook.Pass pass = book.forward(one, false);
        Map<String, Tensor> activations = new LinkedHashMap<>();
        pass.outputGradients().forEach((node, values) -> activations.put(node, tensor(blueprint.shape(node), values)));
        Map<String, Map<Parameter, Tensor>> parameters = new LinkedHashMap<>();
        pass.parameterGradients().forEach((node, values) -> {
            if (!values.isEmpty()) {
                parameters.put(node, tensors(node, values));
            }
        });
        return new ImageGradients(pass.loss(), activations, parameters);
    }

    @Override
    public Map<Parameter, Tensor> parameters(String node) {
        mustBeOwner();
        return tensors(blueprint.node(node).id(), book.parameters(node));
    }

    @Override
    public Map<Parameter, Tensor> lastGradients(String node) {
        mustBeOwner();
        return lastGradients.getOrDefault(blueprint.node(node).id(), Map.of());
    }

    @Override
    public Map<Parameter, Tensor> lastUpdates(String node) {
        mustBeOwner();
        return lastUpdates.getOrDefault(blueprint.node(node).id(), Map.of());
    }

    @Override
    public void adopt(Map<String, Map<Parameter, Tensor>> wanted) {
        mustBeOwner();
        for (Node node : blueprint.nodes()) {
            book.parameters(node.id()).forEach((parameter, own) -> {
                float[] values = wanted.get(node.id()).get(parameter).toArray();
                if (values.length != own.length) {
                    throw new IllegalArgumentException(node.id() + " wants other " + parameter);
                }
                for (int i = 0; i < own.length; i++) {
                    own[i] = values[i];
                }
            });
        }
        optimizer.restore(new float[optimizer.size()]);
        step = 0;
    }

    @Override
    public Checkpoint checkpoint() {
        mustBeOwner();
        float[] values = new float[allParameters()];
        int position = 0;
        for (Node node : blueprint.nodes()) {
            for (double[] own : book.parameters(node.id()).values()) {
                for (double value : own) {
                    values[position++] = (float) value;
                }
            }
        }
        return new Checkpoint(step, values, optimizer.state());
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        mustBeOwner();
        float[] values = checkpoint.parameters();
        float[] state = checkpoint.optimizerState();
        if (values.length != allParameters() || state.length != optimizer.size()) {
            throw new IllegalArgumentException("The checkpoint belongs to another network");
        }
        int position = 0;
        for (Node node : blueprint.nodes()) {
            for (double[] own : book.parameters(node.id()).values()) {
                for (int i = 0; i < own.length; i++) {
                    own[i] = values[position++];
                }
            }
        }
        optimizer.restore(state);
        step = checkpoint.step();
    }

    @Override
    public void save(ModelSink sink) throws IOException {
        Checkpoint now = checkpoint();
        try (DataOutputStream out = new DataOutputStream(sink.entry(WEIGHTS))) {
            out.writeLong(now.step());
            write(out, now.parameters());
            write(out, now.optimizerState());
        }
    }

    @Override
    public void load(ModelSource source) throws IOException {
        mustBeOwner();
        InputStream entry = source.entry(WEIGHTS);
        if (entry == null) {
            throw new IOException("There is no entry " + WEIGHTS);
        }
        try (DataInputStream in = new DataInputStream(entry)) {
            long steps = in.readLong();
            float[] values = read(in, allParameters());
            restore(new Checkpoint(steps, values, read(in, optimizer.size())));
        }
    }

    @Override
    public List<String> entries() {
        mustBeOwner();
        return List.of(WEIGHTS);
    }

    @Override
    public void close() {
        mustBeOwner();
    }

    private void mustBeOwner() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("Network `" + blueprint.network() + "` belongs to thread `"
                    + owner.getName() + "` but was called from `"
                    + Thread.currentThread().getName() + "`.");
        }
    }

    private int allParameters() {
        return blueprint.nodes().stream()
                .flatMap(node -> book.parameters(node.id()).values().stream())
                .mapToInt(values -> values.length)
                .sum();
    }

    private Map<Parameter, Tensor> tensors(String node, Map<Parameter, double[]> values) {
        Map<Parameter, Shape> shapes = Schoolbook.shapes(blueprint, node);
        Map<Parameter, Tensor> tensors = new EnumMap<>(Parameter.class);
        values.forEach((parameter, own) -> tensors.put(parameter, tensor(shapes.get(parameter), own)));
        return tensors;
    }

    private static EngineReport loops() {
        return new EngineReport("schoolbook loops", 1, false, Map.of());
    }

    private static void fill(double[] values, Random random, double bound) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
    }

    private static Shape batched(int n, Shape shape) {
        int[] lengths = new int[shape.rank() + 1];
        lengths[0] = n;
        System.arraycopy(shape.toArray(), 0, lengths, 1, shape.rank());
        return Shape.of(lengths);
    }

    private static Tensor tensor(Shape shape, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Tensor.of(shape, floats);
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] read(DataInputStream in, int expected) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException(length + " values where " + expected + " belong");
        }
        float[] values = new float[expected];
        for (int i = 0; i < expected; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
