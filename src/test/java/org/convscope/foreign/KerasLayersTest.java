package org.convscope.foreign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each layer of Keras becomes, and that one which becomes nothing is named with the setting that is to blame. */
class KerasLayersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MaxPooling2D       | 'pool_size':2,'data_format':'channels_first'                  | channels_first",
                "Conv2D             | 'filters':2,'kernel_size':1,'strides':1,'groups':2            | groups 2",
                "Conv2D             | 'filters':2,'kernel_size':3,'strides':1,'dilation_rate':[2,2] | dilation_rate [2,2]",
                "Conv2D             | 'filters':2,'kernel_size':3,'strides':[1],'padding':'causal'  | padding causal",
                "MaxPooling2D       | 'pool_size':3,'strides':2,'padding':'same' | padding 0 above, 1 below, 0 before, 1 behind",
                "Activation         | 'activation':'gelu'                        | activation \"gelu\"",
                "Activation         | 'activation':3                             | activation 3",
                "ReLU               | 'max_value':6                              | max_value 6",
                "ReLU               | 'threshold':0.5                            | threshold 0.5",
                "ReLU               | 'negative_slope':0.2                       | slope 0.2",
                "LeakyReLU          | 'trainable':true                           | slope 0.3",
                "LeakyReLU          | 'alpha':0.1                                | slope 0.1",
                "BatchNormalization | 'axis':[1]                                 | axis [1]",
                "GlobalAveragePooling2D | 'keepdims':true                        | keepdims",
                "Reshape            | 'target_shape':[6,4,2]                     | target_shape [6,4,2]",
                "Rescaling          | 'scale':2                                  | scale 2.0, offset 0.0",
                "Rescaling          | 'scale':0.00392156862745098,'offset':-1    | scale 0.00392156862745098, offset -1.0",
                "Softmax            | 'axis':-1                                  | a vector wanted where maps come",
                "Dropout            | 'rate':1.5                                 | rate 1.5",
                "Add                | 'dtype':'float32'                          | 1 inputs",
                "Concatenate        | 'axis':-1                                  | 1 inputs",
            })
    void aLayerThatIsNotUnderstoodIsNamedWithWhatIsToBlame(String kind, String settings, String why)
            throws IOException {
        ForeignModel model = rectified().layer("odd", kind, settings).open(folder);

        assertFalse(model.whole());
        assertEquals(
                List.of("input", "start", "mean_of_maps", "softmax"),
                model.blueprint().nodes().stream().map(Node::id).toList());
        assertEquals("odd (" + kind + ", " + why + ")", notUnderstood(model));
    }

    @Test
    void zerosAroundMapsAreSeenByConvolutionsOnly() throws IOException {
        String zeros = "'padding':2";
        assertEquals(
                "mean (AveragePooling2D, zeros around maps that are pooled)",
                notUnderstood(rectified()
                        .layer("pad", "ZeroPadding2D", zeros)
                        .layer("mean", "AveragePooling2D", "'pool_size':3")
                        .open(folder)));
        assertEquals(
                "most (MaxPooling2D, padding as large as its window)",
                notUnderstood(rectified()
                        .layer("pad", "ZeroPadding2D", zeros)
                        .layer("most", "MaxPooling2D", "'pool_size':2")
                        .open(folder)));
        assertEquals(
                "next (ReLU, zeros around maps that no convolution reads)",
                notUnderstood(rectified()
                        .layer("pad", "ZeroPadding2D", zeros)
                        .layer("next", "ReLU", "")
                        .open(folder)));
    }

    @Test
    void aBatchNormOfFlattenedMapsIsNamedAndDoesNotRefuseTheFile() throws IOException {
        float[] ones = new float[48];
        Arrays.fill(ones, 1);
        ForeignModel model = rectified()
                .layer("flat", "Flatten", "")
                .layer("norm", "BatchNormalization", "'axis':[1],'scale':false,'center':false")
                .weight("norm/moving_mean", List.of(48), ones)
                .weight("norm/moving_variance", List.of(48), ones)
                .open(folder);
        assertEquals("norm (BatchNormalization, each cell of flattened maps by itself)", notUnderstood(model));
    }

    @Test
    void aBatchNormWithoutScaleAndCentreHasOnesAndZeros() throws IOException {
        ForeignModel model = rectified()
                .layer("norm", "BatchNormalization", "'axis':[3],'scale':false,'center':false,'epsilon':0.01")
                .weight("norm/moving_mean", List.of(2), 3, 4)
                .weight("norm/moving_variance", List.of(2), 5, 6)
                .layer("mean", "GlobalAveragePooling2D", "")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(
                Tensor.of(Shape.of(2), 1, 1), model.parameters().get("norm").get(Parameter.SCALE));
        assertEquals(
                Tensor.of(Shape.of(2), 0, 0), model.parameters().get("norm").get(Parameter.SHIFT));
        assertEquals(
                Tensor.of(Shape.of(2), 3, 4), model.parameters().get("norm").get(Parameter.MEAN));
        assertEquals(
                Tensor.of(Shape.of(2), 5, 6), model.parameters().get("norm").get(Parameter.VARIANCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "BatchNormalization | 'epsilon':0              | odd.epsilon | 0",
                "BatchNormalization | 'momentum':2             | odd.momentum | 2",
                "BatchNormalization | 'scale':1                | odd.scale | 1",
                "Dropout            | 'rate':true              | odd.rate | true",
                "MaxPooling2D       | 'pool_size':2,'padding':3 | odd.padding | 3",
                "MaxPooling2D       | 'pool_size':[2,2,2]      | odd.pool_size | [2,2,2]",
                "ZeroPadding2D      | 'padding':[[-1,0],[0,0]] | odd.padding.padding | –",
            })
    void aSettingOutOfAllBoundsIsAProblemThatNamesIt(String kind, String settings, String name, String value)
            throws IOException {
        TfjsModel model = rectified().layer("odd", kind, settings);
        for (String weight : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
            model.weight("odd/" + weight, List.of(2), 1, 1);
        }
        Problem problem = refused(model);
        assertEquals("foreign.setting", problem.code());
        assertEquals(List.of(name, value), problem.arguments().subList(1, 3));
    }

    @Test
    void whatIsOnlyForLearningIsLeftOutAndSaid() throws IOException {
        ForeignModel model = rectified()
                .layer("noise", "GaussianNoise", "'stddev':0.1")
                .layer("mean", "GlobalAveragePooling2D", "")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(
                List.of("input", "start", "mean", "softmax"),
                model.blueprint().nodes().stream().map(Node::id).toList());
        Problem remark = model.remarks().get(0);
        assertEquals("foreign.leftOut", remark.code());
        assertEquals(List.of("noise", "GaussianNoise"), remark.arguments());
    }

    @Test
    void aFunctionMayBeAnObjectOrNone() throws IOException {
        ForeignModel model = TfjsModel.of(4, 6, 2)
                .layer("object", "Activation", "'activation':{'class_name':'function','config':'tanh'}")
                .layer("nothing", "Activation", "'activation':null")
                .layer("leaky", "ReLU", "'negative_slope':0.01")
                .layer("mean", "GlobalAveragePooling2D", "")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(
                new Op.Activation(Nonlinearity.TANH),
                model.blueprint().node("object").op());
        assertEquals(
                new Op.Activation(Nonlinearity.LEAKY_RELU),
                model.blueprint().node("leaky").op());
        assertEquals(List.of("object"), model.blueprint().node("leaky").inputs());
    }

    @Test
    void aDenseLayerOnMapsIsAConvolutionOfOneCell() throws IOException {
        ForeignModel model = rectified()
                .layer("same", "Reshape", "'target_shape':[4,6,2]")
                .layer("cells", "Dense", "'units':3")
                .weight("cells/kernel", List.of(2, 3), 1, 2, 3, 4, 5, 6)
                .weight("cells/bias", List.of(3), 7, 8, 9)
                .layer("mean", "GlobalAveragePooling2D", "")
                .layer("classes", "Softmax", "")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        Tensor kernel = model.parameters().get("cells").get(Parameter.WEIGHT);
        assertEquals(Shape.of(3, 2, 1, 1), kernel.shape());
        assertArrayEquals(new float[] {1, 4, 2, 5, 3, 6}, kernel.toArray());
        assertEquals("classes", model.blueprint().last().id());
    }

    @Test
    void aVectorIsReadRowByRowOfCellsAndChannelAfterChannel() throws IOException {
        ForeignModel model = TfjsModel.of(1, 2, 2)
                .layer("vector", "Reshape", "'target_shape':[-1]")
                .layer("classes", "Dense", "'units':2,'use_bias':false,'activation':'softmax'")
                .weight("classes/kernel", List.of(4, 2), 0, 1, 2, 3, 4, 5, 6, 7)
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        // Keras has (cell 0, channel 0), (0, 1), (1, 0), (1, 1); the drawing has channel 0 first.
        assertArrayEquals(
                new float[] {0, 4, 2, 6, 1, 5, 3, 7},
                model.parameters().get("classes").get(Parameter.WEIGHT).toArray());
        assertArrayEquals(
                new float[] {0, 0},
                model.parameters().get("classes").get(Parameter.BIAS).toArray());
    }

    @Test
    void aSoftmaxOfOneCellAMapComesBehindAMean() throws IOException {
        ForeignModel model = TfjsModel.of(1, 1, 3)
                .layer("start", "ReLU", "")
                .layer("flat", "Flatten", "")
                .layer("classes", "Softmax", "")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertEquals(List.of("start_flat"), model.blueprint().node("classes").inputs());
        assertEquals(new Op.GlobalPool(), model.blueprint().node("start_flat").op());
    }

    @Test
    void moreNumbersThanThereCanBeAreRefusedUnread() throws IOException {
        TfjsModel kernel = rectified().layer("odd", "Conv2D", "'filters':1000000,'kernel_size':[256,256],'strides':1");
        assertEquals("foreign.tooLarge", refused(kernel).code());
        assertEquals("131072000000", refused(kernel).arguments().get(2));

        float[] ones = new float[64 * 32];
        TfjsModel widened = TfjsModel.of(1, 1, 32)
                .layer("pad", "ZeroPadding2D", "'padding':[[256,0],[256,0]]")
                .layer("odd", "Conv2D", "'filters':64,'kernel_size':1,'strides':1,'use_bias':false")
                .weight("odd/kernel", List.of(1, 1, 32, 64), ones);
        assertEquals("foreign.tooLarge", refused(widened).code());
    }

    private static TfjsModel rectified() {
        return TfjsModel.of(4, 6, 2).layer("start", "ReLU", "");
    }

    private static String notUnderstood(ForeignModel model) {
        Problem remark = model.remarks().get(0);
        assertEquals("foreign.notUnderstood", remark.code());
        return remark.arguments().get(1);
    }

    private Problem refused(TfjsModel model) throws IOException {
        Path file = model.write(folder);
        return assertThrows(ProblemException.class, () -> ForeignModels.open(file))
                .problem();
    }
}
