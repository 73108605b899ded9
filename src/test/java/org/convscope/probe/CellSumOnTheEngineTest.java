package org.convscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Zoo;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
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
