package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.geometry.Column;

/** What stands around the maps of one row: its head and its output, the words of its columns, and two rings. */
final class Row {

    private static final double EDGE = 5;
    private static final double HEADING_TEXT = 18;

    /** Columns in which a caption has no room for words. */
    private static final double NARROW = 60;

    private final int index;
    private final Region edge = new Region();
    private final Region line = new Region();
    private final Region head;
    private final Region output;
    private final List<Label> headings = new ArrayList<>();
    private final List<Label> captions = new ArrayList<>();
    private final Rectangle hovered;
    private final Rectangle selected;

    /** A row in the colour of a run. */
    private Row(int index, int run, Slots slots, Region head, Region output) {
        this.index = index;
        this.head = head;
        this.output = output;
        edge.getStyleClass().add("compare-edge");
        Letters.mark(edge, run);
        line.getStyleClass().add("compare-line");
        for (Slots.Slot slot : slots.slots()) {
            headings.add(label(slot.nodes().get(index).orElse(""), "compare-heading"));
            captions.add(label("", "compare-caption"));
        }
        hovered = ring("compare-hovered", run);
        selected = ring("compare-selected", run);
    }

    /** The row of a run. */
    static Row of(CompareModel model, int run, Slots slots) {
        Side side = model.sidesProperty().get().get(run);
        return new Row(run, run, slots, new HeadView(model, side, run), new OutputView(model, side, run));
    }

    /** The row of what the first run has more than another. */
    static Row ofDifference(int index, int run, Slots slots) {
        return new Row(index, run, slots, differenceHead(run), new Region());
    }

    /** What stands still when the columns are scrolled. */
    List<Region> parts() {
        return List.of(edge, line, head, output);
    }

    /** What stands above and below the columns. */
    List<Label> texts() {
        List<Label> all = new ArrayList<>(headings);
        all.addAll(captions);
        return all;
    }

    /** What goes around the map that is pointed at, and around the selected one. */
    List<Rectangle> rings() {
        return List.of(hovered, selected);
    }

    /** Writes anew how the run fares. */
    void refresh() {
        if (head instanceof HeadView view) {
            view.refresh();
        }
    }

    /** Writes anew what the network says of the image. */
    void refreshOutput() {
        if (output instanceof OutputView view) {
            view.refresh();
        }
    }

    /** Puts all in its place, the rows being scrolled down by {@code scrolled}. */
    void place(CompareLayout layout, double width, double scrolled) {
        double left = layout.mapsLeft();
        double high = layout.rowHeight();
        double top = index * high - scrolled;
        edge.resizeRelocate(0, top, EDGE, high);
        line.resizeRelocate(0, top + high - 1, width, 1);
        head.resizeRelocate(EDGE, top, left - EDGE, high - 1);
        output.resizeRelocate(layout.mapsRight() + 8, top, width - layout.mapsRight() - 8, high - 1);
        for (int slot = 0; slot < headings.size(); slot++) {
            CompareLayout.Span span = layout.columns().get(slot);
            // Captions may hang over into the gap behind their column.
            double wide = span.width() + 12;
            headings.get(slot).resizeRelocate(span.left(), index * high + 8, wide, HEADING_TEXT);
            captions.get(slot)
                    .resizeRelocate(
                            span.left(),
                            (index + 1) * high - CompareLayout.CAPTION + 2,
                            wide,
                            CompareLayout.CAPTION - 4);
        }
    }

    /** Below each column the range of its colours, and what its values are like. */
    void caption(CompareLayout layout, Scales scales) {
        for (int slot = 0; slot < captions.size(); slot++) {
            boolean isNarrow = layout.columns().get(slot).width() < NARROW;
            captions.get(slot).setText(scales.caption(index, slot, isNarrow));
        }
    }

    /** Draws the rings around these maps, or none around {@code null} and where nothing is laid out. */
    void ring(CompareLayout layout, Spot pointed, Spot chosen) {
        frame(hovered, layout, pointed);
        frame(selected, layout, chosen);
    }

    private void frame(Rectangle ring, CompareLayout layout, Spot spot) {
        Optional<Column> place = spot == null || layout == null
                ? Optional.empty()
                : layout.places().get(index).get(spot.slot());
        boolean isSeen = place.isPresent() && spot.channel() < place.get().count();
        ring.setVisible(isSeen);
        if (isSeen) {
            Rectangle2D tile = place.get().tile(spot.channel());
            ring.setX(tile.getMinX() - 1.5);
            ring.setY(tile.getMinY() - 1.5);
            ring.setWidth(tile.getWidth() + 3);
            ring.setHeight(tile.getHeight() + 3);
        }
    }

    private static Region differenceHead(int run) {
        Label name = new Label(Letters.of(0) + " − " + Letters.of(run));
        name.getStyleClass().add("compare-name");
        Label says = new Label();
        says.textProperty().bind(Texts.of("compare.difference", Letters.of(0), Letters.of(run)));
        says.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        says.setWrapText(true);
        VBox head = new VBox(name, says);
        head.getStyleClass().add("compare-head");
        return head;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setManaged(false);
        return label;
    }

    private static Rectangle ring(String style, int run) {
        Rectangle ring = new Rectangle();
        ring.getStyleClass().add(style);
        Letters.mark(ring, run);
        ring.setManaged(false);
        ring.setVisible(false);
        return ring;
    }
}
