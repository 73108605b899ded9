package org.convscope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Zoo;
import org.convscope.net.Batch;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.net.TinyZoo;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every node is redone by hand and compared with what schoolbook loops gave. */
class CellSumTest {

    static Stream<Blueprint> blueprints() {
        Stream<Blueprint> lenets = Stream.of(
                        Map.of("activation", "sigmoid"),
                        Map.of("activation", "tanh", "pool", "max"),
                        Map.of("activation", "relu", "pool", "max", "batch-norm", "yes"),
                        Map.of("activation", "leaky-relu", "batch-norm", "yes"))
                .map(options -> Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options));
        Stream<Blueprint> branches = Stream.of("googlenet", "resnet18", "nin", "vgg11")
                .map(network -> TinyZoo.draw(Zoo.byId(network), Map.of("activation", "tanh")));
        return Stream.of(lenets, Stream.of(stridesAndPaddings()), branches).flatMap(each -> each);
    }

    private static Blueprint stridesAndPaddings() {
        return Blueprint.draw("odd", Options.of(List.of(), Map.of()), Shape.of(3, 11, 9))
                .then("conv1", new Op.Conv(4, 3, 2, 2))
                .then("pool1", new Op.Pool(Pooling.MAX, 3, 2, 1))
                .then("conv2", new Op.Conv(5, 3, 1, 1))
                .then("act2", new Op.Activation(Nonlinearity.TANH))
                .then("pool2", new Op.Pool(Pooling.AVERAGE, 3, 2, 1))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void theSumOfEveryOperationIsTheNetworksOwnValue(Blueprint blueprint) {
        FakeNetwork network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 3);
        network.learn(FakeNetwork.stripes(blueprint, 4, 5), 0.1);
        assertSums(network, blueprint, blueprint.nodes().size() > 30 ? 2 : 20);
    }

    /** Redoes so many values of every node, drawn by lot, and compares them with the network's own. */
    static void assertSums(Network network, Blueprint blueprint, int values) {
        Subject subject = subject(blueprint);
        Map<String, Tensor> outputs = network.activations(subject.image());
        Probes probes = new Probes(NetworkThread.onCallingThread(network), "test", batch());
        Random random = new Random(7);
        for (Node node : blueprint.nodes().subList(1, blueprint.nodes().size())) {
            Shape shape = blueprint.shape(node.id());
            for (int i = 0; i < values; i++) {
                int channel = random.nextInt(shape.channels());
                Cell cell = new Cell(random.nextInt(shape.height()), random.nextInt(shape.width()));
                CellSum.Reading sum = probes.read(new CellSum(), new Focus(subject, node.id(), channel, cell))
                        .join();
                String where = node.id() + " " + channel + " " + cell;
                double own = outputs.get(node.id()).plane(channel).at(cell.row(), cell.column());
                List<Node> targets = blueprint.targets(node.id());
                Node next = targets.size() == 1 ? targets.get(0) : node;
                boolean isActivated = next.op() instanceof Op.Activation && computes(node.op());
                double value =
                        isActivated ? outputs.get(next.id()).plane(channel).at(cell.row(), cell.column()) : own;
                boolean isSum = !(node.op() instanceof Op.Activation || node.op() instanceof Op.Softmax);
                double tolerance = 1e-5 * Math.max(1, Math.abs(own));
                assertEquals(isSum ? own : sum.sum(), sum.sum(), tolerance, where);
                assertEquals(value, sum.value(), tolerance, where);
                assertEquals(sum.sum(), addedUp(sum), 1e-12, where);
            }
        }
    }

    private static boolean computes(Op op) {
        return op instanceof Op.Conv
                || op instanceof Op.Dense
                || op instanceof Op.BatchNorm
                || op instanceof Op.Subsample
                || op instanceof Op.Add
                || op instanceof Op.Activation;
    }

    @Test
    void aSumOfBranchesNamesWhatEachOfThemBrings() {
        Blueprint resnet = TinyZoo.draw(Zoo.byId("resnet18"), Map.of());
        FakeNetwork network = network(resnet);
        Subject subject = subject(resnet);
        CellSum.Reading sum = read(network, new Focus(subject, "block2a.add", 5, new Cell(3, 4)));
        Map<String, Tensor> outputs = network.activations(subject.image());
        assertEquals(
                List.of(
                        new CellSum.Given(
                                "block2a.bn2", outputs.get("block2a.bn2").at(5, 3, 4)),
                        new CellSum.Given("pool1", outputs.get("pool1").at(5, 3, 4))),
                sum.givens());
        assertEquals(
                List.of(1.0, 1.0),
                sum.terms().stream().map(CellSum.Term::weight).toList());
        assertEquals("relu", sum.activation());
    }

    @Test
    void aConcatenationNamesTheBranchThatTheChannelComesFrom() {
        Blueprint googlenet = TinyZoo.draw(Zoo.byId("googlenet"), Map.of());
        FakeNetwork network = network(googlenet);
        Subject subject = subject(googlenet);
        // 8 maps of the 1×1 come first, then 16 of the 3×3: map 10 is the latter's map 2.
        CellSum.Reading sum = read(network, new Focus(subject, "inception3a.concat", 10, new Cell(1, 1)));
        double value =
                network.activations(subject.image()).get("inception3a.act2b").at(2, 1, 1);
        assertEquals(List.of(new CellSum.Given("inception3a.act2b", value)), sum.givens());
        assertEquals(List.of(new CellSum.Term(2, 1, 1, value, 1)), sum.terms());
    }

    @Test
    void aGlobalPoolIsTheMeanOfEveryCellOfItsMap() {
        Blueprint googlenet = TinyZoo.draw(Zoo.byId("googlenet"), Map.of());
        CellSum.Reading sum = read(network(googlenet), new Focus(subject(googlenet), "pool5", 3, new Cell(0, 0)));
        Shape maps = googlenet.shape("inception5b.concat");
        assertEquals(maps.height() * maps.width(), sum.terms().size());
        assertTrue(sum.terms().stream().allMatch(term -> term.inputChannel() == 3));
    }

    @Test
    void aCornerOfAPaddedConvolutionCountsItsPaddingAsZeros() {
        Blueprint blueprint = lenet();
        CellSum.Reading sum = read(network(blueprint), new Focus(subject(blueprint), "conv1", 5, new Cell(0, 0)));
        assertEquals(25, sum.terms().size());
        assertEquals(16, sum.terms().stream().filter(CellSumTest::isInPadding).count());
        assertTrue(sum.terms().stream().filter(CellSumTest::isInPadding).allMatch(term -> term.input() == 0));
        assertEquals("sigmoid", sum.activation());
        assertEquals("conv", sum.op());
    }

    @Test
    void aDenseLayerKnowsWhichMapAndCellItsInputsComeFrom() {
        Blueprint blueprint = lenet();
        CellSum.Reading sum = read(network(blueprint), new Focus(subject(blueprint), "fc1", 3, new Cell(0, 0)));
        assertEquals(400, sum.terms().size());
        CellSum.Term last = sum.terms().get(399);
        assertEquals(List.of(15, 4, 4), List.of(last.inputChannel(), last.row(), last.column()));
    }

    @Test
    void aMeanWeighsEveryCellAlikeAndAMaximumOnlyItsWinner() {
        Blueprint odd = stridesAndPaddings();
        CellSum.Reading maximum = read(network(odd), new Focus(subject(odd), "pool1", 1, new Cell(0, 0)));
        assertEquals(4, maximum.terms().size(), "the padding does not take part");
        assertEquals(
                1, maximum.terms().stream().filter(term -> term.weight() == 1).count());
        CellSum.Reading mean = read(network(odd), new Focus(subject(odd), "pool2", 1, new Cell(0, 0)));
        assertTrue(mean.terms().stream().allMatch(term -> term.weight() == 0.25));
    }

    @Test
    void aBatchNormSaysWhatItsWeightAndBiasAreMadeOf() {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("batch-norm", "yes"));
        CellSum.Reading sum = read(network(blueprint), new Focus(subject(blueprint), "bn2", 1, new Cell(3, 4)));
        assertEquals(
                List.of("scale", "shift", "mean", "variance", "epsilon"),
                sum.givens().stream().map(CellSum.Given::name).toList());
        double scale = sum.givens().get(0).value();
        double variance = sum.givens().get(3).value() + sum.givens().get(4).value();
        assertEquals(scale / Math.sqrt(variance), sum.terms().get(0).weight(), 1e-12);
        assertEquals(List.of("sigmoid", "batch norm"), List.of(sum.activation(), sum.op()));
        assertEquals(
                "",
                read(network(blueprint), new Focus(subject(blueprint), "conv2", 1, new Cell(0, 0)))
                        .activation());
    }

    @Test
    void exponentialsOfASoftmaxCannotOverflowAndItsValuesSumToOne() {
        Blueprint blueprint = lenet();
        double all = 0;
        for (int unit = 0; unit < 10; unit++) {
            CellSum.Reading sum =
                    read(network(blueprint), new Focus(subject(blueprint), "softmax", unit, new Cell(0, 0)));
            assertTrue(sum.terms().stream().allMatch(term -> term.input() <= 1));
            all += sum.value();
        }
        assertEquals(1, all, 1e-12);
    }

    @Test
    void aPlaceThatIsNotThereIsAProblem() {
        Blueprint blueprint = lenet();
        assertEquals("probe.channel", problem(new Focus(subject(blueprint), "conv1", 6, new Cell(0, 0))));
        assertEquals("probe.channel", problem(new Focus(subject(blueprint), "conv1", -1, new Cell(0, 0))));
        assertEquals("probe.cell", problem(new Focus(subject(blueprint), "pool2", 0, new Cell(5, 0))));
        assertEquals("probe.cell", problem(new Focus(subject(blueprint), "fc1", 0, new Cell(0, 1))));
        assertEquals("probe.given", problem(Focus.on(subject(blueprint), "input")));
        assertEquals("blueprint.noNode", problem(Focus.on(subject(blueprint), "conv9")));
    }

    private static String problem(Focus focus) {
        FakeNetwork network = network(lenet());
        return assertThrows(
                        ProblemException.class, () -> new CellSum().read(new Sight(network, "test", batch()).on(focus)))
                .problem()
                .code();
    }

    private static CellSum.Reading read(FakeNetwork network, Focus focus) {
        return new Probes(NetworkThread.onCallingThread(network), "test", batch())
                .read(new CellSum(), focus)
                .join();
    }

    private static Batch batch() {
        return FakeNetwork.stripes(lenet(), 1, 0);
    }

    private static Blueprint lenet() {
        return Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of());
    }

    private static FakeNetwork network(Blueprint blueprint) {
        return new FakeNetwork(blueprint, new Optimizer.Sgd(), 3);
    }

    private static Subject subject(Blueprint blueprint) {
        Batch one = FakeNetwork.stripes(blueprint, 1, 11);
        return new Subject("noise", Tensor.of(one.shape(), one.images()), one.labels()[0]);
    }

    private static boolean isInPadding(CellSum.Term term) {
        return term.row() < 0 || term.column() < 0;
    }

    private static double addedUp(CellSum.Reading sum) {
        return sum.bias()
                + sum.terms().stream()
                        .mapToDouble(term -> term.input() * term.weight())
                        .sum();
    }
}
