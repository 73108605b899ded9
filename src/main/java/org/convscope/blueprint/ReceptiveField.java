package org.convscope.blueprint;

import java.util.HashMap;
import java.util.Map;
import org.convscope.tensor.Cell;

/**
 * Which square of input pixels can influence one value of a node.
 *
 * <p>Walking from the input: {@code size += (kernel − 1)·jump; start −= padding·jump; jump *= stride}.
 * LeNet: conv1 5, pool1 6, conv2 14, pool2 16. Where branches meet, the square around all of theirs counts:
 * their jumps are equal there, since their maps are. Branches of 1×1, 3×3 and 5×5 that pad to keep the size: 5.
 *
 * @param size side of the square in input pixels
 * @param jump input pixels between the squares of neighbouring cells
 * @param start row and column of the first cell's square; negative where padding hangs over the edge
 * @param whole whether every value sees the whole image, as behind a dense layer or a global pool
 */
public record ReceptiveField(int size, int jump, int start, boolean whole) {

    /** A pixel of the input sees itself. */
    static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 0, false);

    /** The receptive field of every node of a blueprint. */
    public static Map<String, ReceptiveField> of(Blueprint blueprint) {
        Map<String, ReceptiveField> fields = new HashMap<>();
        int image = Math.max(blueprint.input().height(), blueprint.input().width());
        for (Node node : blueprint.nodes()) {
            ReceptiveField read = node.inputs().stream()
                    .map(fields::get)
                    .reduce(ReceptiveField::around)
                    .orElse(PIXEL);
            fields.put(node.id(), read.through(node.op(), image));
        }
        return Map.copyOf(fields);
    }

    /** Row and column of the upper left pixel that a cell sees; may be negative. */
    public Cell startOf(Cell cell) {
        return whole ? new Cell(0, 0) : new Cell(start + cell.row() * jump, start + cell.column() * jump);
    }

    private ReceptiveField around(ReceptiveField other) {
        if (whole || other.whole) {
            return whole ? this : other;
        }
        int first = Math.min(start, other.start);
        int end = Math.max(start + size, other.start + other.size);
        return new ReceptiveField(end - first, Math.max(jump, other.jump), first, false);
    }

    private ReceptiveField through(Op op, int image) {
        if (whole || op.readsWholeMaps()) {
            return new ReceptiveField(image, image, 0, true);
        }
        Window window = op.window();
        return new ReceptiveField(
                size + (window.kernelSize() - 1) * jump,
                jump * window.stride(),
                start - window.padding() * jump,
                false);
    }
}
