package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Texts;

/** The numbers of what is pointed at, in all runs. */
final class ReadoutModel {

    private final CompareModel model;

    ReadoutModel(CompareModel model) {
        this.model = model;
    }

    /** One line: {@code conv2, map 7, row 4, column 6: A 0.1234, B −0.5321}; empty where nothing is pointed at. */
    String text() {
        Spot spot = model.gaze().hoveredProperty().get() != null
                ? model.gaze().hoveredProperty().get()
                : model.gaze().selectionProperty().get();
        if (spot == null || spot.slot() >= model.slotsProperty().get().size()) {
            return "";
        }
        Slots.Slot slot = model.slotsProperty().get().slots().get(spot.slot());
        String node = slot.nodes().stream()
                .flatMap(Optional::stream)
                .distinct()
                .reduce((one, other) -> one + " / " + other)
                .orElse("");
        List<String> values = new ArrayList<>();
        Scales shown = model.scales();
        int runs = model.sidesProperty().get().size();
        int rows = model.differencesProperty().get() ? 2 * runs - 1 : runs;
        boolean isUnit = true;
        for (int row = 0; row < rows; row++) {
            Optional<Mosaic> mosaic = shown.mosaic(row, spot.slot());
            isUnit &= mosaic.map(each -> each.values().shape().rank() < 2).orElse(true);
            String name = row < runs ? Letters.of(row) : Letters.of(0) + "−" + Letters.of(row - runs + 1);
            values.add(name + " " + mosaic.map(each -> value(each, spot)).orElse(Numbers.UNKNOWN));
        }
        String where = isUnit || spot.cell() == null
                ? Texts.get(isUnit ? "compare.unit" : "compare.map", node, spot.channel())
                : Texts.get(
                        "compare.cell",
                        node,
                        spot.channel(),
                        spot.cell().row(),
                        spot.cell().column());
        return where + "    " + String.join("    ", values);
    }

    private static String value(Mosaic mosaic, Spot spot) {
        if (spot.channel() >= mosaic.planes()) {
            return Numbers.UNKNOWN;
        }
        var plane = mosaic.plane(spot.channel());
        int row = spot.cell() == null ? 0 : spot.cell().row();
        int column = spot.cell() == null ? 0 : spot.cell().column();
        boolean isThere = row < plane.height() && column < plane.width();
        return isThere ? Numbers.padded(plane.at(row, column)) : Numbers.UNKNOWN;
    }
}
