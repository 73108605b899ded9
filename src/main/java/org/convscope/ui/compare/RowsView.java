package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.convscope.lens.Overview;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.paint.Lighting;

/** The runs under each other, with what the mouse does to them: joins rows, the wall of their maps, and scroll bars. */
final class RowsView extends Region {

    private final CompareModel model;
    private final Ink frame = new Ink("compare-frame", this::order);
    private final Pane maps = new Pane();
    private final Wall wall;
    private final Group texts = new Group();
    private final Group rings = new Group();
    private final Rectangle window = new Rectangle();
    private final Rectangle edge = new Rectangle();
    private final RowBars bars = new RowBars(this::scrolled);
    private final List<Row> rows = new ArrayList<>();
    private List<Overview> painted = List.of();
    private Scales scales;
    private Slots slots = new Slots(List.of());
    private CompareLayout layout;

    RowsView(CompareModel model, Pulse pulse) {
        this.model = model;
        this.wall = new Wall(pulse, this::caption);
        setId("compare-rows");
        getStyleClass().add("compare-rows");
        // Rows that are scrolled out would else be seen over what stands below.
        setClip(edge);
        maps.setClip(window);
        maps.setMinSize(0, 0);
        maps.setPickOnBounds(true);
        for (Group group : List.of(wall, texts, rings)) {
            group.setManaged(false);
            group.setMouseTransparent(true);
            group.setAutoSizeChildren(false);
        }
        maps.getChildren().addAll(wall, texts, rings);
        model.sidesProperty().addListener(changed -> build());
        model.gaze().selectionProperty().addListener(changed -> ring());
        model.gaze().hoveredProperty().addListener(changed -> ring());
        model.sharedScalesProperty().addListener(changed -> order());
        model.matching().pairingsProperty().addListener(changed -> order());
        model.differencesProperty().addListener(changed -> build());
        model.explore().surfaceProperty().addListener(changed -> order());
        model.revisionProperty().addListener(changed -> follow());
        maps.setOnMouseMoved(event -> model.gaze().hoveredProperty().set(spotAt(event)));
        maps.setOnMouseExited(event -> model.gaze().hoveredProperty().set(null));
        maps.setOnMousePressed(this::select);
        addEventHandler(ScrollEvent.SCROLL, bars::scroll);
        build();
    }

    /** Where everything lies, or {@code null} before it was seen. */
    CompareLayout geometry() {
        return layout;
    }

    /** Writes anew what says how the runs fare. */
    void refresh() {
        rows.forEach(Row::refresh);
        caption();
    }

    private void build() {
        rows.clear();
        texts.getChildren().clear();
        rings.getChildren().clear();
        wall.empty();
        painted = List.of();
        getChildren().setAll(frame, maps);
        getChildren().addAll(bars.both());
        slots = model.differencesProperty().get()
                ? model.slotsProperty().get().withDifferences()
                : model.slotsProperty().get();
        int runs = model.sidesProperty().get().size();
        for (int run = 0; run < runs; run++) {
            add(Row.of(model, run, slots));
        }
        for (int run = 1; model.differencesProperty().get() && run < runs; run++) {
            add(Row.ofDifference(runs + run - 1, run, slots));
        }
        layout = null;
        requestLayout();
        refresh();
    }

    private void add(Row row) {
        rows.add(row);
        getChildren().addAll(row.parts());
        texts.getChildren().addAll(row.texts());
        rings.getChildren().addAll(row.rings());
    }

    @Override
    protected void layoutChildren() {
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
        if (rows.isEmpty()) {
            return;
        }
        bars.fit(getWidth(), getHeight(), this::layOut);
        place();
        ring();
        model.gaze().inSightProperty().set(bars.inSight());
        order();
    }

    private CompareLayout layOut(double width, double height) {
        layout = CompareLayout.of(width, height, rows.size(), slots, RowsView::headingWidth);
        return layout;
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

    private void place() {
        double left = layout.mapsLeft();
        maps.resizeRelocate(left, 0, layout.mapsRight() - left, bars.heightOf(getHeight()));
        window.setWidth(maps.getWidth());
        window.setHeight(maps.getHeight());
        for (Group group : List.of(wall, texts, rings)) {
            group.setTranslateX(-bars.x());
            group.setTranslateY(-bars.y());
        }
        rows.forEach(row -> row.place(layout, bars.widthOf(getWidth()), bars.y()));
    }

    private void scrolled() {
        requestLayout();
        order();
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
            rows.forEach(Row::refreshOutput);
        }
    }

    private void order() {
        if (layout == null || getScene() == null || maps.getWidth() < 1 || !(frame.getFill() instanceof Color edge)) {
            return;
        }
        double density =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX();
        scales = model.scales();
        Rectangle2D view = new Rectangle2D(bars.x(), bars.y(), maps.getWidth(), Math.max(1, maps.getHeight()));
        wall.order(
                layout,
                scales,
                view,
                new Lighting(density, model.explore().surfaceProperty().get(), argb(edge), 0));
    }

    private void caption() {
        if (layout != null && scales != null) {
            rows.forEach(row -> row.caption(layout, scales));
        }
    }

    private void ring() {
        rows.forEach(row -> row.ring(
                layout,
                model.gaze().hoveredProperty().get(),
                model.gaze().selectionProperty().get()));
    }

    private void select(MouseEvent event) {
        model.gaze().selectionProperty().set(spotAt(event));
        getParent().requestFocus();
    }

    private Spot spotAt(MouseEvent event) {
        return layout == null
                ? null
                : layout.spotAt(event.getX() + bars.x(), event.getY() + bars.y())
                        .orElse(null);
    }

    /** Brings a slot into sight. */
    void reveal(int slot) {
        if (layout != null) {
            bars.reveal(slot);
        }
    }

    private static int argb(Color color) {
        return (int) Math.round(color.getOpacity() * 255) << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
