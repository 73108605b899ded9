package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks of Dive into Deep Learning, counted apart from this program: biases included, two per batch-norm channel. */
class CourseNetworksTest {

    @ParameterizedTest
    @CsvSource({
        "mlp, depth, 1, 1x28x28, 10, 203530, 203264",
        "vgg, depth, 11, 1x224x224, 10, 128806154, 7547232256",
        "vgg, depth, 16, 3x224x224, 1000, 138357544, -1",
        "vgg, depth, 19, 3x224x224, 1000, 143667240, -1",
        "nin, width, full, 1x224x224, 10, 1992166, 762297352",
        "googlenet, width, full, 1x96x96, 10, 5977530, 276066304",
        "resnet, depth, 18, 1x96x96, 10, 11178378, 318657536",
    })
    void theyHaveTheCoursesParametersAndMultiplyAdds(
            String network, String key, String value, String input, int classes, long parameters, long macs) {
        String[] axes = input.split("x");
        Shape shape = Shape.of(Integer.parseInt(axes[0]), Integer.parseInt(axes[1]), Integer.parseInt(axes[2]));
        Census census = Census.of(Zoo.byId(network).draw(shape, classes, Map.of(key, value)));
        assertEquals(parameters, census.parameters());
        if (macs > 0) {
            assertEquals(macs, census.macs());
        }
    }

    @Test
    void theMultiplyAddsAreThePublishedOnesAtOtherSizes() {
        assertEquals(1_503, millions("googlenet", Shape.of(1, 224, 224), Map.of()));
        assertEquals(1_735, millions("resnet", Shape.of(1, 224, 224), Map.of()));
        assertEquals(15_470, millions("vgg", Shape.of(3, 224, 224), Map.of("depth", "16")), 10);
        assertEquals(19_632, millions("vgg", Shape.of(3, 224, 224), Map.of("depth", "19")), 10);
    }

    @Test
    void anMlpReadsAllPixelsWithEachUnit() {
        Blueprint mlp = draw("mlp", Map.of("depth", "3", "width", "quarter"));
        assertEquals("input fc1 act1 fc2 act2 fc3 act3 logits softmax", ids(mlp));
        assertEquals(Shape.of(64), mlp.shape("fc3"));
        assertTrue(ReceptiveField.of(mlp).get("fc1").whole());
    }

    @Test
    void vggHalvesItsMapsInEachOfFiveBlocks() {
        Blueprint vgg = draw("vgg", Map.of());
        assertEquals(Shape.of(64, 112, 112), vgg.shape("block1.pool"));
        assertEquals(Shape.of(128, 56, 56), vgg.shape("block2.pool"));
        assertEquals(Shape.of(256, 28, 28), vgg.shape("block3.pool"));
        assertEquals(Shape.of(512, 14, 14), vgg.shape("block4.pool"));
        assertEquals(Shape.of(512, 7, 7), vgg.shape("block5.pool"));
        Map<String, Long> parameters = parametersByBlock(vgg);
        assertEquals(640, parameters.get("block1"));
        assertEquals(73_856, parameters.get("block2"));
        assertEquals(295_168 + 590_080, parameters.get("block3"));
        assertEquals(1_180_160 + 2_359_808, parameters.get("block4"));
        assertEquals(2 * 2_359_808, parameters.get("block5"));
        assertEquals("4096·25088+4096 = 102,764,544", arithmetic(vgg, "fc1"));
        assertEquals(new Op.Dropout(0.5), vgg.node("dropout2").op());
        assertFalse(draw("vgg", Map.of("dropout", "no")).has("dropout2"));
    }

    @Test
    void vggHasAsManyLayersThatLearnAsItsDepthSays() {
        for (String depth : List.of("11", "13", "16", "19")) {
            Census census = Census.of(draw("vgg", Map.of("depth", depth)));
            assertEquals(
                    Long.parseLong(depth),
                    census.rows().stream()
                            .filter(row -> row.parameters().total() > 0)
                            .count());
        }
    }

    @Test
    void ninEndsInOneMapForEachClass() {
        Blueprint nin = draw("nin", Map.of("width", "half"));
        assertEquals(Shape.of(48, 54, 54), nin.shape("block1.act3"));
        assertEquals(Shape.of(128, 26, 26), nin.shape("block2.act3"));
        assertEquals(Shape.of(192, 12, 12), nin.shape("block3.act3"));
        assertEquals(Shape.of(10, 5, 5), nin.shape("block4.act3"));
        assertEquals(Shape.of(10), nin.shape("pool4"));
        assertFalse(nin.signed("pool4"), "its logits have no sign behind a ReLU");
    }

    @Test
    void ninWithTheSmallStemTakesSmallImages() {
        assertProblem("blueprint.tooSmall", () -> Zoo.byId("nin").draw(Shape.of(1, 32, 32), 10, Map.of()));
        for (int side : new int[] {28, 32}) {
            Blueprint nin = Zoo.byId("nin").draw(Shape.of(1, side, side), 10, Map.of("stem", "small"));
            assertEquals(Shape.of(96, side, side), nin.shape("block1.conv1"));
            assertEquals(10, nin.shape("pool4").size());
        }
    }

    @Test
    void anInceptionBlockPutsItsFourBranchesTogether() {
        Blueprint googlenet = draw("googlenet", Map.of());
        Map<String, Long> parameters = parametersByBlock(googlenet);
        assertBlock(googlenet, parameters, "3a", 256, 12, 163_696);
        assertBlock(googlenet, parameters, "3b", 480, 12, 388_736);
        assertBlock(googlenet, parameters, "4a", 512, 6, 376_176);
        assertBlock(googlenet, parameters, "4b", 512, 6, 449_160);
        assertBlock(googlenet, parameters, "4c", 512, 6, 510_104);
        assertBlock(googlenet, parameters, "4d", 528, 6, 605_376);
        assertBlock(googlenet, parameters, "4e", 832, 6, 868_352);
        assertBlock(googlenet, parameters, "5a", 832, 3, 1_043_456);
        assertBlock(googlenet, parameters, "5b", 1024, 3, 1_444_080);
        assertEquals(4, googlenet.node("inception3a.concat").inputs().size());
        assertEquals("10·1024+10 = 10,250", arithmetic(googlenet, "logits"));
    }

    @Test
    void aResidualBlockAddsWhatItReadToWhatItComputed() {
        Blueprint resnet = draw("resnet", Map.of());
        assertEquals(List.of("block2a.bn2", "pool1"), resnet.node("block2a.add").inputs());
        assertEquals(
                List.of("block3a.bn2", "block3a.shortcut"),
                resnet.node("block3a.add").inputs());
        assertEquals(List.of("block2b.act2"), resnet.node("block3a.shortcut").inputs());
        assertEquals(Shape.of(64, 24, 24), resnet.shape("block2b.act2"));
        assertEquals(Shape.of(128, 12, 12), resnet.shape("block3b.act2"));
        assertEquals(Shape.of(256, 6, 6), resnet.shape("block4b.act2"));
        assertEquals(Shape.of(512, 3, 3), resnet.shape("block5b.act2"));
        Map<String, Long> parameters = parametersByBlock(resnet);
        assertEquals(74_112, parameters.get("block2a"));
        assertEquals(74_112, parameters.get("block2b"));
        assertEquals(230_272, parameters.get("block3a"));
        assertEquals(295_680, parameters.get("block3b"));
        assertEquals(919_296, parameters.get("block4a"));
        assertEquals(1_181_184, parameters.get("block4b"));
        assertEquals(3_673_600, parameters.get("block5a"));
        assertEquals(4_721_664, parameters.get("block5b"));
    }

    @Test
    void resnetHasAsManyLayersThatLearnAsItsDepthSays() {
        for (String depth : List.of("18", "34")) {
            long layers = draw("resnet", Map.of("depth", depth)).nodes().stream()
                    .filter(node -> node.op() instanceof Op.Conv || node.op() instanceof Op.Dense)
                    .filter(node -> !node.id().endsWith("shortcut"))
                    .count();
            assertEquals(Long.parseLong(depth), layers);
        }
    }

    @ParameterizedTest
    @CsvSource({"mlp, 1", "vgg, 32", "googlenet, 1", "resnet, 1"})
    void theyTakeImagesDownToASmallestSide(String network, int side) {
        Zoo.byId(network).draw(Shape.of(1, side, side), 10, Map.of());
        if (side > 1) {
            assertProblem(
                    "blueprint.tooSmall", () -> Zoo.byId(network).draw(Shape.of(1, side - 1, side - 1), 10, Map.of()));
        }
    }

    @Test
    void theirActivationIsReluUnlessAnotherIsChosen() {
        for (String network : List.of("mlp", "vgg", "nin", "googlenet", "resnet")) {
            assertEquals(
                    Nonlinearity.RELU, Choice.activation(draw(network, Map.of()).options()));
            assertEquals(
                    List.of("relu", "sigmoid", "tanh", "leaky-relu"),
                    Choice.activation(Nonlinearity.RELU).values());
            Blueprint other = draw(network, Map.of("activation", "tanh"));
            assertTrue(
                    other.nodes().stream().noneMatch(node -> node.op().equals(new Op.Activation(Nonlinearity.RELU))));
        }
    }

    @Test
    void anEighthOfTheWidthIsAnEighthOfEveryChannelAndNoneOfTheClasses() {
        for (String network : List.of("mlp", "vgg", "nin", "googlenet", "resnet")) {
            Blueprint full = draw(network, Map.of());
            Blueprint eighth = draw(network, Map.of("width", "eighth"));
            boolean isBeyondInput = false;
            for (Node node : full.nodes()) {
                int channels = full.shape(node.id()).channels();
                isBeyondInput |= node.op() instanceof Op.Conv || node.op() instanceof Op.Dense;
                boolean isDivided = isBeyondInput && channels != 10;
                assertEquals(
                        isDivided ? channels / 8 : channels,
                        eighth.shape(node.id()).channels(),
                        network + " " + node.id());
            }
        }
        assertEquals(1, Width.EIGHTH.of(4));
    }

    private static void assertBlock(
            Blueprint blueprint, Map<String, Long> parameters, String name, int channels, int side, long count) {
        String block = "inception" + name;
        assertEquals(Shape.of(channels, side, side), blueprint.shape(block + ".concat"));
        assertEquals(count, parameters.get(block));
    }

    private static Blueprint draw(String network, Map<String, String> options) {
        Architecture architecture = Zoo.byId(network);
        return architecture.draw(architecture.standardInput(), 10, options);
    }

    private static long millions(String network, Shape input, Map<String, String> options) {
        return Math.round(Census.of(Zoo.byId(network).draw(input, 10, options)).macs() / 1e6);
    }

    private static String ids(Blueprint blueprint) {
        return blueprint.nodes().stream().map(Node::id).collect(Collectors.joining(" "));
    }

    private static String arithmetic(Blueprint blueprint, String node) {
        return Census.of(blueprint).row(node).parameters().arithmetic();
    }

    private static Map<String, Long> parametersByBlock(Blueprint blueprint) {
        return Census.of(blueprint).rows().stream()
                .collect(Collectors.groupingBy(row -> row.node().block(), Collectors.summingLong(row -> row.parameters()
                        .total())));
    }

    private static void assertProblem(String code, Runnable drawing) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, drawing::run).problem().code());
    }
}
