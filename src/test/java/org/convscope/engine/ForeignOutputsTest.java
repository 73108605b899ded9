package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.convscope.foreign.ForeignModel;
import org.convscope.foreign.ForeignModels;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks that Keras, TensorFlow.js and DL4J saved give the very answers that those gave. */
class ForeignOutputsTest {

    private static final Path FILES = Path.of("src/test/resources/foreign");
    private static final double CLOSE = 1e-4;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theAnswersAreThoseOfTheProgramThatSavedIt() {
        return Stream.of(
                        "keras3-sequential",
                        "keras2-sequential",
                        "keras3-functional",
                        "keras2-functional",
                        "keras3-rescaling",
                        "keras3-cells",
                        "tfjs-tiny-vgg",
                        "tfjs-branches")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    boolean tfjs = name.startsWith("tfjs");
                    JsonNode expected = new ObjectMapper()
                            .readTree(FILES.resolve(tfjs ? name + "/expected.json" : name + ".expected.json")
                                    .toFile());
                    ForeignModel model = ForeignModels.open(FILES.resolve(tfjs ? name + "/model.json" : name + ".h5"));
                    assertTrue(model.whole(), () -> model.remarks().toString());
                    assertArrayEquals(
                            probabilities(expected.path("output")),
                            answers(model, image(expected.path("image"))),
                            (float) CLOSE);
                }));
    }

    @Test
    void aMultiLayerNetworkAnswersAsInDl4j() throws IOException {
        MultiLayerNetwork source = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(84)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .stride(2, 2)
                        .activation(Activation.RELU)
                        .convolutionMode(ConvolutionMode.Same)
                        .build())
                .layer(new BatchNormalization())
                .layer(new LocalResponseNormalization.Builder(1, 0.1, 0.75).n(3).build())
                .layer(new SubsamplingLayer.Builder()
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(7)
                        .activation(Activation.TANH)
                        .dropOut(0.5)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(28, 28, 2))
                .build());
        source.init();
        Path file = folder.resolve("layers.zip");
        INDArray image = unsettled(source.params(), Shape.of(2, 28, 28));
        ModelSerializer.writeModel(source, file.toFile(), true);

        ForeignModel model = ForeignModels.open(file);

        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(Shape.of(2, 28, 28), model.blueprint().input());
        assertArrayEquals(
                source.output(image).toFloatVector(),
                answers(
                        model,
                        Tensor.of(Shape.of(2, 28, 28), image.reshape(1, -1).toFloatVector())),
                (float) CLOSE);
        source.close();
    }

    @Test
    void aComputationGraphOfDoublesAnswersAsInDl4j() throws IOException {
        ComputationGraph source = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(84)
                .dataType(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .addLayer("pad", new ZeroPaddingLayer.Builder(1, 0, 2, 1).build(), "in")
                .addLayer(
                        "wide",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(4)
                                .hasBias(false)
                                .activation(Activation.LEAKYRELU)
                                .build(),
                        "pad")
                .addLayer(
                        "narrow",
                        new ConvolutionLayer.Builder(1, 1)
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "wide")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "wide", "narrow")
                .addLayer("sigmoid", new ActivationLayer(Activation.SIGMOID), "sum")
                .addVertex("both", new MergeVertex(), "sigmoid", "narrow")
                .addLayer(
                        "norm",
                        new BatchNormalization.Builder()
                                .useLogStd(false)
                                .lockGammaBeta(true)
                                .build(),
                        "both")
                .addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "norm")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "mean")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(10, 9, 2))
                .build());
        source.init();
        Path file = folder.resolve("graph.zip");
        INDArray image = unsettled(source.params(), Shape.of(2, 10, 9)).castTo(DataType.DOUBLE);
        ModelSerializer.writeModel(source, file.toFile(), false);
        Files.writeString(folder.resolve("graph.input.txt"), "2x10x9\n");

        ForeignModel model = ForeignModels.open(file);

        assertTrue(model.whole(), () -> model.remarks().toString());
        assertArrayEquals(
                source.outputSingle(image).toFloatVector(),
                answers(
                        model,
                        Tensor.of(Shape.of(2, 10, 9), image.reshape(1, -1).toFloatVector())),
                (float) CLOSE);
        source.close();
    }

    @Test
    void aNetworkOfFlatImagesAnswersAsInDl4j() throws IOException {
        MultiLayerNetwork source = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(84)
                .list()
                .layer(new ZeroPaddingLayer.Builder(0, 1, 2, 1).build())
                .layer(new ConvolutionLayer.Builder(3, 2)
                        .nOut(4)
                        .padding(1, 0)
                        .activation(Activation.TANH)
                        .build())
                .layer(new DropoutLayer(0.5))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                        .kernelSize(2, 3)
                        .stride(2, 1)
                        .build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.MAX).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .hasBias(false)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(12, 9, 1))
                .build());
        source.init();
        Path file = folder.resolve("flat.zip");
        INDArray image = unsettled(source.params(), Shape.of(1, 12, 9));
        ModelSerializer.writeModel(source, file.toFile(), false);

        ForeignModel model = ForeignModels.open(file);

        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(Shape.of(1, 12, 9), model.blueprint().input());
        float[] pixels = image.reshape(1, -1).toFloatVector();
        assertArrayEquals(
                source.output(image.reshape(1, -1)).toFloatVector(),
                answers(model, Tensor.of(Shape.of(1, 12, 9), pixels)),
                (float) CLOSE);
        source.close();
    }

    /** Moves every parameter away from where it began, and makes an image. */
    private static INDArray unsettled(INDArray parameters, Shape shape) {
        Random random = new Random(84);
        for (int i = 0; i < parameters.length(); i++) {
            parameters.putScalar(i, parameters.getDouble(i) + 0.1 + 0.2 * random.nextDouble());
        }
        float[] pixels = new float[shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return Nd4j.createFromArray(pixels).reshape(1, shape.channels(), shape.height(), shape.width());
    }

    private static float[] answers(ForeignModel model, Tensor image) {
        try (Network network =
                new Dl4jNetworkFactory().create(model.blueprint(), new Optimizer.Sgd(), 1, EngineSettings.STANDARD)) {
            network.adopt(model.parameters());
            return network.probabilities(Batch.of(image)).toArray();
        }
    }

    private static Tensor image(JsonNode rows) {
        int height = rows.size();
        int width = rows.get(0).size();
        int channels = rows.get(0).get(0).size();
        float[] values = new float[channels * height * width];
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    values[(channel * height + row) * width + column] =
                            (float) rows.get(row).get(column).get(channel).asDouble();
                }
            }
        }
        return Tensor.of(Shape.of(channels, height, width), values);
    }

    /** The outputs themselves where they add up to 1, and else what a softmax makes of them. */
    private static float[] probabilities(JsonNode outputs) {
        double[] values = new double[outputs.size()];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = outputs.get(i).asDouble();
            sum += values[i];
        }
        boolean scores = Math.abs(sum - 1) > 1e-3;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = scores ? Math.exp(values[i]) : values[i];
            total += values[i];
        }
        float[] probabilities = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            probabilities[i] = (float) (values[i] / total);
        }
        return probabilities;
    }
}
