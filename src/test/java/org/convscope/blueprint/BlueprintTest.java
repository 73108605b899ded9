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

    @Test
    void addKeepsTheShapeAndConcatAddsTheChannels() {
        Blueprint blueprint = begin().then("a", new Op.Conv(3, 3, 1, 1))
                .join("b", new Op.Conv(3, 5, 1, 2), "input")
                .join("add", new Op.Add(), "a", "b", "a")
                .join("concat", new Op.Concat(), "add", "input", "b")
                .then("dropout", new Op.Dropout(0.5))
                .then("mean", new Op.GlobalPool())
                .then("softmax", new Op.Softmax())
                .done();
        assertEquals(Shape.of(3, 6, 5), blueprint.shape("add"));
        assertEquals(Shape.of(7, 6, 5), blueprint.shape("concat"));
        assertEquals(Shape.of(7, 6, 5), blueprint.shape("dropout"));
        assertEquals(Shape.of(7), blueprint.shape("mean"));
        assertEquals(
                List.of("a", "b", "concat"),
                blueprint.targets("input").stream().map(Node::id).toList());
        for (String node : List.of("add", "concat", "dropout", "mean")) {
            assertTrue(blueprint.signed(node), node + " changes no sign");
            assertEquals(0, Census.of(blueprint).row(node).parameters().total());
            assertEquals(0, Census.of(blueprint).row(node).macs());
        }
    }

    @Test
    void branchesThatDoNotMatchAreAProblem() {
        Blueprint.Drawing branches = begin().then("a", new Op.Conv(2, 3, 1, 1)).then("b", new Op.Conv(3, 3, 1, 0));
        assertProblem("blueprint.noMerge", () -> branches.join("c", new Op.Add(), "a"));
        assertProblem("blueprint.noMerge", () -> branches.join("d", new Op.Concat(), "a"));
        assertProblem("blueprint.notEqual", () -> branches.join("e", new Op.Add(), "a", "b"));
        assertProblem("blueprint.notAligned", () -> branches.join("f", new Op.Concat(), "a", "b"));
        branches.then("g", new Op.GlobalPool());
        assertProblem("blueprint.notAligned", () -> branches.join("h", new Op.Concat(), "g", "g"));
        assertProblem("blueprint.notMaps", () -> branches.join("i", new Op.GlobalPool(), "g"));
    }

    @Test
    void aRateThatLeavesNothingIsABug() {
        assertThrows(IllegalArgumentException.class, () -> new Op.Dropout(1));
        assertThrows(IllegalArgumentException.class, () -> new Op.Dropout(-0.1));
        assertThrows(IllegalArgumentException.class, () -> new Op.Dropout(Double.NaN));
        assertEquals(0, new Op.Dropout(0).rate());
    }

    @Test
    void whereBranchesMeetTheSquareAroundAllOfTheirsIsSeen() {
        Blueprint blueprint = Blueprint.draw("branches", Options.of(List.of(), Map.of()), Shape.of(1, 20, 20))
                .then("stem", new Op.Conv(1, 2, 2, 0))
                .join("one", new Op.Conv(1, 1, 1, 0), "stem")
                .join("three", new Op.Conv(1, 3, 1, 1), "stem")
                .join("five", new Op.Conv(1, 5, 1, 2), "stem")
                .join("merge", new Op.Concat(), "one", "three", "five")
                .join("early", new Op.Conv(1, 2, 2, 0), "merge")
                .join("late", new Op.Conv(1, 4, 2, 1), "merge")
                .join("add", new Op.Add(), "late", "early")
                .then("mean", new Op.GlobalPool())
                .then("softmax", new Op.Softmax())
                .done();
        Map<String, ReceptiveField> fields = ReceptiveField.of(blueprint);
        assertEquals(new ReceptiveField(10, 2, -4, false), fields.get("merge"));
        assertEquals(new ReceptiveField(12, 4, -4, false), fields.get("early"));
        assertEquals(new ReceptiveField(16, 4, -6, false), fields.get("add"));
        assertEquals(new ReceptiveField(20, 20, 0, true), fields.get("mean"));
    }

    @Test
    void theSquareReachesFromTheFirstBranchToTheLastEvenIfNoneIsThatWide() {
        Blueprint blueprint = Blueprint.draw("shifted", Options.of(List.of(), Map.of()), Shape.of(1, 20, 20))
                .then("left", new Op.Conv(1, 2, 3, 1))
                .join("right", new Op.Conv(1, 2, 3, 0), "input")
                .join("add", new Op.Add(), "left", "right")
                .then("mean", new Op.GlobalPool())
                .then("softmax", new Op.Softmax())
                .done();
        assertEquals(
                new ReceptiveField(3, 3, -1, false),
                ReceptiveField.of(blueprint).get("add"));
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
