package org.convscope.ui.map.bands;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.Corner;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Rectangles;
import org.convscope.ui.map.model.Viewport;

/** The whole map, in the corner where it hides least, while a good deal of it lies outside the window; what is seen can be dragged over it. */
public final class Minimap extends Region {

    private static final double WIDEST = 220;
    private static final double HIGHEST = 110;

    /** While so much of the map is in sight, nobody needs to be told where the rest is. */
    private static final double NEARLY_ALL = 0.85;

    /** How much of the width and height of a small window it may take. */
    private static final double SHARE = 0.2;

    private static final double LOWEST = 28;
    private static final double EDGE = 6;

    private final Viewport viewport;
    private final Canvas canvas = new Canvas();
    private final Rectangle frame = new Rectangle();
    private final Rectangle edges = new Rectangle();
    private final Ink block = new Ink("map-overview-block", this::age);
    private final Ink layer = new Ink("map-overview-layer", this::age);
    private NetworkMapLayout drawn;
    private Rectangle2D drawnFor;
    private Corner corner = Corner.LOWER_RIGHT;
    private double scale = 1;

    /** The overview of what this window looks at. */
    public Minimap(Viewport viewport) {
        this.viewport = viewport;
        setId("map-overview");
        setManaged(false);
        getStyleClass().add("map-overview");
        frame.getStyleClass().add("map-overview-view");
        frame.setManaged(false);
        canvas.setManaged(false);
        frame.setClip(edges);
        getChildren().addAll(block, layer, canvas, frame);
        setOnMousePressed(this::look);
        setOnMouseDragged(this::look);
        setOnMouseClicked(MouseEvent::consume);
        setVisible(false);
    }

    /** Shows what the window shows now, in a corner of the area in which it shows it. */
    public void show(Rectangle2D area) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        boolean isNeeded = layout != null && viewport.shareInSight() < NEARLY_ALL;
        setVisible(isNeeded);
        if (!isNeeded) {
            return;
        }
        if (!layout.equals(drawn) || !area.equals(drawnFor)) {
            drawn = layout;
            drawnFor = area;
            draw(layout, area);
        }
        giveWay(Rectangles.grown(area, -EDGE));
        Rectangle2D seen = viewport.visible();
        frame.setX(EDGE + seen.getMinX() * scale);
        frame.setY(EDGE + seen.getMinY() * scale);
        frame.setWidth(Math.max(3, seen.getWidth() * scale));
        frame.setHeight(Math.max(3, seen.getHeight() * scale));
    }

    /** What is being dragged stays under the pointer. */
    private void giveWay(Rectangle2D area) {
        if (!isPressed()) {
            Camera camera = viewport.cameraProperty().get().moved(0, area.getMinY() - EDGE);
            List<Rectangle2D> contents =
                    contents().map(camera::toScreen).filter(area::intersects).toList();
            corner = corner.leastCovering(area, getWidth(), getHeight(), contents);
        }
        Rectangle2D place = corner.place(area, getWidth(), getHeight());
        relocate(place.getMinX(), place.getMinY());
    }

    /** Layers with their headings, and closed blocks. */
    private Stream<Rectangle2D> contents() {
        return Stream.concat(
                drawn.columns().stream().map(column -> drawn.box(column.node()).orElseGet(column::bounds)),
                drawn.cards().stream().filter(card -> !card.isOpen()).map(Card::bounds));
    }

    private void age() {
        drawn = null;
        requestLayout();
    }

    private void draw(NetworkMapLayout layout, Rectangle2D area) {
        double widest = Math.max(WIDEST / 2, Math.min(WIDEST, SHARE * area.getWidth()));
        double highest = Math.max(HIGHEST / 2, Math.min(HIGHEST, SHARE * area.getHeight()));
        scale = Math.min((widest - 2 * EDGE) / layout.width(), (highest - 2 * EDGE) / layout.height());
        double width = Math.ceil(layout.width() * scale + 2 * EDGE);
        double height = Math.ceil(Math.max(LOWEST, layout.height() * scale + 2 * EDGE));
        resize(width, height);
        canvas.setWidth(width);
        canvas.setHeight(height);
        edges.setWidth(width);
        edges.setHeight(height);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        block.dip(pen);
        for (Card card : layout.cards()) {
            fill(pen, card.bounds());
        }
        layer.dip(pen);
        for (Column column : layout.columns()) {
            fill(pen, column.bounds());
        }
    }

    private void fill(GraphicsContext pen, Rectangle2D world) {
        pen.fillRect(
                EDGE + world.getMinX() * scale,
                EDGE + world.getMinY() * scale,
                Math.max(1, world.getWidth() * scale),
                Math.max(1, world.getHeight() * scale));
    }

    private void look(MouseEvent event) {
        viewport.centre(new Point2D((event.getX() - EDGE) / scale, (event.getY() - EDGE) / scale));
        event.consume();
    }
}
