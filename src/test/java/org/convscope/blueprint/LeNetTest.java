package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

/** LeNet as Dive into Deep Learning draws it, counted by hand. */
class LeNetTest {

    private static final Blueprint LENET = draw(Map.of());
    private static final Census CENSUS = Census.of(LENET);

    @Test
    void itsNodesStandInTheOrderOfTheCourse() {
        assertEquals("input conv1 act1 pool1 conv2 act2 pool2 fc1 act3 fc2 act4 logits softmax", ids(LENET));
    }

    @Test
    void itHas61706ParametersAnd416520MultiplyAdds() {
        assertEquals(61_706, CENSUS.parameters());
        assertEquals(416_520, CENSUS.macs());
    }

    @Test
    void everyCountShowsItsArithmetic() {
        assertEquals("6·(5·5·1)+6 = 156", arithmetic("conv1"));
        assertEquals("16·(5·5·6)+16 = 2,416", arithmetic("conv2"));
        assertEquals("120·400+120 = 48,120", arithmetic("fc1"));
        assertEquals("84·120+84 = 10,164", arithmetic("fc2"));
        assertEquals("10·84+10 = 850", arithmetic("logits"));
        assertEquals("", arithmetic("act1"));
        assertEquals("", arithmetic("pool2"));
    }

    @Test
    void everyLayersMultiplyAddsAreItsOutputsTimesWhatEachReads() {
        assertEquals(6 * 28 * 28 * 25, CENSUS.row("conv1").macs());
        assertEquals(16 * 10 * 10 * 150, CENSUS.row("conv2").macs());
        assertEquals(400 * 120, CENSUS.row("fc1").macs());
        assertEquals(0, CENSUS.row("pool1").macs());
    }

    @Test
    void itsShapesShrinkAsInTheCourse() {
        assertEquals(Shape.of(6, 28, 28), LENET.shape("conv1"));
        assertEquals(Shape.of(6, 14, 14), LENET.shape("pool1"));
        assertEquals(Shape.of(16, 10, 10), LENET.shape("conv2"));
        assertEquals(Shape.of(16, 5, 5), LENET.shape("pool2"));
        assertEquals(Shape.of(120), LENET.shape("fc1"));
        assertEquals(Shape.of(10), LENET.shape("softmax"));
        assertEquals(10, LENET.classes());
    }

    @Test
    void itsActivationsAreFourBytesEach() {
        assertEquals(4 * 6 * 28 * 28, CENSUS.row("conv1").activationBytes());
        assertEquals(
                CENSUS.rows().stream()
                        .mapToLong(row -> 4L * row.output().size())
                        .sum(),
                CENSUS.activationBytes());
    }

    @Test
    void itsReceptiveFieldsAre5And6And14And16() {
        assertEquals(1, field("input").size());
        assertEquals(5, field("conv1").size());
        assertEquals(5, field("act1").size());
        assertEquals(6, field("pool1").size());
        assertEquals(14, field("conv2").size());
        assertEquals(16, field("pool2").size());
        assertTrue(field("fc1").whole());
        assertFalse(field("pool2").whole());
        assertEquals(28, field("logits").size());
    }

    @Test
    void theFirstCellOfConv1LooksOverTheEdgeByItsPadding() {
        assertEquals(new Cell(-2, -2), field("conv1").startOf(new Cell(0, 0)));
        assertEquals(new Cell(1, 25), field("conv1").startOf(new Cell(3, 27)));
        assertEquals(new Cell(-2 + 2 * 3, -2), field("conv2").startOf(new Cell(3, 0)));
    }

    @Test
    void withBatchNormEachActivationHasOneBeforeIt() {
        Blueprint blueprint = draw(Map.of("batch-norm", "yes"));
        assertEquals(
                "input conv1 bn1 act1 pool1 conv2 bn2 act2 pool2 fc1 bn3 act3 fc2 bn4 act4 logits softmax",
                ids(blueprint));
        assertEquals(61_706 + 2 * (6 + 16 + 120 + 84), Census.of(blueprint).parameters());
        assertEquals("2·16 = 32", Census.of(blueprint).row("bn2").parameters().arithmetic());
    }

    @Test
    void itsChoicesBeginWithThoseOfTheCourse() {
        assertEquals(
                "activation=sigmoid batch-norm=no dropout=no head=dense init=xavier pool=average width=full",
                LENET.options().toString());
        Options options = draw(Map.of("activation", "leaky-relu", "pool", "max", "init", "he"))
                .options();
        assertEquals(Nonlinearity.LEAKY_RELU, Choice.activation(options));
        assertEquals(Pooling.MAX, Choice.pool(options));
        assertEquals(Initialisation.HE, Choice.initialisation(options));
    }

    @Test
    void anOptionOrValueThatDoesNotExistIsAProblem() {
        assertProblem("blueprint.noOption", () -> draw(Map.of("colour", "red")));
        assertProblem("blueprint.noValue", () -> draw(Map.of("activation", "softsign")));
        assertProblem("blueprint.noValue", () -> draw(Map.of("batch-norm", "")));
        assertProblem("blueprint.noNetwork", () -> Zoo.byId("lenet6"));
    }

    @Test
    void anImageThatIsTooSmallIsAProblem() {
        assertProblem("blueprint.tooSmall", () -> Zoo.byId("lenet").draw(Shape.of(1, 11, 28), 10, Map.of()));
        assertProblem("blueprint.tooSmall", () -> Zoo.byId("lenet").draw(Shape.of(1, 28, 1), 10, Map.of()));
        assertEquals(
                Shape.of(16, 1, 1),
                Zoo.byId("lenet").draw(Shape.of(1, 12, 12), 10, Map.of()).shape("pool2"));
    }

    @Test
    void itTakesOtherImagesAndClasses() {
        Blueprint colour = Zoo.byId("lenet").draw(Shape.of(3, 32, 32), 100, Map.of());
        assertEquals(Shape.of(16, 6, 6), colour.shape("pool2"));
        assertEquals(
                "6·(5·5·3)+6 = 456", Census.of(colour).row("conv1").parameters().arithmetic());
        assertEquals(100, colour.classes());
    }

    private static Blueprint draw(Map<String, String> options) {
        return Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
    }

    private static String ids(Blueprint blueprint) {
        List<String> ids = blueprint.nodes().stream().map(Node::id).toList();
        return String.join(" ", ids);
    }

    private static String arithmetic(String node) {
        return CENSUS.row(node).parameters().arithmetic();
    }

    private static ReceptiveField field(String node) {
        return CENSUS.row(node).receptiveField();
    }

    private static void assertProblem(String code, Runnable drawing) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, drawing::run).problem().code());
    }
}
