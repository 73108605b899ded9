package org.convscope.blueprint;

import java.util.HashMap;
import java.util.Map;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;

/**
 * Which rectangle of input pixels can influence one value of a node; a square where all windows are.
 *
 * <p>Walking from the input: {@code size += (kernel − 1)·jump; start −= padding·jump; jump *= stride}.
 * LeNet: conv1 5, pool1 6, conv2 14, pool2 16. Where branches meet, the rectangle around all of theirs counts:
 * their jumps are equal there, since their maps are. Branches of 1×1, 3×3 and 5×5 that pad to keep the size: 5.
 *
 * @param vertical its rows
 * @param horizontal its columns
 * @param whole whether every value sees the whole image, as behind a dense layer or a global pool
 */
public record ReceptiveField(Extent vertical, Extent horizontal, boolean whole) {

    /** A pixel of the input sees itself. */
    static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 0, false);

    /**
     * What is seen along one axis.
     *
     * @param size length in input pixels
     * @param jump input pixels from one cell's to the next cell's
     * @param start where the first cell's begins; negative where padding hangs over the edge
     */
    public record Extent(int size, int jump, int start) {

        private Extent through(Axis axis) {
            return new Extent(
                    size + (axis.kernelSize() - 1) * jump, jump * axis.stride(), start - axis.padding() * jump);
        }

        private Extent around(Extent other) {
            int first = Math.min(start, other.start);
            int end = Math.max(start + size, other.start + other.size);
            return new Extent(end - first, Math.max(jump, other.jump), first);
        }
    }

    /** A square. */
    ReceptiveField(int size, int jump, int start, boolean whole) {
        this(new Extent(size, jump, start), new Extent(size, jump, start), whole);
    }

    /** The receptive field of every node of a blueprint. */
    public static Map<String, ReceptiveField> of(Blueprint blueprint) {
        Map<String, ReceptiveField> fields = new HashMap<>();
        for (Node node : blueprint.nodes()) {
            ReceptiveField read = node.inputs().stream()
                    .map(fields::get)
                    .reduce(ReceptiveField::around)
                    .orElse(PIXEL);
            fields.put(node.id(), read.through(node.op(), blueprint.input()));
        }
        return Map.copyOf(fields);
    }

    /** Row and column of the upper left pixel that a cell sees; may be negative. */
    public Cell startOf(Cell cell) {
        return whole
                ? new Cell(0, 0)
                : new Cell(
                        vertical.start + cell.row() * vertical.jump,
                        horizontal.start + cell.column() * horizontal.jump);
    }

    /** Its longer side, in input pixels. */
    public int size() {
        return Math.max(vertical.size, horizontal.size);
    }

    private ReceptiveField around(ReceptiveField other) {
        if (whole || other.whole) {
            return whole ? this : other;
        }
        return new ReceptiveField(vertical.around(other.vertical), horizontal.around(other.horizontal), false);
    }

    private ReceptiveField through(Op op, Shape image) {
        if (whole || op.readsWholeMaps()) {
            return new ReceptiveField(
                    new Extent(image.height(), image.height(), 0), new Extent(image.width(), image.width(), 0), true);
        }
        return new ReceptiveField(
                vertical.through(op.window().vertical()),
                horizontal.through(op.window().horizontal()),
                false);
    }
}
