package org.convscope.ui.inspect;

import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.ui.kit.Ink;

/** The enlarged map: every value a square of whole pixels, the chosen one framed, all of them to be picked. */
final class MapView extends Region {

    private static final double SMALLEST = 96;

    private final Canvas canvas = new Canvas();
    private final Ink chosen = new Ink("map-chosen", this::paint);
    private final Ink around = new Ink("map-around", this::paint);
    private final Ink pointed = new Ink("map-pointed", this::paint);
    private final ReadOnlyObjectWrapper<Cell> hovered = new ReadOnlyObjectWrapper<>();
    private final BiConsumer<Integer, Integer> pick;
    private MapGrid grid;
    private Cell choice;
    private WritableImage image;
    private double side = SMALLEST;

    /** A picture whose squares are handed to {@code pick}, row and column, when they are clicked. */
    MapView(BiConsumer<Integer, Integer> pick) {
        this.pick = pick;
        getStyleClass().add("inspector-map");
        canvas.setManaged(false);
        getChildren().addAll(chosen, around, pointed, canvas);
        setFocusTraversable(true);
        setOnMouseMoved(this::hover);
        setOnMouseDragged(this::hover);
        setOnMouseExited(event -> hovered.set(null));
        setOnMousePressed(event -> {
            requestFocus();
            // Or the scroll pane around it would take the focus for itself.
            event.consume();
        });
        setOnMouseClicked(this::click);
        hovered.addListener((cell, before, now) -> paint());
    }

    /** The square under the mouse, or {@code null}. */
    ReadOnlyObjectProperty<Cell> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** Gives the picture about this much room; it takes as much of it as whole pixels a square allow. */
    void setRoom(double pixels) {
        side = Math.max(SMALLEST, pixels);
        fit();
    }

    /** Shows squares, one of them framed; none for {@code null}. */
    void show(MapGrid squares, Cell framed, Surface surface) {
        boolean isNewSize =
                grid == null || squares == null || grid.columns() != squares.columns() || grid.rows() != squares.rows();
        grid = squares;
        choice = framed;
        if (grid != null) {
            if (isNewSize || image == null) {
                image = new WritableImage(grid.columns(), grid.rows());
            }
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            grid.columns(),
                            grid.rows(),
                            PixelFormat.getIntArgbInstance(),
                            grid.pixels(surface),
                            0,
                            grid.columns());
        }
        if (isNewSize) {
            hovered.set(null);
            fit();
        }
        paint();
    }

    /** Frames another square of the same picture. */
    void frame(Cell framed) {
        choice = framed;
        paint();
    }

    private double square() {
        if (grid == null) {
            return 1;
        }
        double exact = side / Math.max(grid.rows(), grid.columns());
        return exact < 1 ? exact : Math.floor(exact);
    }

    private void fit() {
        double width = grid == null ? side : square() * grid.columns();
        double height = grid == null ? side : square() * grid.rows();
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        canvas.setWidth(width);
        canvas.setHeight(height);
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (grid == null) {
            return;
        }
        g.setImageSmoothing(false);
        g.drawImage(image, 0, 0, canvas.getWidth(), canvas.getHeight());
        Cell under = hovered.get();
        if (under != null) {
            frame(g, pointed, under, 0);
        }
        if (choice != null && grid.has(choice.row(), choice.column())) {
            frame(g, around, choice, 0);
            frame(g, chosen, choice, 2);
        }
    }

    /** Draws around a square, but never beyond the picture. */
    private void frame(GraphicsContext g, Ink ink, Cell cell, double outwards) {
        ink.dip(g);
        double half = g.getLineWidth() / 2;
        double size = square();
        double left = Math.max(half, cell.column() * size + half - outwards);
        double top = Math.max(half, cell.row() * size + half - outwards);
        double right = Math.min(canvas.getWidth() - half, (cell.column() + 1) * size - half + outwards);
        double bottom = Math.min(canvas.getHeight() - half, (cell.row() + 1) * size - half + outwards);
        g.strokeRect(left, top, right - left, bottom - top);
    }

    private Cell at(MouseEvent event) {
        int row = (int) Math.floor(event.getY() / square());
        int column = (int) Math.floor(event.getX() / square());
        return grid != null && grid.has(row, column) ? new Cell(row, column) : null;
    }

    private void hover(MouseEvent event) {
        hovered.set(at(event));
    }

    private void click(MouseEvent event) {
        Cell cell = at(event);
        if (cell != null) {
            pick.accept(cell.row(), cell.column());
        }
    }
}
