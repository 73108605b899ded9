package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class SignedTest {

    @Test
    void reluAndSigmoidKeepAllBehindThemAboveZeroUntilWeightsCome() {
        for (String activation : List.of("relu", "sigmoid")) {
            assertEquals(Set.of("conv1", "conv2", "fc1", "fc2", "logits"), signed(Map.of("activation", activation)));
        }
    }

    @Test
    void tanhAndLeakyReluKeepBothSignsAndSoDoPoolsBehindThem() {
        for (String activation : List.of("tanh", "leaky-relu")) {
            assertEquals(
                    Set.of("conv1", "act1", "pool1", "conv2", "act2", "pool2", "fc1", "act3", "fc2", "act4", "logits"),
                    signed(Map.of("activation", activation)));
        }
    }

    @Test
    void aBatchNormShiftsValuesToBothSigns() {
        assertTrue(signed(Map.of("activation", "relu", "batch-norm", "yes")).contains("bn1"));
    }

    @Test
    void tanhOfWhatHasOneSignHasOneSign() {
        assertFalse(Nonlinearity.TANH.signed(false));
        assertTrue(Nonlinearity.TANH.signed(true));
    }

    @Test
    void aSaturatedUnitHasLessThanFourPercentOfTheSteepestSlope() {
        assertTrue(0.99 * (1 - 0.99) / 0.25 < 0.04, "slope of a sigmoid, y·(1 − y), at most 0.25");
        assertTrue(1 - 0.98 * 0.98 < 0.04, "slope of tanh, 1 − y², at most 1");
        assertTrue(Nonlinearity.SIGMOID.isSaturated(0.9901) && Nonlinearity.SIGMOID.isSaturated(0.0099));
        assertFalse(Nonlinearity.SIGMOID.isSaturated(0.9899) || Nonlinearity.SIGMOID.isSaturated(0.0101));
        assertTrue(Nonlinearity.TANH.isSaturated(-0.9801) && Nonlinearity.TANH.isSaturated(0.9801));
        assertFalse(Nonlinearity.TANH.isSaturated(-0.9799));
    }

    @Test
    void rectifiersHaveNoTwoEndsToSaturateAt() {
        assertFalse(Nonlinearity.RELU.saturates() || Nonlinearity.LEAKY_RELU.saturates());
        assertFalse(Nonlinearity.RELU.isSaturated(0) || Nonlinearity.RELU.isSaturated(1e30));
    }

    private static Set<String> signed(Map<String, String> options) {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
        return blueprint.nodes().stream()
                .map(Node::id)
                .filter(blueprint::signed)
                .collect(Collectors.toSet());
    }
}
