package org.convscope.ui.input;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.convscope.ui.kit.TensorImage;

/**
 * All images of a shelf as thumbnails. However many there are, only the visible ones are drawn, on one
 * canvas; the chosen one is ringed.
 */
final class ThumbnailGrid extends Region {

    private static final double BAR = 10;
    private static final double BAR_GAP = 4;
    private static final double LEAST_THUMB = 24;
    private static final int KEPT_IMAGES = 600;

    private final ObjectProperty<Shelf> shelf = new SimpleObjectProperty<>();
    private final IntegerProperty testIndex = new SimpleIntegerProperty();
    private final Canvas canvas = new Canvas();
    private final Rectangle ring = new Rectangle();
    private final Rectangle hover = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    private final Map<Integer, Image> images = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
            return size() > KEPT_IMAGES;
        }
    };
    private ThumbnailLayout layout = ThumbnailLayout.fitting(0, 1);

    /** Told the position that a person has chosen. */
    interface Choice {
        void choose(int position);
    }

    ThumbnailGrid(Choice choice) {
        setId("image-grid");
        getStyleClass().add("thumbnails");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        ring.getStyleClass().add("ring");
        hover.getStyleClass().add("hover-ring");
        for (Rectangle frame : new Rectangle[] {ring, hover}) {
            frame.setManaged(false);
            frame.setMouseTransparent(true);
            frame.setVisible(false);
        }
        getChildren().addAll(canvas, hover, ring, bar);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        shelf.addListener((property, before, now) -> restock(before, now));
        testIndex.addListener(changed -> reveal());
        bar.valueProperty().addListener(changed -> draw());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            int position = layout.at(event.getX(), event.getY() + bar.getValue());
            if (position != ThumbnailLayout.NOWHERE) {
                choice.choose(position);
            }
        });
        canvas.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> frame(hover, layout.at(event.getX(), event.getY() + bar.getValue())));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.setVisible(false));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> walk(event, choice));
    }

    ObjectProperty<Shelf> shelfProperty() {
        return shelf;
    }

    /** The test image that is ringed. */
    IntegerProperty testIndexProperty() {
        return testIndex;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        int count = shelf.get() == null ? 0 : shelf.get().size();
        layout = ThumbnailLayout.fitting(count, width - BAR - BAR_GAP);
        canvas.setWidth(Math.max(0, width - BAR - BAR_GAP));
        canvas.setHeight(height);
        bar.resizeRelocate(width - BAR, 0, BAR, height);
        double hidden = Math.max(0, layout.height() - height);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        double share = Math.max(height / Math.max(1, layout.height()), LEAST_THUMB / Math.max(1, height));
        bar.setVisibleAmount(hidden * Math.min(1, share));
        bar.setUnitIncrement(layout.pitch());
        bar.setBlockIncrement(height);
        bar.setValue(Math.min(bar.getValue(), hidden));
        draw();
    }

    private void restock(Shelf before, Shelf now) {
        if (before == null || now == null || !before.images().equals(now.images())) {
            images.clear();
        }
        requestLayout();
        layout();
        reveal();
    }

    private void reveal() {
        int position = position();
        if (position >= 0 && getHeight() > 0) {
            bar.setValue(layout.topShowing(position, bar.getValue(), getHeight()));
        }
        draw();
    }

    private int position() {
        return shelf.get() == null || testIndex.get() < 0 ? -1 : shelf.get().position(testIndex.get());
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        hover.setVisible(false);
        frame(ring, position());
        if (shelf.get() == null) {
            return;
        }
        double top = bar.getValue();
        for (int i = layout.first(top); i < layout.end(top + canvas.getHeight()); i++) {
            pen.drawImage(
                    image(shelf.get().index(i)),
                    layout.x(i),
                    Math.round(layout.y(i) - top),
                    layout.side(),
                    layout.side());
        }
    }

    private Image image(int index) {
        return images.computeIfAbsent(
                index, wanted -> TensorImage.of(shelf.get().images().picture(wanted)));
    }

    private void frame(Rectangle frame, int position) {
        boolean shown = position >= 0 && position < layout.count();
        double y = shown ? Math.round(layout.y(position) - bar.getValue()) : 0;
        frame.setVisible(shown && y > -layout.side() && y < getHeight());
        if (shown) {
            frame.setX(layout.x(position));
            frame.setY(y);
            frame.setWidth(layout.side());
            frame.setHeight(layout.side());
        }
    }

    private void scroll(ScrollEvent event) {
        bar.setValue(Math.min(bar.getMax(), Math.max(0, bar.getValue() - event.getDeltaY())));
        event.consume();
    }

    private void walk(KeyEvent event, Choice choice) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -layout.columns();
                    case DOWN -> layout.columns();
                    default -> 0;
                };
        int target = position() + step;
        if (step != 0 && position() >= 0) {
            event.consume();
            if (target >= 0 && target < layout.count()) {
                choice.choose(target);
            }
        }
    }
}
