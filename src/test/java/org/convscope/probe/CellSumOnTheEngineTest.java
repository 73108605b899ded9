package org.convscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Window;
import org.convscope.blueprint.Zoo;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic that is shown is the arithmetic that DL4J does, whatever LeNet is made of. */
class CellSumOnTheEngineTest {

    /** Every activation with every pooling, with and without batch norms. */
    static Stream<Map<String, String>> options() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Nonlinearity nonlinearity : Nonlinearity.values()) {
            for (Pooling pooling : Pooling.values()) {
                for (String batchNorm : List.of("no", "yes")) {
                    all.add(Map.of("activation", nonlinearity.id(), "pool", pooling.id(), "batch-norm", batchNorm));
                }
            }
        }
        return all.stream();
    }

    /** What LeNet is not made of: the layers of 1998 and 2012, and maps of one row. */
    @Test
    void theSumOfARarerOperationIsTheValueThatDl4jGave() {
        Connections some = new Connections(List.of(List.of(0, 2), List.of(1), List.of(0, 1, 2)));
        sums(Blueprint.draw("rare", Options.of(List.of(), Map.of()), Shape.of(1, 14, 12))
                .then("conv1", new Op.Conv(3, 3, 1, 1))
                .then("act1", new Op.Activation(Nonlinearity.SCALED_TANH))
                .then("sub1", new Op.Subsample(3, 2, 1))
                .then("lrn1", new Op.Lrn(3, 1, 0.5, 0.75))
                .then("conv2", new Op.Conv(3, new Window(3, 1, 0), some)));
        sums(Blueprint.draw("series", Options.of(List.of(), Map.of()), Shape.of(1, 1, 20))
                .then("conv1", new Op.Conv(3, Window.row(5, 1, 2)))
                .then("pool1", new Op.Pool(Pooling.AVERAGE, Window.row(3, 2, 1))));
    }

    private static void sums(Blueprint.Drawing drawing) {
        Blueprint blueprint = drawing.then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        try (Network network =
                new Dl4jNetworkFactory().create(blueprint, new Optimizer.Sgd(), 3, new EngineSettings(1, true))) {
            for (int step = 0; step < 3; step++) {
                network.learn(FakeNetwork.stripes(blueprint, 8, step), 0.1);
            }
            CellSumTest.assertSums(network, blueprint, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theSumOfEveryOperationIsTheValueThatDl4jGave(Map<String, String> options) {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
        try (Network network =
                new Dl4jNetworkFactory().create(blueprint, new Optimizer.Sgd(), 3, new EngineSettings(1, true))) {
            // Running statistics, scales and shifts are not what they began as.
            for (int step = 0; step < 3; step++) {
                network.learn(FakeNetwork.stripes(blueprint, 8, step), 0.1);
            }
            CellSumTest.assertSums(network, blueprint, 4);
        }
    }
}
