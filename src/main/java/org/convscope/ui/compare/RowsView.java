package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Overview;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.Painting;
import org.convscope.ui.map.PictureView;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.paint.Lighting;
import org.convscope.ui.map.paint.Picture;
import org.convscope.ui.map.paint.Sheet;

/**
 * The runs under each other. Maps are painted in the background, all rows at once, and hung when they are done; what
 * stands around them is written when it changes.
 */
final class RowsView extends Region {

    private static final double BAR = 10;
    private static final double EDGE = 5;

    /** Columns in which a caption has no room for words. */
    private static final double NARROW = 60;

    private static final double HEADING_TEXT = 18;

    private final CompareModel model;
    private final Painting painting;
    private final Ink frame = new Ink("compare-frame", this::order);
    private final Pane maps = new Pane();
    private final Group wall = new Group();
    private final Group texts = new Group();
    private final Group rings = new Group();
    private final Rectangle window = new Rectangle();
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final List<RowParts> rows = new ArrayList<>();
    private final Map<String, PictureView> views = new HashMap<>();
    private final Map<String, Hung> hung = new HashMap<>();
    private List<Overview> painted = List.of();
    private Scales scales;
    private Slots slots = new Slots(List.of());
    private CompareLayout layout;

    /** What belongs to one run, but for its maps. */
    private record RowParts(
            Region edge,
            Region line,
            Region head,
            Region output,
            List<Label> headings,
            List<Label> captions,
            Rectangle hovered,
            Rectangle selected) {}

    /** A sheet that was ordered: the same values in the same place are not laid out again. */
    private record Hung(Column column, Sheet.Maps sheet) {}

    RowsView(CompareModel model, Pulse pulse) {
        this.model = model;
        this.painting = new Painting(pulse, this::show);
        setId("compare-rows");
        getStyleClass().add("compare-rows");
        maps.setClip(window);
        maps.setMinSize(0, 0);
        maps.setPickOnBounds(true);
        for (Group group : List.of(wall, texts, rings)) {
            group.setManaged(false);
            group.setMouseTransparent(true);
            group.setAutoSizeChildren(false);
        }
        maps.getChildren().addAll(wall, texts, rings);
        down.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : List.of(across, down)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(moved -> {
                requestLayout();
                order();
            });
        }
        model.sidesProperty().addListener(changed -> build());
        model.selectionProperty().addListener(changed -> ring());
        model.hoveredProperty().addListener(changed -> ring());
        model.sharedScalesProperty().addListener(changed -> order());
        model.pairingsProperty().addListener(changed -> order());
        model.differencesProperty().addListener(changed -> build());
        model.explore().surfaceProperty().addListener(changed -> order());
        model.revisionProperty().addListener(changed -> follow());
        maps.setOnMouseMoved(event -> model.hoveredProperty().set(spotAt(event)));
        maps.setOnMouseExited(event -> model.hoveredProperty().set(null));
        maps.setOnMousePressed(this::select);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        build();
    }

    /** Where everything lies, or {@code null} before it was seen. */
    CompareLayout geometry() {
        return layout;
    }

    /** Writes anew what says how the runs fare. */
    void refresh() {
        rows.forEach(row -> {
            if (row.head instanceof HeadView head) {
                head.refresh();
            }
        });
        caption();
    }

    private void build() {
        rows.clear();
        texts.getChildren().clear();
        rings.getChildren().clear();
        wall.getChildren().clear();
        views.clear();
        hung.clear();
        painted = List.of();
        getChildren().setAll(frame, maps, across, down);
        slots = model.differencesProperty().get()
                ? model.slotsProperty().get().withDifferences()
                : model.slotsProperty().get();
        List<Side> sides = model.sidesProperty().get();
        for (int i = 0; i < sides.size(); i++) {
            add(i, i, new HeadView(model, sides.get(i), i), new OutputView(model, sides.get(i), i));
        }
        for (int i = 1; model.differencesProperty().get() && i < sides.size(); i++) {
            add(sides.size() + i - 1, i, differenceHead(i), new Region());
        }
        layout = null;
        requestLayout();
        refresh();
    }

    /** Adds a row in the colour of a run: its own, or what the first has more than it. */
    private void add(int row, int run, Region head, Region output) {
        Region edge = new Region();
        edge.getStyleClass().add("compare-edge");
        Letters.mark(edge, run);
        Region line = new Region();
        line.getStyleClass().add("compare-line");
        List<Label> headings = new ArrayList<>();
        List<Label> captions = new ArrayList<>();
        for (Slots.Slot slot : slots.slots()) {
            headings.add(label(slot.nodes().get(row).orElse(""), "compare-heading"));
            captions.add(label("", "compare-caption"));
        }
        RowParts parts = new RowParts(
                edge,
                line,
                head,
                output,
                headings,
                captions,
                ring("compare-hovered", run),
                ring("compare-selected", run));
        rows.add(parts);
        getChildren().addAll(edge, line, head, output);
        texts.getChildren().addAll(headings);
        texts.getChildren().addAll(captions);
        rings.getChildren().addAll(parts.hovered, parts.selected);
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

    private static Rectangle ring(String style, int row) {
        Rectangle ring = new Rectangle();
        ring.getStyleClass().add(style);
        Letters.mark(ring, row);
        ring.setManaged(false);
        ring.setVisible(false);
        return ring;
    }

    @Override
    protected void layoutChildren() {
        if (rows.isEmpty()) {
            return;
        }
        double width = getWidth();
        double height = getHeight();
        layout = layout(width, height);
        boolean isWide = layout.hidden() > 0;
        if (isWide) {
            layout = layout(width, height - BAR);
        }
        boolean isHigh = layout.height() > height - (isWide ? BAR : 0) + 1;
        if (isHigh) {
            layout = layout(width - BAR, height - (isWide ? BAR : 0));
        }
        double seen = height - (isWide ? BAR : 0);
        bar(across, isWide, layout.hidden(), layout.mapsRight() - layout.mapsLeft());
        across.resizeRelocate(layout.mapsLeft(), height - BAR, layout.mapsRight() - layout.mapsLeft(), BAR);
        bar(down, isHigh, Math.max(0, layout.height() - seen), seen);
        down.resizeRelocate(width - BAR, 0, BAR, height);
        place(isHigh ? width - BAR : width);
        ring();
        model.inSightProperty().set(inSight());
        order();
    }

    private CompareLayout layout(double width, double height) {
        return CompareLayout.of(width, height, rows.size(), slots, RowsView::headingWidth);
    }

    private static double headingWidth(Slots.Slot slot) {
        return slot.nodes().stream()
                .flatMap(Optional::stream)
                .mapToDouble(id -> {
                    Text text = new Text(id);
                    text.setFont(Font.font(text.getFont().getFamily(), FontWeight.BOLD, 13));
                    return text.getLayoutBounds().getWidth();
                })
                .max()
                .orElse(0);
    }

    private static void bar(ScrollBar bar, boolean isNeeded, double hidden, double seen) {
        bar.setVisible(isNeeded);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * Math.min(1, seen / Math.max(1, seen + hidden)));
        bar.setUnitIncrement(60);
        bar.setBlockIncrement(seen);
        bar.setValue(Math.min(bar.getValue(), hidden));
    }

    private void place(double width) {
        double left = layout.mapsLeft();
        double high = layout.rowHeight();
        maps.resizeRelocate(left, 0, layout.mapsRight() - left, getHeight() - (across.isVisible() ? BAR : 0));
        window.setWidth(maps.getWidth());
        window.setHeight(maps.getHeight());
        for (Group group : List.of(wall, texts, rings)) {
            group.setTranslateX(-across.getValue());
            group.setTranslateY(-down.getValue());
        }
        for (int i = 0; i < rows.size(); i++) {
            RowParts row = rows.get(i);
            double top = i * high - down.getValue();
            row.edge.resizeRelocate(0, top, EDGE, high);
            row.line.resizeRelocate(0, top + high - 1, width, 1);
            row.head.resizeRelocate(EDGE, top, left - EDGE, high - 1);
            row.output.resizeRelocate(layout.mapsRight() + 8, top, width - layout.mapsRight() - 8, high - 1);
            for (int slot = 0; slot < row.headings.size(); slot++) {
                CompareLayout.Span span = layout.columns().get(slot);
                // Captions may hang over into the gap behind their column.
                row.headings.get(slot).resizeRelocate(span.left(), i * high + 8, span.width() + 12, HEADING_TEXT);
                row.captions
                        .get(slot)
                        .resizeRelocate(
                                span.left(),
                                (i + 1) * high - CompareLayout.CAPTION + 2,
                                span.width() + 12,
                                CompareLayout.CAPTION - 4);
            }
        }
    }

    /** Paints anew if a picture came that is not painted yet. */
    private void follow() {
        List<Overview> now = new ArrayList<>();
        model.sidesProperty()
                .get()
                .forEach(side -> now.add(side.overviewProperty().get()));
        if (!now.equals(painted)) {
            painted = now;
            order();
            rows.forEach(row -> {
                if (row.output instanceof OutputView output) {
                    output.refresh();
                }
            });
        }
    }

    private Set<Integer> inSight() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            CompareLayout.Span span = layout.columns().get(i);
            double from = across.getValue();
            if (span.right() > from && span.left() < from + layout.mapsRight() - layout.mapsLeft()) {
                seen.add(i);
            }
        }
        return seen;
    }

    private void order() {
        if (layout == null || getScene() == null || maps.getWidth() < 1 || !(frame.getFill() instanceof Color edge)) {
            return;
        }
        double density =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        scales = model.scales();
        List<Sheet> sheets = new ArrayList<>();
        Map<String, Hung> hanging = new HashMap<>();
        for (int row = 0; row < layout.places().size(); row++) {
            for (int slot = 0; slot < layout.columns().size(); slot++) {
                String key = row + "/" + slot;
                Optional<Column> place = layout.places().get(row).get(slot);
                Optional<Mosaic> mosaic = scales.mosaic(row, slot);
                if (place.isPresent()
                        && mosaic.isPresent()
                        && mosaic.get().planes() == place.get().count()) {
                    Hung now = hung(key, place.get(), mosaic.get());
                    hanging.put(key, now);
                    sheets.add(now.sheet);
                }
            }
        }
        hung.clear();
        hung.putAll(hanging);
        Rectangle2D view =
                new Rectangle2D(across.getValue(), down.getValue(), maps.getWidth(), Math.max(1, maps.getHeight()));
        painting.order(
                sheets,
                view,
                new Lighting(density, model.explore().surfaceProperty().get(), argb(edge), 0));
    }

    private Hung hung(String key, Column place, Mosaic mosaic) {
        Hung before = hung.get(key);
        if (before == null || !before.column.equals(place)) {
            return new Hung(place, new Sheet.Maps(key, mosaic, place.tiles(), place.frames(), place.isOfCurves()));
        }
        return before.sheet.mosaic().equals(mosaic)
                ? before
                : new Hung(
                        place,
                        new Sheet.Maps(key, mosaic, before.sheet.tiles(), before.sheet.frames(), place.isOfCurves()));
    }

    private void show(List<Picture> pictures) {
        Set<String> shown = new HashSet<>();
        for (Picture picture : pictures) {
            String key = picture.sheet().key();
            PictureView view = views.computeIfAbsent(key, unseen -> {
                PictureView made = new PictureView();
                wall.getChildren().add(made);
                return made;
            });
            view.show(picture);
            view.place(1, picture.scale());
            view.setVisible(true);
            shown.add(key);
        }
        views.forEach((key, view) -> view.setVisible(shown.contains(key)));
        caption();
    }

    /** Below each column the range of its colours, and what its values are like. */
    private void caption() {
        if (layout == null || scales == null) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int slot = 0; slot < rows.get(i).captions.size(); slot++) {
                rows.get(i)
                        .captions
                        .get(slot)
                        .setText(scales.caption(
                                i, slot, layout.columns().get(slot).width() < NARROW));
            }
        }
    }

    private void ring() {
        for (int i = 0; i < rows.size(); i++) {
            frame(rows.get(i).hovered, i, model.hoveredProperty().get());
            frame(rows.get(i).selected, i, model.selectionProperty().get());
        }
    }

    private void frame(Rectangle ring, int row, Spot spot) {
        Optional<Column> place = spot == null || layout == null
                ? Optional.empty()
                : layout.places().get(row).get(spot.slot());
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

    private void select(MouseEvent event) {
        Spot spot = spotAt(event);
        model.selectionProperty().set(spot);
        getParent().requestFocus();
    }

    private Spot spotAt(MouseEvent event) {
        if (layout == null) {
            return null;
        }
        double x = event.getX() + across.getValue();
        double y = event.getY() + down.getValue();
        int row = (int) (y / layout.rowHeight());
        OptionalInt slot = layout.slotAt(x);
        if (slot.isEmpty() || row < 0 || row >= rows.size()) {
            return null;
        }
        Optional<Column> place = layout.places().get(row).get(slot.getAsInt());
        OptionalInt tile = place.map(column -> column.tileAt(x, y)).orElse(OptionalInt.empty());
        return tile.isEmpty()
                ? null
                : new Spot(slot.getAsInt(), tile.getAsInt(), place.get().cellAt(tile.getAsInt(), x, y));
    }

    /** Brings a slot into sight. */
    void reveal(int slot) {
        if (layout != null && slot < layout.columns().size()) {
            CompareLayout.Span span = layout.columns().get(slot);
            double room = layout.mapsRight() - layout.mapsLeft();
            double most = Math.min(across.getValue(), span.left() - 8);
            across.setValue(Math.min(across.getMax(), Math.max(0, Math.max(most, span.right() + 8 - room))));
        }
    }

    private void scroll(ScrollEvent event) {
        boolean isAcross = event.isShiftDown() || !down.isVisible() || event.getDeltaX() != 0;
        ScrollBar bar = isAcross && across.isVisible() ? across : down;
        double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - delta)));
        event.consume();
    }

    private static int argb(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
