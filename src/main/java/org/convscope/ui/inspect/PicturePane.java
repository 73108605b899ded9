package org.convscope.ui.inspect;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.inspect.sum.ClassesPane;
import org.convscope.ui.inspect.sum.Softmax;
import org.convscope.ui.inspect.tile.LegendBar;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/**
 * The map, enlarged, with its values' spread and its legend; for logits and softmax the classes in its
 * place. What the mouse rests on is read out, and pointed at in the network, too.
 */
final class PicturePane extends VBox {

    private static final double WIDTH_SHARE = 0.6;
    private static final double HEIGHT_SHARE = 0.3;
    private static final double WIDEST_MAP = 320;

    private final InspectorModel model;
    private final MapView map;
    private final MapStats stats = new MapStats();
    private final HBox enlarged;
    private final Label readout = new Label();
    private final LegendBar legend = new LegendBar();
    private final Label scope = new Label();
    private final VBox colors = new VBox(legend, scope);
    private final ClassesPane classes;

    /**
     * A pane of the model's map.
     *
     * @param pointedClass the class under the mouse, here or elsewhere; −1 for none
     */
    PicturePane(InspectorModel model, IntegerProperty pointedClass) {
        this.model = model;
        map = new MapView(this::pick);
        enlarged = new HBox(map, stats);
        classes = new ClassesPane(pointedClass, model::pickChannel);
        getStyleClass().add("picture-pane");
        enlarged.getStyleClass().add("picture");
        HBox.setHgrow(stats, Priority.ALWAYS);
        map.setId("inspector-map");
        map.setOnKeyPressed(this::onKey);
        map.accessibleHelpProperty().bind(Texts.of("inspect.map.keys"));
        readout.getStyleClass().addAll("readout", Styles.ARITHMETIC);
        readout.setId("inspector-readout");
        map.accessibleTextProperty().bind(readout.textProperty());
        scope.getStyleClass().addAll(Styles.MUTED, "legend-number");
        getChildren().addAll(enlarged, classes, readout, colors);
        map.hoveredProperty().addListener((cell, before, now) -> point(now));
        stats.pointedProperty().addListener(changed -> read());
        pointedClass.addListener((index, before, now) -> pointAtClass(now.intValue()));
    }

    /** Takes so much of a panel of this size that there is room below. */
    void fit(double width, double height) {
        map.setRoom(Math.min(WIDEST_MAP, Math.min(WIDTH_SHARE * width, HEIGHT_SHARE * height)));
    }

    /** Shows what is inspected, on a surface and in the reader's language. */
    void show(Inspected inspected, List<String> classNames, Surface surface) {
        boolean isOfClasses = inspected.place().isOfClasses();
        Visibility.see(enlarged, !isOfClasses);
        Visibility.see(readout, !isOfClasses);
        Visibility.see(colors, !isOfClasses);
        Visibility.see(classes, isOfClasses);
        if (isOfClasses) {
            showClasses(inspected.place(), classNames);
        } else {
            inspected.grid().ifPresent(grid -> showMap(inspected.place(), grid, surface));
        }
        read();
    }

    private void showMap(Place place, MapGrid grid, Surface surface) {
        map.show(grid, chosen(place, grid), surface);
        stats.show(
                grid.isMap()
                        ? grid.mosaic().plane(place.channel()).stats()
                        : grid.mosaic().values().stats());
        legend.show(grid.mosaic().scale(place.channel()), surface);
        scope.setText(Texts.get(
                "inspect.scope." + model.explore().scopeProperty().get().name().toLowerCase(Locale.ROOT)));
    }

    private void showClasses(Place place, List<String> classNames) {
        String last = place.blueprint().last().id();
        Mosaic logits = model.mapsOf(place.blueprint().source(last).id());
        Mosaic probabilities = model.mapsOf(last);
        if (logits != null && probabilities != null) {
            classes.show(Softmax.of(logits.values(), probabilities.values()), classNames, place.channel());
        }
    }

    private static Cell chosen(Place place, MapGrid grid) {
        return grid.isMap() ? place.cell() : grid.square(place.channel());
    }

    /** Writes what is pointed at, or else the chosen square. */
    private void read() {
        Inspected inspected = model.inspectedProperty().get();
        if (inspected == null || inspected.grid().isEmpty()) {
            readout.setText("");
            return;
        }
        if (!stats.pointedProperty().get().isEmpty()) {
            readout.setText(stats.pointedProperty().get());
            return;
        }
        MapGrid grid = inspected.grid().get();
        Cell under = map.hoveredProperty().get();
        Cell at = under == null ? chosen(inspected.place(), grid) : under;
        if (grid.has(at.row(), at.column())) {
            String where = grid.isMap() ? at.toString() : Texts.get("inspect.unit", grid.unit(at.row(), at.column()));
            readout.setText(where + " = " + Numbers.text(grid.value(at.row(), at.column())));
        }
    }

    private void point(Cell square) {
        read();
        Inspected inspected = model.inspectedProperty().get();
        Selection pointed = null;
        if (inspected != null && square != null && inspected.grid().isPresent()) {
            Place place = inspected.place();
            MapGrid grid = inspected.grid().get();
            pointed = grid.isMap()
                    ? new Selection(place.node(), place.channel(), square)
                    : Selection.of(place.node(), grid.unit(square.row(), square.column()));
        }
        model.explore().hoveredProperty().set(pointed);
    }

    private void pointAtClass(int index) {
        Place place = model.place();
        model.explore().hoveredProperty().set(place == null || index < 0 ? null : Selection.of(place.node(), index));
    }

    private void pick(int row, int column) {
        Inspected inspected = model.inspectedProperty().get();
        inspected.grid().ifPresent(grid -> {
            if (grid.isMap()) {
                model.pick(row, column);
            } else {
                model.pickChannel(grid.unit(row, column));
            }
        });
    }

    private void onKey(KeyEvent event) {
        boolean isUsed =
                switch (event.getCode()) {
                    case UP -> move(-1, 0);
                    case DOWN -> move(1, 0);
                    case LEFT -> move(0, -1);
                    case RIGHT -> move(0, 1);
                    case ESCAPE -> model.leaveCell();
                    default -> false;
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean move(int rows, int columns) {
        Inspected inspected = model.inspectedProperty().get();
        if (inspected == null || inspected.grid().isEmpty()) {
            return false;
        }
        MapGrid grid = inspected.grid().get();
        if (grid.isMap()) {
            model.move(rows, columns);
        } else {
            model.pickChannel(inspected.place().channel() + rows * grid.columns() + columns);
        }
        return true;
    }
}
