package org.convscope.foreign;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.convscope.blueprint.Node;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each layer of DL4J becomes, and that one which becomes nothing is named with the setting that is to blame. */
class Dl4jLayersTest {

    /** From one map to two, with four numbers. */
    private static final String START =
            "'nin':1,'nout':2,'kernelSize':[1,1],'stride':[1,1],'padding':[0,0],'activationFn':"
                    + "{'@class':'x.ActivationReLU'}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SubsamplingLayer | 'poolingType':'PNORM'                          | poolingType PNORM",
                "SubsamplingLayer | 'poolingType':'MAX','dilation':[2,2]           | dilation [2,2]",
                "SubsamplingLayer | 'poolingType':'MAX','kernelSize':[2,2],'stride':[2,2],'convolutionMode':'Causal' "
                        + "| convolutionMode Causal",
                "SubsamplingLayer | 'poolingType':'AVG','kernelSize':[3,3],'stride':[1,1],'padding':[1,1],"
                        + "'avgPoolIncludePadInDivisor':true | avgPoolIncludePadInDivisor",
                "SubsamplingLayer | 'poolingType':'MAX','cnn2dDataFormat':'NHWC'   | NHWC",
                "ActivationLayer  | 'activationFn':{'@class':'x.ActivationGELU'}   | activation ActivationGELU",
                "ActivationLayer  | 'activationFn':{'@class':'x.ActivationReLU','max':6} | a ReLU with bounds of its own",
                "ActivationLayer  | 'activationFn':{'@class':'x.ActivationLReLU','alpha':0.2} | slope 0.2",
                "GlobalPoolingLayer | 'poolingType':'SUM'                          | poolingType SUM",
                "GlobalPoolingLayer | 'poolingType':'AVG','collapseDimensions':false | collapseDimensions",
                "LocalResponseNormalization | 'n':2                                | 2 maps, k 2.0, alpha 1.0E-4, beta 0.75",
                "MergeVertex      | 'x':0                                          | 1 inputs",
                "ElementWiseVertex | 'op':'Product'                                | op \"Product\"",
                "ElementWiseVertex | 'op':'Add'                                    | 1 inputs",
                "DenseLayer       | 'nin':32,'nout':2,'hasLayerNorm':true          | hasLayerNorm",
                "DropoutLayer     | 'idropout':{'@class':'x.Dropout','p':-1}       | rate 2.0",
            })
    void aLayerThatIsNotUnderstoodIsNamedWithWhatIsToBlame(String kind, String settings, String why)
            throws IOException {
        ForeignModel model = started().layer("odd", kind, settings).open(folder);

        assertFalse(model.whole());
        assertEquals(
                List.of("input", "start", "start_relu", "mean_of_maps", "softmax"),
                model.blueprint().nodes().stream().map(Node::id).toList());
        assertEquals("1:odd (" + kind + ", " + why + ")", notUnderstood(model));
    }

    @Test
    void aLayerOfAnotherKindIsNamedAndSoAreTheWeightsBehindIt() throws IOException {
        ForeignModel model = started().layer("odd", "Yolo2OutputLayer", "'x':0").open(folder);
        assertEquals("1:odd (Yolo2OutputLayer)", notUnderstood(model));
        assertEquals(
                "1:odd (Upsampling2D)",
                notUnderstood(
                        started().layer("odd", "Upsampling2D", "'size':[2,2]").open(folder)));
        assertEquals(
                "1:odd (ConvolutionLayer, dilation [2,2])",
                notUnderstood(started()
                        .layer(
                                "odd",
                                "ConvolutionLayer",
                                "'nin':2,'nout':2,'kernelSize':[1,1],'stride':[1,1],'padding':[0,0],'dilation':[2,2]")
                        .numbers(10)
                        .open(folder)));
    }

    @Test
    void aBatchNormOfFlattenedMapsIsNamedAndDoesNotRefuseTheFile() throws IOException {
        ForeignModel model = started()
                .layer("norm", "BatchNormalization", "'nout':32")
                .flattened("norm", 2, 4, 4)
                .numbers(4 + 4 * 32)
                .open(folder);
        assertEquals("1:norm (BatchNormalization, each cell of flattened maps by itself)", notUnderstood(model));
    }

    @Test
    void aNetworkWithTwoBranchesIsReadUpToWhatIsNotUnderstood() throws IOException {
        ForeignModel model = Dl4jZip.of(1, 4, 4)
                .layer("odd", "Yolo2OutputLayer", "'x':0", "in")
                .layer("start", "ConvolutionLayer", START, "in")
                .layer("mean", "GlobalPoolingLayer", "'poolingType':'AVG'", "in")
                .layer("two", "ActivationLayer", "'x':0", "mean", "odd")
                .layer("three", "ActivationLayer", "'x':0", "mean", "in")
                .open(folder);
        assertEquals(
                "odd (Yolo2OutputLayer), start (ConvolutionLayer, its weights stand behind those of a layer that is not"
                        + " understood), three (ActivationLayer, 2 inputs)",
                notUnderstood(model));
        assertEquals("two", model.remarks().get(0).arguments().get(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BatchNormalization | 'nout':2,'eps':0      | 12 | odd.eps",
                "BatchNormalization | 'nout':2,'decay':2    | 12 | odd.decay",
                "BatchNormalization | 'nout':3              | 16 | odd.nin",
                "DenseLayer         | 'nin':7,'nout':2      | 20 | odd.nin",
                "ZeroPaddingLayer   | 'padding':[1,1]       | 4  | odd.padding",
                "ConvolutionLayer   | 'nin':0,'nout':2,'kernelSize':[1,1],'stride':[1,1] | 4 | odd.nin",
            })
    void aSettingOutOfAllBoundsIsAProblemThatNamesIt(String kind, String settings, int numbers, String named)
            throws IOException {
        Path file = started().layer("odd", kind, settings).numbers(numbers).write(folder);
        Problem problem = assertProblem("foreign.setting", () -> ForeignModels.open(file));
        assertEquals(named, problem.arguments().get(1).replaceFirst("^\\d+:", ""));
    }

    @Test
    void noiseInPlaceOfDropoutIsLeftOutAndSaid() throws IOException {
        ForeignModel model = started()
                .layer("mean", "GlobalPoolingLayer", "'poolingType':'MAX','idropout':{'@class':'x.GaussianNoise'}")
                .layer("classes", "LossLayer", "'activationFn':{'@class':'x.ActivationSoftmax'}")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals("foreign.leftOut", model.remarks().get(0).code());
        assertEquals(List.of("mean", "GaussianNoise"), model.remarks().get(0).arguments());
    }

    @Test
    void aBatchNormOfLogarithmsHasTheirVariances() throws IOException {
        ForeignModel model = started()
                .layer(
                        "norm",
                        "BatchNormalization",
                        "'nout':2,'useLogStd':true,'lockGammaBeta':true,'gamma':3,'beta':4")
                .layer("mean", "GlobalPoolingLayer", "'poolingType':'AVG'")
                .numbers(8)
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        // The numbers are 0.0, 0.1, 0.2 …: the last two are the logarithms of the standard deviations.
        assertArrayEquals(
                new float[] {(float) Math.pow(10, 1.2), (float) Math.pow(10, 1.4)},
                model.parameters().get("norm").get(Parameter.VARIANCE).toArray(),
                1e-4f);
        assertArrayEquals(
                new float[] {3, 3},
                model.parameters().get("norm").get(Parameter.SCALE).toArray());
        assertArrayEquals(
                new float[] {4, 4},
                model.parameters().get("norm").get(Parameter.SHIFT).toArray());
    }

    @Test
    void theSizeOfImagesFollowsFromWhatIsFlattenedThroughZerosAndWindows() throws IOException {
        Dl4jZip network = Dl4jZip.of(1, 0, 0)
                .layer("pad", "ZeroPaddingLayer", "'padding':[1,2,3,0]")
                .layer("start", "ConvolutionLayer", START.replace("[1,1],'stride'", "[3,3],'stride'"))
                .layer("classes", "OutputLayer", "'nin':60,'nout':2,'activationFn':{'@class':'x.ActivationSoftmax'}")
                .flattened("classes", 2, 6, 5)
                .numbers(20 + 122);
        ForeignModel model = network.open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(Shape.of(1, 5, 4), model.blueprint().input());
        Path impossible = network.flattened("classes", 2, 1, 5).write(folder);
        assertProblem("foreign.noInput", () -> ForeignModels.open(impossible), InputFile.beside(impossible));
    }

    @Test
    void theSizeOfImagesMayBeThatOfTheMapsThatAVectorBecomes() throws IOException {
        ForeignModel model = Dl4jZip.of(1, 0, 0)
                .layer("start", "ConvolutionLayer", START)
                .layer("mean", "GlobalPoolingLayer", "'poolingType':'AVG'")
                .unflattened("start", 1, 3, 7)
                .numbers(4)
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(Shape.of(1, 3, 7), model.blueprint().input());
        assertEquals(
                "1:start (ConvolutionLayer, FeedForwardToCnnPreProcessor)",
                notUnderstood(Dl4jZip.of(1, 4, 4)
                        .layer("first", "GlobalPoolingLayer", "'poolingType':'AVG'")
                        .layer("start", "ConvolutionLayer", START)
                        .unflattened("start", 1, 3, 7)
                        .numbers(4)
                        .open(folder)));
    }

    @Test
    void withoutASizeAnywhereThePersonIsAskedForIt() throws IOException {
        Path file = Dl4jZip.of(1, 0, 0)
                .layer("start", "ConvolutionLayer", START)
                .numbers(4)
                .write(folder);
        assertProblem("foreign.noInput", () -> ForeignModels.open(file), InputFile.beside(file));
    }

    @Test
    void aDescriptionWithoutLayersOrWithoutAnOrderIsAProblem() throws IOException {
        Dl4jZip network = started();
        Path neither = network.describe("{}").write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(neither), "confs");
        Path empty = network.describe("{'confs':[]}").write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(empty), "layers");
        Path orderless = network.describe("{'vertices':{'a':{}},'topologicalOrderStr':['a','b']}")
                .write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(orderless), "topologicalOrderStr");
        Path unknown = network.describe("{'vertices':{'a':{}},'topologicalOrderStr':['b']}")
                .write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(unknown), "topologicalOrderStr", "b");
    }

    @Test
    void moreNumbersThanCanBeCountedAreRefused() throws IOException {
        String wide = "'nin':1000000,'nout':2000,'kernelSize':[1,1],'stride':[1,1]";
        Path file = started()
                .layer("a", "Convolution2D", wide)
                .layer("b", "Convolution2D", wide)
                .write(folder);
        assertProblem("foreign.tooLarge", () -> ForeignModels.open(file), "b");
    }

    @Test
    void aVectorThatIsShortOrLongIsToldWithBothCounts() throws IOException {
        for (int numbers : List.of(3, 5)) {
            Path file = started().numbers(numbers).write(folder);
            assertProblem("foreign.count", () -> ForeignModels.open(file), numbers, 4);
        }
    }

    @Test
    void aVectorLongerThanAtFirstExpectedIsReadToItsEnd() throws IOException {
        ForeignModel model = Dl4jZip.of(1, 1, 1)
                .layer("wide", "DenseLayer", "'nin':1,'nout':50000")
                .layer("classes", "ActivationLayer", "'activationFn':{'@class':'x.ActivationSoftmax'}")
                .numbers(100_000)
                .open(folder);
        float[] biases = model.parameters().get("wide").get(Parameter.BIAS).toArray();
        assertEquals(99_999 * 0.1f, biases[49_999]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONG_SHAPE LONG MIXED_DATA_TYPES INT",
                "LONG_SHAPE INT HEAP FLOAT",
                "MAPPED_FILES LONG HEAP FLOAT"
            })
    void aVectorOfAnotherMakeIsNamed(String words) throws IOException {
        Path file = started().words(words.split(" ")).write(folder);
        Problem problem = assertProblem("foreign.notAVector", () -> ForeignModels.open(file));
        assertTrue(words.contains(problem.arguments().get(1)), () -> problem.arguments()
                .toString());
    }

    @Test
    void aVectorOfAnOlderMakeIsRead() throws IOException {
        ForeignModel model =
                started().words("LONG_SHAPE", "LONG", "HEAP", "FLOAT").open(folder);
        assertArrayEquals(
                new float[] {0.2f, 0.3f},
                model.parameters().get("start").get(Parameter.WEIGHT).toArray());
    }

    private static Dl4jZip started() {
        return Dl4jZip.of(1, 4, 4).layer("start", "ConvolutionLayer", START).numbers(4);
    }

    private static String notUnderstood(ForeignModel model) {
        Problem remark = model.remarks().get(0);
        assertEquals("foreign.notUnderstood", remark.code());
        return remark.arguments().get(1);
    }
}
