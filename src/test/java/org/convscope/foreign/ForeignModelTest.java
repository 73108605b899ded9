package org.convscope.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.foreign.hdf5.HalfFloat;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How others' networks are redrawn, and what is said about it. */
class ForeignModelTest {

    private static final Path FILES = Path.of("src/test/resources/foreign");

    @TempDir
    private Path folder;

    @Test
    void tinyVggIsDrawnAsItsAuthorsNamedIt() {
        Blueprint blueprint =
                ForeignModels.open(FILES.resolve("tfjs-tiny-vgg/model.json")).blueprint();
        assertEquals("tfjs-tiny-vgg", blueprint.network());
        assertEquals(Shape.of(3, 20, 20), blueprint.input());
        assertEquals(
                List.of(
                        "input",
                        "conv_1_1",
                        "relu_1_1",
                        "conv_1_2",
                        "relu_1_2",
                        "max_pool_1",
                        "conv_2_1",
                        "relu_2_1",
                        "max_pool_2",
                        "output",
                        "output_softmax"),
                blueprint.nodes().stream().map(Node::id).toList());
    }

    @Test
    void whatIsNotUnderstoodIsNamedAndWhatStandsBeforeItIsShown() {
        ForeignModel model = ForeignModels.open(FILES.resolve("keras3-depthwise.h5"));
        assertFalse(model.whole());
        assertEquals(
                List.of("input", "conv", "conv_relu", "mean_of_maps", "softmax"),
                model.blueprint().nodes().stream().map(Node::id).toList());
        Problem remark = model.remarks().get(0);
        assertEquals("foreign.notUnderstood", remark.code());
        assertEquals("depthwise (DepthwiseConv2D)", remark.arguments().get(1));
        assertEquals("conv_relu", remark.arguments().get(2));
        assertEquals("point, flat, classes", remark.arguments().get(3));
        assertTrue(model.parameters().containsKey("conv"));
    }

    @Test
    void scoresThatDoNotExcludeEachOtherAreNoClasses() {
        ForeignModel model = ForeignModels.open(FILES.resolve("keras3-sigmoid.h5"));
        assertFalse(model.whole());
        assertTrue(model.remarks().get(0).arguments().get(1).contains("sigmoid"), () -> model.remarks()
                .toString());
    }

    @Test
    void aSoftmaxIsAddedBehindSumsAndSaid() {
        ForeignModel model = ForeignModels.open(FILES.resolve("tfjs-branches/model.json"));
        assertTrue(model.whole());
        assertTrue(model.blueprint().last().op() instanceof Op.Softmax);
        assertTrue(codes(model).contains("foreign.softmax"));
    }

    @Test
    void namesOfClassesComeFromAFileBesideTheModel() throws IOException {
        Path file = Files.copy(FILES.resolve("keras3-rescaling.h5"), folder.resolve("digits.h5"));
        assertEquals(List.of("0", "1", "2"), ForeignModels.open(file).classNames());

        Files.writeString(folder.resolve("classes.json"), "[\"zero\", \"one\", \"two\"]");
        assertEquals(List.of("zero", "one", "two"), ForeignModels.open(file).classNames());

        Files.writeString(folder.resolve("digits.labels.txt"), "null\neins\n\nzwei\n");
        assertEquals(List.of("null", "eins", "zwei"), ForeignModels.open(file).classNames());

        Files.writeString(folder.resolve("digits.labels.txt"), "one\ntwo\n");
        ForeignModel model = ForeignModels.open(file);
        assertEquals(List.of("0", "1", "2"), model.classNames());
        assertTrue(codes(model).contains("foreign.labels"));
    }

    @Test
    void halfFloatsAreThoseOfIeee() {
        assertEquals(1f, HalfFloat.value((short) 0x3C00));
        assertEquals(-2f, HalfFloat.value((short) 0xC000));
        assertEquals(0x1p-24f, HalfFloat.value((short) 0x0001));
        assertEquals(65504f, HalfFloat.value((short) 0x7BFF));
        assertEquals(Float.POSITIVE_INFINITY, HalfFloat.value((short) 0x7C00));
    }

    private static List<String> codes(ForeignModel model) {
        return model.remarks().stream().map(Problem::code).toList();
    }
}
