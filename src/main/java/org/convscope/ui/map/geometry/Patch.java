package org.convscope.ui.map.geometry;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.Selection;

/**
 * A square of values that a value depends on.
 *
 * @param first its upper left value; negative where padding hangs over the edge
 * @param size values along its side
 */
public record Patch(Cell first, int size) {

    /** What a value reads in each of its sources; none if it reads all of them, or if no value is chosen. */
    public static Optional<Patch> read(Node node, Selection where) {
        if (!where.hasCell() || node.op().readsWholeMaps() || node.inputs().isEmpty()) {
            return Optional.empty();
        }
        Window window = node.op().window();
        return Optional.of(new Patch(
                new Cell(
                        where.cell().row() * window.stride() - window.padding(),
                        where.cell().column() * window.stride() - window.padding()),
                window.kernelSize()));
    }

    /** What a value sees of the image; none if it sees the whole image, or if no value is chosen. */
    public static Optional<Patch> seen(Blueprint blueprint, Selection where) {
        ReceptiveField field = ReceptiveField.of(blueprint).get(where.node());
        if (!where.hasCell() || field.whole()) {
            return Optional.empty();
        }
        return Optional.of(new Patch(field.startOf(where.cell()), field.size()));
    }

    /** Where it lies in one tile of a column. */
    public Rectangle2D in(Column column, int tile) {
        return column.cells(tile, first, size, size);
    }
}
