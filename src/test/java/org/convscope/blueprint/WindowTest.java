package org.convscope.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WindowTest {

    record Case(long seed, int length, Axis window) {}

    static Stream<Case> cases() {
        return IntStream.range(0, 200).mapToObj(seed -> {
            Random random = new Random(seed);
            Axis window = new Axis(1 + random.nextInt(11), 1 + random.nextInt(5), random.nextInt(6));
            return new Case(seed, 1 + random.nextInt(64), window);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOutputIsAsLongAsThereArePlacesForTheWindow(Case drawn) {
        Axis window = drawn.window();
        int places = 0;
        for (int start = -window.padding();
                start + window.kernelSize() <= drawn.length() + window.padding();
                start += window.stride()) {
            places++;
        }
        // Where nothing fits, the formula may go below zero; the drawing refuses both.
        assertEquals(places, Math.max(0, window.slide(drawn.length())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReceptiveFieldIsWhatOneCellReachesWalkingBack(Case drawn) {
        Random random = new Random(drawn.seed());
        Blueprint.Drawing drawing = Blueprint.draw("stack", Options.of(List.of(), Map.of()), Shape.of(1, 400, 400));
        Axis[] stack = new Axis[1 + random.nextInt(4)];
        for (int i = 0; i < stack.length; i++) {
            stack[i] = new Axis(1 + random.nextInt(7), 1 + random.nextInt(3), random.nextInt(3));
            drawing.then("conv" + i, new Op.Conv(1, new Window(new Axis(3, 2, 1), stack[i])));
        }
        drawing.then("logits", new Op.Dense(2)).then("softmax", new Op.Softmax());
        int first = 0;
        int last = 0;
        for (int i = stack.length - 1; i >= 0; i--) {
            first = first * stack[i].stride() - stack[i].padding();
            last = last * stack[i].stride() - stack[i].padding() + stack[i].kernelSize() - 1;
        }
        ReceptiveField field = ReceptiveField.of(drawing.done()).get("conv" + (stack.length - 1));
        assertEquals(first, field.horizontal().start());
        assertEquals(last - first + 1, field.horizontal().size());
        // Kernels of three rows that move by two.
        assertEquals((2 << stack.length) - 1, field.vertical().size());
    }

    @Test
    void aWindowWithoutCellsOrStepsIsABug() {
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(3, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(3, 1, -1));
    }
}
