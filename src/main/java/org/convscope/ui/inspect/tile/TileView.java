package org.convscope.ui.inspect.tile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.ui.kit.Ink;

/** {@link Tiles}, painted; the value under the mouse is framed in every band at once. */
public final class TileView extends Region {

    private final Canvas canvas = new Canvas();
    private final Ink name = new Ink("tile-name", this::paint);
    private final Ink caption = new Ink("tile-caption", this::paint);
    private final Ink border = new Ink("tile-border", this::paint);
    private final Ink pointed = new Ink("map-pointed", this::paint);
    private final Ink mark = new Ink("map-chosen", this::paint);
    private final Ink around = new Ink("map-around", this::paint);
    private final Ink onLight = new Ink("tile-on-light", this::paint);
    private final Ink onDark = new Ink("tile-on-dark", this::paint);
    private final ReadOnlyObjectWrapper<TileLayout.Spot> hovered = new ReadOnlyObjectWrapper<>();
    private final double tallest;
    private Tiles tiles;
    private TileLayout layout;
    private Surface surface = Surface.LIGHT;

    /** A view that makes its tiles as large as its width and this height allow. */
    public TileView(double tallest) {
        this.tallest = tallest;
        getStyleClass().add("tiles");
        canvas.setManaged(false);
        getChildren().addAll(name, caption, border, pointed, mark, around, onLight, onDark, canvas);
        setOnMouseMoved(event -> hovered.set(
                layout == null ? null : layout.at(event.getX(), event.getY()).orElse(null)));
        setOnMouseExited(event -> hovered.set(null));
        hovered.addListener((spot, before, now) -> paint());
    }

    /** The value under the mouse, or {@code null}. */
    public ReadOnlyObjectProperty<TileLayout.Spot> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** What is shown, or {@code null}. */
    public Tiles tiles() {
        return tiles;
    }

    /** Shows tiles; what the mouse rests on stays if there is still a value. */
    public void show(Tiles wanted, Surface on) {
        boolean sameShape = tiles != null
                && tiles.planes() == wanted.planes()
                && tiles.rows() == wanted.rows()
                && tiles.columns() == wanted.columns()
                && tiles.bands().size() == wanted.bands().size();
        tiles = wanted;
        surface = on;
        if (!sameShape) {
            hovered.set(null);
            layout = null;
            requestLayout();
        }
        paint();
    }

    @Override
    protected double computePrefHeight(double width) {
        return tiles == null
                ? 0
                : TileLayout.of(tiles, width < 0 ? getWidth() : width, tallest).height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        if (tiles == null) {
            return;
        }
        TileLayout now = TileLayout.of(tiles, getWidth(), tallest);
        if (!now.equals(layout) || canvas.getWidth() != getWidth() || canvas.getHeight() != now.height()) {
            layout = now;
            canvas.setWidth(getWidth());
            canvas.setHeight(now.height());
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (tiles == null || layout == null) {
            return;
        }
        g.setTextBaseline(VPos.CENTER);
        for (int band = 0; band < tiles.bands().size(); band++) {
            paintName(g, band);
            for (int plane = 0; plane < tiles.planes(); plane++) {
                paintTile(g, band, plane);
            }
        }
        paintCaptions(g);
        if (tiles.mark() != null) {
            frame(g, around, 0, 0, tiles.mark(), 0);
            frame(g, mark, 0, 0, tiles.mark(), -2);
        }
        TileLayout.Spot spot = hovered.get();
        if (spot != null) {
            for (int band = 0; band < tiles.bands().size(); band++) {
                frame(g, pointed, band, spot.plane(), new Cell(spot.row(), spot.column()), 0);
            }
        }
    }

    private void paintName(GraphicsContext g, int band) {
        if (!layout.hasNames()) {
            return;
        }
        name.dip(g);
        g.setTextAlign(layout.isBeside() ? TextAlignment.CENTER : TextAlignment.LEFT);
        for (int plane = 0; plane < tiles.planes(); plane += layout.perLine()) {
            double x = layout.isBeside() ? layout.x(band, 0) + layout.tileWidth() / 2.0 : 0;
            double y = layout.isBeside() ? 6 : layout.y(band, plane) + layout.tileHeight() / 2.0;
            g.fillText(tiles.bands().get(band).name(), x, y);
        }
    }

    private void paintTile(GraphicsContext g, int band, int plane) {
        double left = layout.x(band, plane);
        double top = layout.y(band, plane);
        int side = layout.cell();
        boolean hasNumbers = side >= TileLayout.ROOM_FOR_NUMBER;
        for (int row = 0; row < tiles.rows(); row++) {
            for (int column = 0; column < tiles.columns(); column++) {
                if (band == 0 && tiles.outside().contains(new Cell(row, column))) {
                    continue;
                }
                float value = tiles.value(band, plane, row, column);
                Color color = color(tiles.bands().get(band).scale().argb(value, surface));
                g.setFill(color);
                g.fillRect(left + column * side, top + row * side, side, side);
                if (hasNumbers) {
                    (isDark(color) ? onDark : onLight).dip(g);
                    g.setTextAlign(TextAlignment.CENTER);
                    g.fillText(Numbers.text(value), left + (column + 0.5) * side, top + (row + 0.5) * side);
                }
            }
        }
        border.dip(g);
        g.strokeRect(left - 0.5, top - 0.5, layout.tileWidth() + 1, layout.tileHeight() + 1);
    }

    private void paintCaptions(GraphicsContext g) {
        if (!layout.captions()) {
            return;
        }
        caption.dip(g);
        g.setTextAlign(TextAlignment.CENTER);
        int last = tiles.bands().size() - 1;
        for (int plane = 0; plane < tiles.planes(); plane++) {
            g.fillText(
                    Numbers.text(tiles.captions().get(plane)),
                    layout.x(last, plane) + layout.tileWidth() / 2.0,
                    layout.captionY(plane),
                    layout.tileWidth());
        }
    }

    private void frame(GraphicsContext g, Ink ink, int band, int plane, Cell cell, double inset) {
        ink.dip(g);
        double half = g.getLineWidth() / 2 + inset;
        g.strokeRect(
                layout.x(band, plane) + cell.column() * layout.cell() + half,
                layout.y(band, plane) + cell.row() * layout.cell() + half,
                layout.cell() - 2 * half,
                layout.cell() - 2 * half);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    private static boolean isDark(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 0.5;
    }
}
