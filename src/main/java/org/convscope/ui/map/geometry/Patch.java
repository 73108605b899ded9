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
 * A rectangle of values that a value depends on; nearly always a square.
 *
 * @param first its upper left value; negative where padding hangs over the edge
 * @param height its rows
 * @param width its columns
 */
public record Patch(Cell first, int height, int width) {

    /** What a value reads in each of its sources; none if it reads all of them, or if no value is chosen. */
    public static Optional<Patch> read(Node node, Selection where) {
        if (!where.hasCell() || node.op().readsWholeMaps() || node.inputs().isEmpty()) {
            return Optional.empty();
        }
        Window window = node.op().window();
        return Optional.of(new Patch(
                new Cell(
                        window.vertical().first(where.cell().row()),
                        window.horizontal().first(where.cell().column())),
                window.height(),
                window.width()));
    }

    /** What a value sees of the image; none if it sees the whole image, or if no value is chosen. */
    public static Optional<Patch> seen(Blueprint blueprint, Selection where) {
        ReceptiveField field = ReceptiveField.of(blueprint).get(where.node());
        if (!where.hasCell() || field.whole()) {
            return Optional.empty();
        }
        return Optional.of(new Patch(
                field.startOf(where.cell()),
                field.vertical().size(),
                field.horizontal().size()));
    }

    /** Where it lies in one tile of a column. */
    public Rectangle2D in(Column column, int tile) {
        return column.cells(tile, first, height, width);
    }
}
