package org.convscope.engine;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Initialisation;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.ConstantDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Turns a blueprint into a DL4J graph: one layer or vertex per node, under the node's id. Convolutions and dense
 * layers end in their sums; what follows them has a layer of its own.
 */
final class GraphCompiler {

    private final Blueprint blueprint;
    private final Optimizer optimizer;

    GraphCompiler(Blueprint blueprint, Optimizer optimizer) {
        this.blueprint = blueprint;
        this.optimizer = optimizer;
    }

    /** A graph whose parameters are all 0, with an updater of this learning rate. */
    ComputationGraph graph(double learningRate) {
        ComputationGraph graph = new ComputationGraph(configuration(learningRate, true));
        long parameters = blueprint.nodes().stream().mapToLong(this::parameters).sum();
        graph.init(Nd4j.zeros(DataType.FLOAT, 1, parameters), false);
        graph.initGradientsView();
        return graph;
    }

    /**
     * The configuration of a graph as others can read it, in DL4J's words wherever there are some. Only an initialised
     * graph's lists its variables, by which DL4J tells a variance from its logarithm; {@code parameters} are lent to it.
     */
    ComputationGraphConfiguration forOthers(double learningRate, INDArray parameters) {
        ComputationGraph graph = new ComputationGraph(configuration(learningRate, false));
        graph.init(parameters, false);
        return graph.getConfiguration();
    }

    /** Gives a graph's memory back. DL4J's own close collects the garbage of the whole heap, twice. */
    static void free(ComputationGraph graph) {
        ComputationGraphUpdater updater = graph.getUpdater(false);
        if (updater != null && updater.getStateViewArray() != null) {
            updater.getStateViewArray().close();
        }
        graph.params().close();
        graph.getFlattenedGradients().close();
    }

    /** What DL4J makes a graph of; nothing of it has any memory yet. */
    ComputationGraphConfiguration configuration(double learningRate) {
        return configuration(learningRate, true);
    }

    private ComputationGraphConfiguration configuration(double learningRate, boolean own) {
        ComputationGraphConfiguration.GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                // Weights are drawn elsewhere; left alone it is the time, and equal networks give unequal files.
                .seed(0)
                .updater(updater(learningRate))
                .weightInit(weightInit())
                .graphBuilder()
                .addInputs(blueprint.first().id());
        for (Node node : blueprint.nodes()) {
            if (!(node.op() instanceof Op.Input)) {
                add(builder, node, own);
            }
        }
        return builder.setOutputs(blueprint.last().id()).build();
    }

    private void add(ComputationGraphConfiguration.GraphBuilder builder, Node node, boolean own) {
        String[] inputs = node.inputs().toArray(String[]::new);
        if (node.op() instanceof Op.Add) {
            builder.addVertex(node.id(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
            return;
        }
        if (node.op() instanceof Op.Concat) {
            builder.addVertex(node.id(), new MergeVertex(), inputs);
            return;
        }
        builder.addLayer(node.id(), layer(node, own), inputs);
        Shape input = input(node);
        if (node.op() instanceof Op.Dense && input.isMaps()) {
            builder.inputPreProcessor(
                    node.id(), new CnnToFeedForwardPreProcessor(input.height(), input.width(), input.channels()));
        }
    }

    /** With {@code own}, where DL4J's layer is wrong, ours. */
    private Layer layer(Node node, boolean own) {
        Shape input = input(node);
        if (node.op() instanceof Op.Conv conv) {
            if (!conv.connections().areAll()) {
                return SlidingSum.of(conv, input, blueprint.shape(node.id()));
            }
            return new ConvolutionLayer.Builder(kernel(conv.window()))
                    .nIn(input.channels())
                    .nOut(conv.outputChannels())
                    .stride(stride(conv.window()))
                    .padding(padding(conv.window()))
                    .convolutionMode(ConvolutionMode.Truncate)
                    .activation(Activation.IDENTITY)
                    // A helper that fails is a bug to be seen, not a reason to go on ten times slower.
                    .helperAllowFallback(false)
                    .build();
        }
        if (node.op() instanceof Op.Pool pool) {
            return new SubsamplingLayer.Builder(
                            pool.kind() == Pooling.MAX
                                    ? SubsamplingLayer.PoolingType.MAX
                                    : SubsamplingLayer.PoolingType.AVG)
                    .kernelSize(kernel(pool.window()))
                    .stride(stride(pool.window()))
                    .padding(padding(pool.window()))
                    .convolutionMode(ConvolutionMode.Truncate)
                    .avgPoolIncludePadInDivisor(false)
                    .build();
        }
        if (node.op() instanceof Op.Subsample subsample) {
            return SlidingSum.of(subsample, input, blueprint.shape(node.id()));
        }
        if (node.op() instanceof Op.Lrn norm) {
            return LocalNormLayer.configuration(norm, own);
        }
        if (node.op() instanceof Op.Dense dense) {
            return new DenseLayer.Builder()
                    .nIn(input.size())
                    .nOut(dense.units())
                    .activation(Activation.IDENTITY)
                    .build();
        }
        if (node.op() instanceof Op.BatchNorm norm) {
            return new BatchNormalization.Builder()
                    .nIn(input.channels())
                    .nOut(input.channels())
                    .eps(norm.epsilon())
                    .decay(norm.decay())
                    // Its own default keeps log10 of the deviation, which a variance of 0 does not have.
                    .useLogStd(false)
                    .helperAllowFallback(false)
                    .build();
        }
        if (node.op() instanceof Op.Activation activation) {
            return new ActivationLayer.Builder()
                    .activation(function(activation.kind()))
                    .build();
        }
        if (node.op() instanceof Op.GlobalPool) {
            return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
        }
        if (node.op() instanceof Op.Dropout dropout) {
            // DL4J asks for the probability that a value stays.
            return new DropoutLayer.Builder(1 - dropout.rate()).build();
        }
        if (node.op() instanceof Op.Softmax) {
            return new LossLayer.Builder(LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .build();
        }
        throw new IllegalStateException("No layer is known for " + node.op().name());
    }

    private static int[] kernel(Window window) {
        return new int[] {window.height(), window.width()};
    }

    private static int[] stride(Window window) {
        return new int[] {window.vertical().stride(), window.horizontal().stride()};
    }

    private static int[] padding(Window window) {
        return new int[] {window.vertical().padding(), window.horizontal().padding()};
    }

    private static IActivation function(Nonlinearity kind) {
        return switch (kind) {
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case SCALED_TANH -> new ScaledTanh();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(Nonlinearity.LEAK);
        };
    }

    private IUpdater updater(double learningRate) {
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            return new Nesterovs(learningRate, nesterov.momentum());
        }
        if (optimizer instanceof Optimizer.Adam adam) {
            return new Adam(learningRate, adam.beta1(), adam.beta2(), adam.epsilon());
        }
        return new Sgd(learningRate);
    }

    /** For the record only: {@link Initialiser} draws the first weights. */
    private IWeightInit weightInit() {
        return switch (blueprint.initialisation()) {
            case XAVIER -> new WeightInitXavierUniform();
            case HE -> new WeightInitRelu();
            case CONSTANT -> new WeightInitDistribution(new ConstantDistribution(Initialisation.CONSTANT_WEIGHT));
        };
    }

    private long parameters(Node node) {
        // DL4J keeps a batch norm's running mean and variance among the parameters.
        int kept = node.op() instanceof Op.BatchNorm ? 2 * input(node).channels() : 0;
        return node.inputs().isEmpty() ? 0 : node.op().parameters(input(node)).total() + kept;
    }

    private Shape input(Node node) {
        return blueprint.shape(blueprint.source(node.id()).id());
    }
}
