package org.convscope.foreign;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.convscope.blueprint.Node;
import org.convscope.net.Parameter;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How layers hang together in the descriptions of Keras and TensorFlow.js, and how their weights are packed. */
class KerasModelTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"class_name\":\"Functional\"      | \"class_name\":\"Subclass\" | class_name | \"Subclass\"",
                "\"layers\":[                       | \"strata\":[               | layers | –",
                "\"class_name\":\"ReLU\",           | ``                         | layers | {\"name\":\"start\"",
                "\"output_layers\":[[\"mean\",0,0,{}]] | \"output_layers\":[]     | output_layers | []",
                "[null,4,6,2]                       | [null,4]                   | batch_input_shape | [null,4]",
                "[null,4,6,2]                       | [null,4.5,6,2]             | batch_input_shape | [null,4.5,6,2]",
                "\"weightsManifest\":[              | \"weights\":[              | weightsManifest | –",
                "\"config\":{\"name\":\"mean\"}     | \"config\":{\"name\":\"start\"} | name | \"start\"",
            })
    void aDescriptionThatCannotBeIsAProblemThatNamesThePart(String before, String after, String part, String value)
            throws IOException {
        Path file = averaged().write(folder);
        String text = Files.readString(file);
        assertTrue(text.contains(before), text);
        Files.writeString(file, text.replace(before, after));
        Problem problem = assertProblem("foreign.setting", () -> ForeignModels.open(file), part);
        assertEquals(part, problem.arguments().get(1));
        assertTrue(problem.arguments().get(2).startsWith(value), () -> problem.arguments()
                .toString());
    }

    @Test
    void twoLayersOfOneNameInAChainAreRefused() throws IOException {
        String layer = "{\"class_name\":\"ReLU\",\"config\":{\"name\":\"twice\",\"batch_input_shape\":[null,4,6,2]}}";
        Path file = Files.writeString(
                folder.resolve("model.json"),
                "{\"modelTopology\":{\"class_name\":\"Sequential\",\"config\":[" + layer + "," + layer
                        + "]},\"weightsManifest\":[]}");
        assertEquals(
                List.of("name", "\"twice\""),
                assertProblem("foreign.setting", () -> ForeignModels.open(file))
                        .arguments()
                        .subList(1, 3));
    }

    @Test
    void aLayerWithTwoPlacesIsNamedWithThem() throws IOException {
        Path file = averaged().write(folder);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("[[[\"start\",0,0,{}]]]", "[[[\"start\",0,0,{}]],[[\"image\",0,0,{}]]]"));
        assertEquals(
                "mean (GlobalAveragePooling2D used 2 times)",
                ForeignModels.open(file).remarks().get(0).arguments().get(1));
    }

    @Test
    void oneOfSeveralOutputsIsDrawnAndTheOthersAreNamed() throws IOException {
        ForeignModel model = averaged()
                .layer("second", "GlobalMaxPooling2D", "", List.of("start"))
                .outputs("mean", "second")
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        Problem remark = model.remarks().get(0);
        assertEquals("foreign.otherOutputs", remark.code());
        assertEquals(List.of("mean", "[second]"), remark.arguments().subList(1, 3));
        assertFalse(
                model.blueprint().nodes().stream().anyMatch(node -> node.id().equals("second")));
    }

    @Test
    void anOutputThatNoLayerHasIsAProblem() throws IOException {
        Path file = averaged().outputs("nobody").write(folder);
        assertProblem("foreign.order", () -> ForeignModels.open(file), "nobody");
    }

    @Test
    void layersThatDoNotGoTogetherAreNamed() throws IOException {
        List<String> both = List.of("start", "mean");
        assertEquals(
                "odd (Add, vectors and maps added)",
                notUnderstood(averaged()
                        .layer("flat", "Flatten", "", List.of("start"))
                        .layer("odd", "Add", "", List.of("flat", "start"))));
        assertEquals(
                "odd (Concatenate, axis 1)", notUnderstood(averaged().layer("odd", "Concatenate", "'axis':1", both)));
        assertEquals(
                "odd (Concatenate, maps wanted where a vector comes)",
                notUnderstood(averaged().layer("odd", "Concatenate", "'axis':-1", both)));
        assertEquals("odd (ReLU, 2 inputs)", notUnderstood(averaged().layer("odd", "ReLU", "", both)));
        assertEquals(
                "odd (InputLayer, a second input)",
                notUnderstood(averaged().layer("odd", "InputLayer", "", List.of())));
    }

    @Test
    void theSizeOfImagesComesFromBesideWhereItIsLeftOpen() throws IOException {
        Path file = averaged().write(folder);
        Files.writeString(file, Files.readString(file).replace("[null,4,6,2]", "[null,null,null,2]"));
        assertProblem("foreign.noInput", () -> ForeignModels.open(file), InputFile.beside(file));
        Files.writeString(InputFile.beside(file), "2x5x7");
        assertEquals(Shape.of(2, 5, 7), ForeignModels.open(file).blueprint().input());
        Files.writeString(InputFile.beside(file), "5 by 7");
        assertProblem("foreign.inputFile", () -> ForeignModels.open(file), "5 by 7");
    }

    @Test
    void namesThatBecomeOneAreKeptApart() throws IOException {
        ForeignModel model = TfjsModel.of(4, 6, 2)
                .layer("block/a", "ReLU", "")
                .layer("block:a", "ReLU", "")
                .layer("mean", "GlobalAveragePooling2D", "")
                .open(folder);
        assertEquals(
                List.of("input", "block_a", "block_a_2", "mean", "softmax"),
                model.blueprint().nodes().stream().map(Node::id).toList());
    }

    @Test
    void moreValuesThanAMachineHasRoomForAreRefusedBeforeTheyAreMade() throws IOException {
        Path chain = TfjsModel.of(4096, 4096, 4)
                .layer("first", "ReLU", "")
                .layer("second", "ReLU", "")
                .write(folder);
        assertProblem("foreign.tooLarge", () -> ForeignModels.open(chain), "second");
        Path join = TfjsModel.of(4096, 4096, 4)
                .layer("thrice", "Concatenate", "", List.of("image", "image", "image"))
                .write(folder);
        assertProblem("foreign.tooLarge", () -> ForeignModels.open(join), "thrice");
    }

    /** The same weights −1, 0.5, 2 and 1, as TensorFlow.js shrinks them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'quantization':{'dtype':'float16','original_dtype':'float32'} | 00 BC 00 38 00 40 00 3C",
                "'quantization':{'dtype':'uint16','scale':0.5,'min':-1}        | 00 00 03 00 06 00 04 00",
                "'quantization':{'dtype':'uint8','scale':0.5,'min':-1}         | 00 03 06 04",
            })
    void shrunkenWeightsAreTheOnesThatTheyStandFor(String type, String bytes) throws IOException {
        ForeignModel model = classified()
                .weight("classes/kernel", List.of(2, 2), "'dtype':'float32'," + type, hex(bytes))
                .open(folder);
        assertTrue(model.whole(), () -> model.remarks().toString());
        assertArrayEquals(
                new float[] {-1, 2, 0.5f, 1},
                model.parameters().get("classes").get(Parameter.WEIGHT).toArray());
    }

    @Test
    void weightsThatAreNoNumbersOrStandThereTwiceAreRefused() throws IOException {
        Path whole = classified()
                .weight("classes/kernel", List.of(2, 2), "'dtype':'int32'", new byte[16])
                .write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(whole), "int32");
        Path text = classified()
                .weight("classes/kernel", List.of(2, 2), "'dtype':'string'", new byte[16])
                .write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(text), "string");
        Path twice = classified()
                .weight("classes/kernel", List.of(2, 2), 1, 2, 3, 4)
                .weight("classes/kernel", List.of(2, 2), 1, 2, 3, 4)
                .write(folder);
        assertProblem("foreign.setting", () -> ForeignModels.open(twice), "classes/kernel");
        Path none = classified().write(folder);
        assertProblem("foreign.noWeight", () -> ForeignModels.open(none), "classes", "kernel");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertProblem("foreign.unreadable", () -> ReadFile.whole(folder.resolve("none"), 9), folder.resolve("none"));
    }

    @Test
    void aFileThatIsTooLongIsNotReadToItsEnd() throws IOException {
        Path file = Files.write(folder.resolve("long"), new byte[10]);
        assertEquals(10, ReadFile.whole(file, 10).length);
        assertProblem("foreign.tooLong", () -> ReadFile.whole(file, 9), 9);
    }

    private static TfjsModel averaged() {
        return TfjsModel.of(4, 6, 2).layer("start", "ReLU", "").layer("mean", "GlobalAveragePooling2D", "");
    }

    private static TfjsModel classified() {
        return averaged().layer("classes", "Dense", "'units':2,'use_bias':false,'activation':'softmax'");
    }

    private String notUnderstood(TfjsModel model) throws IOException {
        Problem remark = model.open(folder).remarks().get(0);
        assertEquals("foreign.notUnderstood", remark.code());
        return remark.arguments().get(1);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.ofDelimiter(" ").parseHex(bytes);
    }
}
