package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.TileGrid;

/**
 * Where everything of the rows lies. All rows have the same columns, so that what stands under each other can be
 * compared; where the columns need more room than there is, they are scrolled, all rows together.
 *
 * @param rowHeight height of a row
 * @param height height of all rows; more than there is room for where they are many
 * @param mapsLeft where the columns begin, right of what says which run it is
 * @param mapsRight where they end, left of the output
 * @param contentWidth width of all columns; more than {@code mapsRight − mapsLeft} where they are many
 * @param columns where each slot lies, from {@code mapsLeft} on, not scrolled
 * @param places tiles of each row, by slot, from the first row's top
 */
record CompareLayout(
        double rowHeight,
        double height,
        double mapsLeft,
        double mapsRight,
        double contentWidth,
        List<Span> columns,
        List<List<Optional<Column>>> places) {

    /** Height of the heading above the tiles, and of the two lines below them. */
    static final double HEADING = 30;

    static final double CAPTION = 38;

    private static final double LEAST_ROW = 168;
    private static final double WIDE = 1400;
    private static final double LEAST_GAP = 14;
    private static final double MOST_GAP = 44;
    private static final double LARGEST_TILE = 72;
    private static final double SMALLEST_TILE = 22;
    private static final double SCROLLED_TILE = 40;
    private static final double WIDEST_MAPS = 240;

    /** From where to where a slot reaches. */
    record Span(double left, double width) {

        double right() {
            return left + width;
        }
    }

    CompareLayout {
        columns = List.copyOf(columns);
        places = List.copyOf(places);
    }

    /**
     * Lays out rows.
     *
     * @param rows how many
     * @param headingWidth how wide a slot must be for its heading
     */
    static CompareLayout of(
            double width, double height, int rows, Slots slots, ToDoubleFunction<Slots.Slot> headingWidth) {
        double left = width < WIDE ? 190 : 208;
        double right = width - (width < WIDE ? 144 : 176);
        double rowHeight = Math.floor(Math.max(LEAST_ROW, height / Math.max(1, rows)));
        double tiles = rowHeight - HEADING - CAPTION;
        double room = Math.max(0, right - left - 2 * LEAST_GAP);
        double side = side(slots, tiles, room - LEAST_GAP * (slots.size() - 1), headingWidth);
        List<Double> widths = widths(slots, tiles, side, headingWidth);
        double free = slots.size() < 2 ? 0 : (room - sum(widths)) / (slots.size() - 1);
        double gap = Math.floor(Math.max(LEAST_GAP, Math.min(MOST_GAP, free)));
        List<Span> columns = new ArrayList<>();
        double x = LEAST_GAP;
        for (double each : widths) {
            columns.add(new Span(x, each));
            x += each + gap;
        }
        List<List<Optional<Column>>> places = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Optional<Column>> ofRow = new ArrayList<>();
            for (int slot = 0; slot < slots.size(); slot++) {
                ofRow.add(column(slots.slots().get(slot), row, columns.get(slot), rowHeight, side));
            }
            places.add(ofRow);
        }
        double content = slots.size() == 0 ? 0 : x - gap + LEAST_GAP;
        return new CompareLayout(rowHeight, rowHeight * rows, left, right, content, columns, places);
    }

    /** The largest side of a tile with which all columns fit. */
    private static double side(Slots slots, double height, double room, ToDoubleFunction<Slots.Slot> headingWidth) {
        for (double side = LARGEST_TILE; side >= SMALLEST_TILE; side -= 2) {
            if (sum(widths(slots, height, side, headingWidth)) <= room) {
                return side;
            }
        }
        // What is scrolled in any case need not be small.
        return SCROLLED_TILE;
    }

    /** How far the columns can be scrolled. */
    double hidden() {
        return Math.max(0, contentWidth - (mapsRight - mapsLeft));
    }

    /** Which slot a place belongs to, counted from the first column's left; none between them. */
    OptionalInt slotAt(double x) {
        for (int i = 0; i < columns.size(); i++) {
            if (x >= columns.get(i).left && x <= columns.get(i).right()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Which map, and which place of it, lies at a point that is counted from the first row's and column's corner. */
    Optional<Spot> spotAt(double x, double y) {
        int row = (int) (y / rowHeight);
        OptionalInt slot = slotAt(x);
        if (slot.isEmpty() || row < 0 || row >= places.size()) {
            return Optional.empty();
        }
        Optional<Column> place = places.get(row).get(slot.getAsInt());
        OptionalInt tile = place.map(column -> column.tileAt(x, y)).orElse(OptionalInt.empty());
        return tile.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Spot(slot.getAsInt(), tile.getAsInt(), place.get().cellAt(tile.getAsInt(), x, y)));
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> widths(
            Slots slots, double height, double side, ToDoubleFunction<Slots.Slot> headingWidth) {
        return slots.slots().stream()
                .map(slot -> {
                    double widest = slot.shapes().stream()
                            .flatMap(Optional::stream)
                            .mapToDouble(shape -> grid(shape, height, side).width())
                            .max()
                            .orElse(0);
                    return Math.ceil(Math.max(widest, headingWidth.applyAsDouble(slot)));
                })
                .toList();
    }

    private static TileGrid grid(Shape shape, double height, double side) {
        return isOfMaps(shape)
                ? TileGrid.mosaic(shape.channels(), TileGrid.aspect(shape), WIDEST_MAPS, height, side)
                : TileGrid.ofUnits(shape.channels(), height);
    }

    private static boolean isOfMaps(Shape shape) {
        return shape.isMaps() && !(shape.height() == 1 && shape.width() == 1);
    }

    private static Optional<Column> column(Slots.Slot slot, int row, Span span, double rowHeight, double side) {
        if (row >= slot.nodes().size() || slot.nodes().get(row).isEmpty()) {
            return Optional.empty();
        }
        Shape shape = slot.shapes().get(row).orElseThrow();
        Column.Kind kind = isOfMaps(shape) ? Column.Kind.MAPS : Column.Kind.UNITS;
        return Optional.of(new Column(
                slot.nodes().get(row).get(),
                kind,
                grid(shape, rowHeight - HEADING - CAPTION, side),
                shape.height(),
                shape.width(),
                span.left,
                row * rowHeight + HEADING));
    }
}
