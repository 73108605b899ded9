package org.convscope.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.blueprint.Zoo;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.TinyZoo;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every architecture of the catalogue promises in its smallest form, and for each single other choice. */
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

    static Stream<Drawn> drawn() {
        List<Drawn> all = new ArrayList<>();
        for (Architecture architecture : Zoo.ALL) {
            all.add(new Drawn(architecture, Map.of()));
            for (Choice choice : architecture.choices()) {
                choice.values().stream()
                        .skip(1)
                        // A tiny form has an eighth already, and half of VGG takes seconds.
                        .filter(value -> !choice.key().equals("width") || value.equals("quarter"))
                        .forEach(value -> all.add(new Drawn(architecture, Map.of(choice.key(), value))));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void itsPaperIsCited(Drawn drawn) {
        assertTrue(
                drawn.architecture().paper().matches("(?s).+: .+\\(\\d{4}\\).*"),
                drawn.architecture().paper());
        assertFalse(drawn.architecture().title().isBlank());
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
            long kept = blueprint.nodes().stream()
                    .filter(node -> node.op() instanceof Op.BatchNorm)
                    .mapToLong(node -> 2L * blueprint.shape(node.id()).channels())
                    .sum();
            assertEquals(graph.numParams(), Census.of(blueprint).parameters() + kept);
            for (Node node : blueprint.nodes()) {
                if (!(node.op() instanceof Op.Input) && !(node.op() instanceof Op.BatchNorm)) {
                    assertEquals(
                            graph.getVertex(node.id()).numParams(),
                            Census.of(blueprint).row(node.id()).parameters().total(),
                            node.id());
                }
            }
        } finally {
            GraphCompiler.free(graph);
        }
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
            double before = network.learn(batch, 0.001).loss();
            // Step 0 once more, so that a dropout drops the same values.
            Checkpoint learned = network.checkpoint();
            network.restore(new Checkpoint(0, learned.parameters(), learned.optimizerState()));
            double after = network.learn(batch, 0.001).loss();
            assertTrue(after < before, "from " + before + " to " + after);
        }
    }
}
