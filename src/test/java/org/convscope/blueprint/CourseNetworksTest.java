package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The networks of Dive into Deep Learning, counted apart from this program: biases included, two per batch-norm channel. */
class CourseNetworksTest {

    /** Multiply-adds in millions, to the digits that are published; -1 where none are. */
    @ParameterizedTest
    @CsvSource({
        "lenet, '', 1x28x28, 10, 61706, 0.416520",
        "lenet-bn, '', 1x28x28, 10, 44878, 0.281640",
        "mlp, '', 1x28x28, 10, 203530, 0.203264",
        "lenet-1998, '', 1x32x32, 10, 60850, -1",
        "lenet-1d, '', 1x1x128, 10, 69266, -1",
        "alexnet, '', 1x224x224, 10, 46764746, 938.1",
        "alexnet-2012, '', 3x224x224, 1000, 60965224, 724",
        "alexnet-2012, connections=all, 3x224x224, 1000, 62378344, -1",
        "vgg11, '', 1x224x224, 10, 128806154, 7547.232256",
        "vgg11, width=quarter, 1x224x224, 10, 43093322, 512",
        "vgg11, width=quarter, 1x96x96, 10, 22121802, 107.8",
        "vgg13, '', 3x224x224, 1000, 133047848, -1",
        "vgg16, '', 3x224x224, 1000, 138357544, 15470",
        "vgg19, '', 3x224x224, 1000, 143667240, 19630",
        "nin, '', 1x224x224, 10, 1992166, 762.297352",
        "googlenet, '', 1x96x96, 10, 5977530, 276.066304",
        "googlenet, '', 1x224x224, 10, 5977530, 1503",
        "resnet18, '', 1x96x96, 10, 11178378, 318.657536",
        "resnet18, '', 1x224x224, 10, 11178378, 1735",
        "densenet, '', 1x96x96, 10, 758226, 129",
        "tiny-vgg, '', 3x64x64, 10, 19920, -1",
    })
    void theyHaveTheCoursesParametersAndMultiplyAdds(
            String network, String option, String input, int classes, long parameters, BigDecimal millions) {
        Map<String, String> options = option.isEmpty() ? Map.of() : Map.of(option.split("=")[0], option.split("=")[1]);
        Census census = Census.of(Zoo.byId(network).draw(shape(input), classes, options));
        assertEquals(parameters, census.parameters());
        if (millions.signum() > 0) {
            assertEquals(millions, roundedAs(millions, census.macs()));
        }
    }

    /** PyTorch's own counts, which differ by what is written down here. */
    @Test
    void theyHavePyTorchsParametersWhereTheyAreDrawnAlike() {
        Blueprint normed = Zoo.byId("vgg11").draw(Shape.of(3, 224, 224), 1000, Map.of("batch-norm", "yes"));
        assertEquals(132_868_840, Census.of(normed).parameters(), "vgg11_bn");
        Blueprint bottlenecks = Zoo.byId("resnet50").draw(Shape.of(3, 224, 224), 1000, Map.of());
        long biases = 64;
        long normsOfShortcuts = 0;
        int[] blocks = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            int channels = 64 << stage;
            // Each block has two convolutions of so many channels and one of four times as many; a first, a shortcut.
            biases += (long) blocks[stage] * 6 * channels + 4 * channels;
            normsOfShortcuts += 2 * 4 * channels;
        }
        assertEquals(26_560, biases);
        assertEquals(
                25_557_032 + biases - normsOfShortcuts, Census.of(bottlenecks).parameters());
        assertEquals(3_858, Math.round(Census.of(bottlenecks).macs() / 1e6), "3.8 · 10⁹ in the paper's table 1");
    }

    @Test
    void anMlpReadsAllPixelsWithEachUnit() {
        Blueprint mlp = draw("mlp", Map.of("depth", "3", "units", "64"));
        assertEquals("input fc1 act1 fc2 act2 fc3 act3 logits softmax", ids(mlp));
        assertEquals(Shape.of(64), mlp.shape("fc3"));
        assertTrue(ReceptiveField.of(mlp).get("fc1").whole());
    }

    @Test
    void leNetWithBatchNormKeepsNoBorder() {
        Blueprint lenet = draw("lenet-bn", Map.of());
        assertEquals(
                "input conv1 bn1 act1 pool1 conv2 bn2 act2 pool2 fc1 bn3 act3 fc2 bn4 act4 logits softmax", ids(lenet));
        assertEquals(Shape.of(6, 24, 24), lenet.shape("conv1"));
        assertEquals("120·256+120 = 30,840", arithmetic(lenet, "fc1"));
    }

    @Test
    void alexNetHasNearlyAllParametersInThreeDenseLayersAndNearlyAllWorkInFiveConvolutions() {
        Blueprint alexnet = draw("alexnet", Map.of());
        assertEquals(
                "input conv1 act1 pool1 conv2 act2 pool2 conv3 act3 conv4 act4 conv5 act5 pool3"
                        + " fc1 act6 dropout1 fc2 act7 dropout2 logits softmax",
                ids(alexnet));
        assertRow(alexnet, "conv1", "96×54×54", 11_712, 33.9);
        assertEquals(Shape.of(96, 26, 26), alexnet.shape("pool1"));
        assertRow(alexnet, "conv2", "256×26×26", 614_656, 415.3);
        assertEquals(Shape.of(256, 12, 12), alexnet.shape("pool2"));
        assertRow(alexnet, "conv3", "384×12×12", 885_120, 127.4);
        assertRow(alexnet, "conv4", "384×12×12", 1_327_488, 191.1);
        assertRow(alexnet, "conv5", "256×12×12", 884_992, 127.4);
        assertEquals(Shape.of(256, 5, 5), alexnet.shape("pool3"));
        assertRow(alexnet, "fc1", "4096", 26_218_496, 26.2);
        assertRow(alexnet, "fc2", "4096", 16_781_312, 16.8);
        assertEquals("10·4096+10 = 40,970", arithmetic(alexnet, "logits"));
        Census census = Census.of(alexnet);
        List<String> dense = List.of("fc1", "fc2", "logits");
        assertEquals(0.920, share(dense, census, row -> row.parameters().total()), 5e-4);
        assertEquals(0.046, share(dense, census, Census.Row::macs), 5e-4);
    }

    @Test
    void leNet5Has60000ParametersBeforeItsOutput() {
        Blueprint lenet = draw("lenet-1998", Map.of());
        assertEquals("input c1 act1 s2 act2 c3 act3 s4 act4 c5 act5 f6 act6 logits softmax", ids(lenet));
        Map<String, Long> parameters =
                Map.of("c1", 156L, "s2", 12L, "c3", 1_516L, "s4", 32L, "c5", 48_120L, "f6", 10_164L);
        Census census = Census.of(lenet);
        parameters.forEach((node, count) ->
                assertEquals(count, census.row(node).parameters().total(), node));
        assertEquals(
                60_000, census.parameters() - census.row("logits").parameters().total());
        assertEquals(Shape.of(120, 1, 1), lenet.shape("c5"));
        // Every three and every four neighbours in a ring, each four in two pairs, and all: every map as often as
        // another.
        List<List<Integer>> table =
                ((Op.Conv) lenet.node("c3").op()).connections().table();
        for (int map = 0; map < 6; map++) {
            int wanted = map;
            assertEquals(10, table.stream().filter(row -> row.contains(wanted)).count());
        }
        assertEquals(16, table.stream().distinct().count());
        assertEquals(
                2_416,
                Census.of(draw("lenet-1998", Map.of("connections", "all")))
                        .row("c3")
                        .parameters()
                        .total());
    }

    @Test
    void alexNetOf2012NormalisesBetweenActivationAndPoolAndIsInHalves() {
        Blueprint alexnet = draw("alexnet-2012", Map.of());
        assertEquals(List.of("act1"), alexnet.node("lrn1").inputs());
        assertEquals(List.of("lrn2"), alexnet.node("pool2").inputs());
        assertEquals(Shape.of(96, 55, 55), alexnet.shape("conv1"));
        assertEquals(Shape.of(256, 6, 6), alexnet.shape("pool3"));
        Census census = Census.of(alexnet);
        assertEquals(307_456, census.row("conv2").parameters().total());
        assertEquals(885_120, census.row("conv3").parameters().total(), "the third reads both halves");
        assertEquals(663_936, census.row("conv4").parameters().total());
        assertEquals(442_624, census.row("conv5").parameters().total());
        Blueprint course = draw("alexnet", Map.of("lrn", "yes"));
        assertTrue(course.has("lrn2"));
        assertEquals(46_764_746, Census.of(course).parameters(), "it has nothing to learn");
    }

    @Test
    void aSeriesStaysOneRowHigh() {
        Blueprint series = draw("lenet-1d", Map.of());
        assertEquals(Shape.of(6, 1, 128), series.shape("conv1"));
        assertEquals(Shape.of(16, 1, 60), series.shape("conv2"));
        assertEquals(Shape.of(16, 1, 30), series.shape("pool2"));
        assertEquals("16·(1·5·6)+16 = 496", arithmetic(series, "conv2"));
        assertProblem("blueprint.tooSmall", () -> Zoo.byId("lenet-1d").draw(Shape.of(1, 1, 11), 10, Map.of()));
    }

    @Test
    void vggHalvesItsMapsInEachOfFiveBlocks() {
        Blueprint vgg = draw("vgg11", Map.of());
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
        assertFalse(draw("vgg11", Map.of("dropout", "no")).has("dropout2"));
    }

    @Test
    void theSmallVggOfTheCourseIsNearlyAllDense() {
        Blueprint small = draw("vgg11", Map.of("width", "quarter"));
        Map<String, Long> parameters = parametersByBlock(small);
        assertEquals(160, parameters.get("block1"));
        assertEquals(4_640, parameters.get("block2"));
        assertEquals(18_496 + 36_928, parameters.get("block3"));
        assertEquals(73_856 + 147_584, parameters.get("block4"));
        assertEquals(2 * 147_584, parameters.get("block5"));
        assertEquals(25_694_208 + 16_781_312, parameters.get("head"));
        assertEquals(Shape.of(128, 7, 7), small.shape("block5.pool"));
        assertEquals(
                0.987,
                share(List.of("fc1", "fc2", "logits"), Census.of(small), row -> row.parameters()
                        .total()),
                5e-4);
    }

    @Test
    void vggHasAsManyLayersThatLearnAsItsDepthSays() {
        for (String depth : List.of("11", "13", "16", "19")) {
            Census census = Census.of(draw("vgg" + depth, Map.of()));
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
        Blueprint resnet = draw("resnet18", Map.of());
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
    void aBottleneckIsNarrowInTheMiddle() {
        Blueprint resnet = draw("resnet50", Map.of());
        assertEquals(
                List.of("block2a.bn3", "block2a.shortcut"),
                resnet.node("block2a.add").inputs());
        assertEquals(
                List.of("block2b.bn3", "block2a.act3"),
                resnet.node("block2b.add").inputs());
        assertEquals(Shape.of(64, 24, 24), resnet.shape("block2b.act2"));
        assertEquals(Shape.of(256, 24, 24), resnet.shape("block2b.act3"));
        assertEquals(Shape.of(128, 12, 12), resnet.shape("block3a.conv1"), "the first moves in strides of 2");
        assertEquals(Shape.of(2048, 3, 3), resnet.shape("block5c.act3"));
        assertEquals("256·(1·1·64)+256 = 16,640", arithmetic(resnet, "block2a.shortcut"));
    }

    /** 6·3 + 2 layers of 16, 32 and 64 channels; the 0.27 M of the paper's table 6, and what biases and shortcuts add. */
    @Test
    void theResNetForSmallImagesKeepsThemAsTheyAre() {
        Blueprint resnet = draw("resnet20", Map.of());
        assertFalse(resnet.has("pool1"));
        assertEquals(Shape.of(16, 32, 32), resnet.shape("block2c.act2"));
        assertEquals(Shape.of(32, 16, 16), resnet.shape("block3c.act2"));
        assertEquals(Shape.of(64, 8, 8), resnet.shape("block4c.act2"));
        long weights = 16 * 27 + 9 * (6 * 16 * 16 + 16 * 32 + 5 * 32 * 32 + 32 * 64 + 5 * 64 * 64) + 10 * 64;
        long biases = 7 * 16 + 6 * 32 + 6 * 64 + 10;
        long norms = 2 * (7 * 16 + 6 * 32 + 6 * 64);
        long shortcuts = (16 * 32 + 32) + (32 * 64 + 64);
        assertEquals(weights + biases + norms + shortcuts, Census.of(resnet).parameters());
        assertEquals(
                weights + biases + norms, Census.of(draw("plain20", Map.of())).parameters());
        assertEquals(269_722, weights + norms + 10, "without the biases of convolutions, as the paper counts");
    }

    @Test
    void aPlainNetworkIsTheResidualOneWithoutItsSums() {
        for (String depth : List.of("18", "20", "34")) {
            Blueprint resnet = draw("resnet" + depth, Map.of());
            Blueprint plain = draw("plain" + depth, Map.of());
            List<String> left = resnet.nodes().stream()
                    .map(Node::id)
                    .filter(id -> !id.endsWith(".add") && !id.endsWith(".shortcut"))
                    .toList();
            assertEquals(String.join(" ", left), ids(plain));
            left.forEach(id -> assertEquals(resnet.shape(id), plain.shape(id), id));
        }
    }

    @Test
    void aDenseBlockPutsWhatItComputesBehindWhatItRead() {
        Blueprint densenet = draw("densenet", Map.of());
        assertEquals(
                List.of("block2.concat1", "block2.conv2"),
                densenet.node("block2.concat2").inputs());
        assertEquals(Shape.of(64, 24, 24), densenet.shape("pool1"));
        assertEquals(Shape.of(192, 24, 24), densenet.shape("block1.concat4"));
        assertEquals(Shape.of(96, 12, 12), densenet.shape("transition1.pool"));
        assertEquals(Shape.of(224, 12, 12), densenet.shape("block2.concat4"));
        assertEquals(Shape.of(112, 6, 6), densenet.shape("transition2.pool"));
        assertEquals(Shape.of(240, 6, 6), densenet.shape("block3.concat4"));
        assertEquals(Shape.of(120, 3, 3), densenet.shape("transition3.pool"));
        assertEquals(Shape.of(248, 3, 3), densenet.shape("block4.concat4"));
        assertEquals(
                new Op.Pool(Pooling.AVERAGE, 2, 2, 0),
                densenet.node("transition1.pool").op());
    }

    @Test
    void tinyVggIsTheOneOfCnnExplainer() {
        Blueprint tiny = draw("tiny-vgg", Map.of());
        assertEquals(Shape.of(10, 62, 62), tiny.shape("block1.conv1"));
        assertEquals(Shape.of(10, 60, 60), tiny.shape("block1.conv2"));
        assertEquals(Shape.of(10, 30, 30), tiny.shape("block1.pool"));
        assertEquals(Shape.of(10, 26, 26), tiny.shape("block2.conv2"));
        assertEquals(Shape.of(10, 13, 13), tiny.shape("block2.pool"));
        assertEquals("10·1690+10 = 16,910", arithmetic(tiny, "logits"));
    }

    @Test
    void resnetHasAsManyLayersThatLearnAsItsDepthSays() {
        for (String depth : List.of("resnet18", "resnet20", "resnet34", "resnet50", "plain20", "plain34")) {
            long layers = draw(depth, Map.of()).nodes().stream()
                    .filter(node -> node.op() instanceof Op.Conv || node.op() instanceof Op.Dense)
                    .filter(node -> !node.id().endsWith("shortcut"))
                    .count();
            assertEquals(Long.parseLong(depth.replaceAll("[a-z]", "")), layers);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mlp, 1",
        "alexnet, 65",
        "vgg11, 32",
        "nin, 67",
        "googlenet, 1",
        "resnet18, 1",
        "densenet, 29",
        "tiny-vgg, 16"
    })
    void theyTakeImagesDownToASmallestSide(String network, int side) {
        Zoo.byId(network).draw(Shape.of(1, side, side), 10, Map.of());
        if (side > 1) {
            assertProblem(
                    "blueprint.tooSmall", () -> Zoo.byId(network).draw(Shape.of(1, side - 1, side - 1), 10, Map.of()));
        }
    }

    @Test
    void theirActivationIsReluUnlessAnotherIsChosen() {
        for (String network :
                List.of("mlp", "alexnet", "vgg11", "nin", "googlenet", "resnet18", "densenet", "tiny-vgg")) {
            assertEquals(
                    Nonlinearity.RELU, Choice.activation(draw(network, Map.of()).options()));
            assertEquals(
                    List.of("relu", "sigmoid", "tanh", "scaled-tanh", "leaky-relu"),
                    Choice.activation(Nonlinearity.RELU).values());
            Blueprint other = draw(network, Map.of("activation", "tanh"));
            assertTrue(
                    other.nodes().stream().noneMatch(node -> node.op().equals(new Op.Activation(Nonlinearity.RELU))));
        }
    }

    @Test
    void anEighthOfTheWidthIsAnEighthOfEveryChannelAndNoneOfTheClassesAndHiddenUnits() {
        for (String network : List.of("alexnet", "vgg11", "nin", "googlenet", "resnet18", "resnet50", "densenet")) {
            Blueprint full = draw(network, Map.of());
            Blueprint eighth = draw(network, Map.of("width", "eighth"));
            for (Node node : full.nodes()) {
                Shape shape = full.shape(node.id());
                boolean isMeans = node.op() instanceof Op.GlobalPool;
                boolean isDivided = (shape.isMaps() || isMeans)
                        && shape.channels() != 10
                        && !node.id().equals("input");
                assertEquals(
                        isDivided ? shape.channels() / 8 : shape.channels(),
                        eighth.shape(node.id()).channels(),
                        network + " " + node.id());
            }
        }
        assertEquals(1, Width.EIGHTH.of(4));
        assertEquals(12, Width.THREE_SIXTEENTHS.of(64));
        assertEquals(128, Width.DOUBLE.of(64));
    }

    @Test
    void twiceTheChannelsOnBothSidesIsFourTimesTheWork() {
        Blueprint full = draw("vgg11", Map.of());
        Blueprint twice = draw("vgg11", Map.of("width", "double"));
        assertEquals(
                4 * Census.of(full).row("block4.conv2").macs(),
                Census.of(twice).row("block4.conv2").macs());
    }

    @Test
    void meansInThePlaceOfDenseLayersLeaveAFewPercentOfTheParameters() {
        for (String network : List.of("alexnet", "vgg11", "vgg16")) {
            Census dense = Census.of(draw(network, Map.of()));
            Census means = Census.of(draw(network, Map.of("head", "global-average")));
            assertTrue(means.parameters() < 0.12 * dense.parameters(), network);
        }
        Blueprint nin = draw("nin", Map.of("head", "dense"));
        assertEquals("10·9600+10 = 96,010", arithmetic(nin, "logits"));
        assertFalse(nin.has("block4.conv1"));
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

    private static Shape shape(String text) {
        return Shape.of(
                Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray());
    }

    /** So many multiply-adds in millions, rounded to as many places as {@code published} has. */
    private static BigDecimal roundedAs(BigDecimal published, long macs) {
        BigDecimal millions = BigDecimal.valueOf(macs, 6);
        int places =
                published.scale() == 0 && published.remainder(BigDecimal.TEN).signum() == 0 ? -1 : published.scale();
        return millions.setScale(places, RoundingMode.HALF_UP).setScale(published.scale(), RoundingMode.UNNECESSARY);
    }

    private static void assertRow(Blueprint blueprint, String node, String output, long parameters, double millions) {
        Census.Row row = Census.of(blueprint).row(node);
        assertEquals(output, row.output().toString());
        assertEquals(parameters, row.parameters().total());
        assertEquals(millions, row.macs() / 1e6, 0.05);
    }

    private static double share(List<String> nodes, Census census, ToLongFunction<Census.Row> count) {
        return nodes.stream().map(census::row).mapToLong(count).sum()
                / (double) census.rows().stream().mapToLong(count).sum();
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
