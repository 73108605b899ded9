package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.blueprint.Size;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.zoo.Variation;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.TinyZoo;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every architecture of the catalogue promises: the costs of its standard form, and what it does in a tiny one. */
class ArchitectureContractTest {

    record Drawn(Architecture architecture, Map<String, String> wanted) {
        Blueprint blueprint() {
            return TinyZoo.draw(architecture, wanted);
        }

        @Override
        public String toString() {
            return architecture.id() + " " + wanted;
        }
    }

    /** Larger ones jump over the valley of a ResNet-50 that has not learned yet. */
    private static final double A_SMALL_STEP = 1e-4;

    /** Choices of which the values are more of the same, or the same everywhere: tried on LeNet alone. */
    private static final Set<String> ALIKE = Set.of("activation", "init", "width", "units");

    /** Without what makes it residual its gradients explode: no paper has a plain network that deep. */
    private static boolean isTooDeep(Architecture architecture, String value, Choice choice) {
        return architecture.id().equals("resnet50") && choice.key().equals("shortcut") && value.equals("no");
    }

    /** Every way of drawing, and for each single other choice that changes it. */
    static Stream<Drawn> drawn() {
        List<Drawn> all = new ArrayList<>();
        for (Architecture architecture : TinyZoo.KINDS) {
            all.add(new Drawn(architecture, Map.of()));
            for (Choice choice : architecture.choices()) {
                choice.values().stream()
                        .filter(value -> !value.equals(choice.standard()))
                        .filter(value -> !(architecture instanceof Variation))
                        .filter(value -> !isTooDeep(architecture, value, choice))
                        .filter(value -> architecture.id().equals("lenet") || !ALIKE.contains(choice.key()))
                        .forEach(value -> all.add(new Drawn(architecture, Map.of(choice.key(), value))));
            }
        }
        return all.stream();
    }

    static List<Architecture> zoo() {
        return Zoo.ALL;
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void itsPaperIsCited(Architecture architecture) {
        assertTrue(architecture.paper().matches("(?s).+: .+\\(\\d{4}\\).*"), architecture.paper());
        assertFalse(architecture.title().isBlank());
    }

    @ParameterizedTest
    @MethodSource("zoo")
    void eachOfItsChoicesChangesSomething(Architecture architecture) {
        // Large enough for the paper's stem, even where a mini's images are not.
        Shape image = Shape.of(1, 96, 96);
        Blueprint standard = architecture.draw(image, 10, Map.of());
        for (Choice choice : architecture.choices()) {
            for (String value : choice.values().subList(1, choice.values().size())) {
                Blueprint other = architecture.draw(image, 10, Map.of(choice.key(), value));
                assertTrue(
                        !other.nodes().equals(standard.nodes()) || other.initialisation() != standard.initialisation(),
                        choice.key() + "=" + value);
            }
        }
    }

    /** Book size and all, since DL4J counts what it has not allocated yet. */
    @ParameterizedTest
    @MethodSource("zoo")
    void itsStandardFormHasTheParametersThatDl4jCounts(Architecture architecture) {
        Blueprint blueprint = architecture.draw(architecture.standardInput(), 10, Map.of());
        Census census = Census.of(blueprint);
        new GraphCompiler(blueprint, new Optimizer.Sgd())
                .configuration(1)
                .getVertices()
                .forEach((node, vertex) -> assertEquals(
                        census.row(node).parameters().total() + kept(blueprint, node), vertex.numParams(false), node));
    }

    /** In two or three words: a network of more than a dozen nodes can be seen as its blocks. */
    @ParameterizedTest
    @MethodSource("zoo")
    void aLargeOneIsMadeOfBlocks(Architecture architecture) {
        Blueprint blueprint = architecture.draw(architecture.standardInput(), 10, Map.of());
        long single = blueprint.nodes().stream()
                .filter(node -> node.block().isEmpty())
                .count();
        assertTrue(single <= 17, single + " nodes are in no block");
        List<String> order = blueprint.nodes().stream().map(Node::block).toList();
        Set<String> left = new HashSet<>();
        for (int i = 1; i < order.size(); i++) {
            if (!order.get(i).equals(order.get(i - 1))) {
                left.add(order.get(i - 1));
                assertTrue(order.get(i).isEmpty() || !left.contains(order.get(i)), order.get(i) + " is in two pieces");
            }
        }
    }

    /** Whatever can be chosen for one can be chosen for the other, so that each can become the other. */
    @ParameterizedTest
    @MethodSource("minis")
    void aMiniWithTheBooksChoicesIsTheBooksNetwork(Architecture mini) {
        Architecture book = Zoo.byId(mini.id().replace("-mini", ""));
        assertEquals(Size.BOOK, book.size());
        assertEquals(
                book.choices().stream().map(Choice::key).toList(),
                mini.choices().stream().map(Choice::key).toList());
        Map<String, String> books = Options.of(book.choices(), Map.of()).asMap();
        Blueprint drawn = mini.draw(book.standardInput(), 10, books);
        assertEquals(book.draw(book.standardInput(), 10, Map.of()).nodes(), drawn.nodes());
        assertEquals(mini.id(), drawn.network());
    }

    /** About eight seconds an epoch of 60,000 images for each million, on one thread. */
    @ParameterizedTest
    @MethodSource("minis")
    void aMiniIsCheapEnoughToLearnWhileOneWatches(Architecture mini) {
        Census census = Census.of(mini.draw(mini.standardInput(), 10, Map.of()));
        assertTrue(census.macs() > 2_000_000 && census.macs() < 7_000_000, census.macs() + " multiply-adds");
        assertTrue(mini.standardInput().height() <= 48);
    }

    @Test
    void everyBookHasAMini() {
        assertEquals(
                Zoo.ALL.stream()
                        .filter(architecture -> architecture.size() == Size.BOOK)
                        .map(architecture -> architecture.id() + "-mini")
                        .collect(Collectors.toSet()),
                minis().stream().map(Architecture::id).collect(Collectors.toSet()));
    }

    static List<Architecture> minis() {
        return Zoo.ALL.stream()
                .filter(architecture -> architecture.size() == Size.MINI)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itRemembersWhatWasChosen(Drawn drawn) {
        Blueprint blueprint = drawn.blueprint();
        assertEquals(drawn.architecture().id(), blueprint.network());
        drawn.wanted()
                .forEach((key, value) -> assertEquals(value, blueprint.options().get(key)));
        assertEquals(
                drawn.architecture().choices().size(),
                blueprint.options().asMap().size());
        assertEquals(10, blueprint.classes());
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itsReceptiveFieldsNeverShrink(Drawn drawn) {
        Blueprint blueprint = drawn.blueprint();
        Map<String, ReceptiveField> fields = ReceptiveField.of(blueprint);
        for (Node node : blueprint.nodes()) {
            for (String input : node.inputs()) {
                // Who sees the whole image cannot see more.
                ReceptiveField field = fields.get(node.id());
                assertTrue(field.whole() || field.size() >= fields.get(input).size(), node.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itsCensusCountsTheParametersThatDl4jCounts(Drawn drawn) {
        Blueprint blueprint = drawn.blueprint();
        ComputationGraph graph = new GraphCompiler(blueprint, new Optimizer.Sgd()).graph(1);
        try {
            Census census = Census.of(blueprint);
            for (Node node : blueprint.nodes()) {
                if (!(node.op() instanceof Op.Input)) {
                    assertEquals(
                            graph.getVertex(node.id()).numParams(),
                            census.row(node.id()).parameters().total() + kept(blueprint, node.id()),
                            node.id());
                }
            }
            long kept = blueprint.nodes().stream()
                    .mapToLong(node -> kept(blueprint, node.id()))
                    .sum();
            assertEquals(graph.numParams(), census.parameters() + kept);
        } finally {
            GraphCompiler.free(graph);
        }
    }

    /** DL4J counts running means and variances among the parameters. */
    private static long kept(Blueprint blueprint, String node) {
        return blueprint.node(node).op() instanceof Op.BatchNorm
                ? 2L * blueprint.shape(node).channels()
                : 0;
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itsShapesAreThoseThatDl4jComputes(Drawn drawn) {
        Blueprint blueprint = drawn.blueprint();
        try (Network network = Relatives.network(blueprint, new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(blueprint, 1, 1);
            network.activations(Tensor.of(batch.shape(), batch.images())).forEach((node, tensor) -> {
                assertTrue(tensor.size() > 0, node);
                assertEquals(blueprint.shape(node), tensor.shape(), node);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void oneStepLowersTheLossOnEightImages(Drawn drawn) {
        try (Network network = Relatives.network(drawn.blueprint(), new Optimizer.Sgd(), 1, Relatives.QUICK)) {
            Batch batch = FakeNetwork.stripes(drawn.blueprint(), 8, 1);
            double before = network.learn(batch, A_SMALL_STEP).loss();
            // Step 0 once more, so that a dropout drops the same values.
            Checkpoint learned = network.checkpoint();
            network.restore(new Checkpoint(0, learned.parameters(), learned.optimizerState()));
            double after = network.learn(batch, A_SMALL_STEP).loss();
            assertTrue(after < before, "from " + before + " to " + after);
        }
    }
}
