package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class BlueprintTest {

    @Test
    void aNodeKnowsWhatItReadsAndWhoReadsIt() {
        Blueprint blueprint = begin().then("conv", new Op.Conv(2, 3, 1, 0))
                .then("act", new Op.Activation(Nonlinearity.RELU))
                .then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        assertEquals("conv", blueprint.source("act").id());
        assertEquals(
                List.of("act"), blueprint.targets("conv").stream().map(Node::id).toList());
        assertEquals(List.of(), blueprint.targets("softmax"));
        assertEquals("input", blueprint.first().id());
        assertEquals("softmax", blueprint.last().id());
        assertTrue(blueprint.has("logits"));
        assertFalse(blueprint.has("fc9"));
    }

    @Test
    void aNodeThatIsNotThereIsAProblemThatListsThoseThatAre() {
        Blueprint blueprint = begin().then("logits", new Op.Dense(3))
                .then("softmax", new Op.Softmax())
                .done();
        ProblemException refused = assertThrows(ProblemException.class, () -> blueprint.shape("conv1"));
        assertEquals("blueprint.noNode", refused.problem().code());
        assertEquals(
                List.of("conv1", "input, logits, softmax"), refused.problem().arguments());
    }

    @Test
    void anOperationBehindTheWrongThingIsAProblem() {
        Blueprint.Drawing vector = begin().then("fc", new Op.Dense(3));
        assertProblem("blueprint.notMaps", () -> vector.then("conv", new Op.Conv(1, 3, 1, 0)));
        assertProblem("blueprint.notMaps", () -> vector.then("pool", new Op.Pool(Pooling.MAX, 2, 2, 0)));
        assertProblem("blueprint.notVector", () -> begin().then("softmax", new Op.Softmax()));
        assertProblem("blueprint.inputs", () -> begin().then("a", new Op.Conv(1, 1, 1, 0))
                .join("b", new Op.Dense(3), "input", "a"));
    }

    @Test
    void aDrawingThatIsNotFinishedOrNamesANodeTwiceIsABug() {
        assertThrows(IllegalStateException.class, () -> begin().done());
        assertThrows(IllegalStateException.class, () -> begin().then("a", new Op.Dense(3))
                .then("a", new Op.Dense(3)));
        assertThrows(IllegalStateException.class, () -> begin().join("a", new Op.Dense(3), "later"));
    }

    private static Blueprint.Drawing begin() {
        return Blueprint.draw("test", Options.of(List.of(), Map.of()), Shape.of(1, 6, 5));
    }

    private static void assertProblem(String code, Runnable drawing) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, drawing::run).problem().code());
    }
}
