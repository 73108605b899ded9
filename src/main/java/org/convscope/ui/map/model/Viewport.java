package org.convscope.ui.map.model;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Detail;
import org.convscope.ui.map.geometry.LabelWidths;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Rectangles;

/**
 * The window onto the network: how large it is, how the network is laid out for that size, and where the
 * camera stands. Places are points of the window.
 */
public final class Viewport {

    /** Side that a value can be enlarged to, at least, so that its number can be read; in points on screen. */
    static final double READABLE_VALUE = 32;

    /** How far a person may zoom out from what fits. */
    static final double SMALLEST_ZOOM = 0.5;

    /** How far in, at least; further where the numbers of the smallest values could not be read otherwise. */
    static final double LARGEST_ZOOM = 8;

    /** A window of this size is filled by maps of their usual size; a larger one enlarges them. */
    private static final double USUAL_WIDTH = 1280;

    private static final double USUAL_HEIGHT = 720;

    /** A network that is a little too wide is made this much smaller at the most, before it has to be scrolled. */
    private static final double SMALLEST_FIT = 0.6;

    private static final double FIT_STEP = 0.05;

    /** A composed map is not made larger than this to fill the window. */
    private static final double LARGEST_COMPOSED = 1.25;

    /**
     * What stays where it is when another layout is shown.
     *
     * @param screen a place of the window
     * @param world what is to be there, in the next layout
     */
    public record Anchor(Point2D screen, Point2D world) {}

    private final ReadOnlyObjectWrapper<NetworkMapLayout> layout = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.HOME);
    private Camera home = Camera.HOME;
    private double width;
    private double height;

    /** Where everything is, or {@code null} while nothing is open or no size is known. */
    public ReadOnlyObjectProperty<NetworkMapLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** How it is looked at. */
    public ReadOnlyObjectProperty<Camera> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    /** What of the world is seen. */
    public Rectangle2D visible() {
        return camera.get().visible(width, height);
    }

    /** How much is enlarged; 1 is what fits. */
    public double zoom() {
        return camera.get().scale() / home.scale();
    }

    /** Nothing is open: the next network begins at its beginning. */
    public void clear() {
        layout.set(null);
        camera.set(Camera.HOME);
        home = Camera.HOME;
    }

    /**
     * Lays a network out. A camera that has not been moved stays so that all is seen, as does one that was
     * made to show all; another keeps what
     * is in the middle there.
     *
     * @param wide width of the window
     * @param high its height under headings of some detail
     * @param labels how wide texts are
     */
    public void arrange(Blueprint blueprint, double wide, ToDoubleFunction<Detail> high, LabelWidths labels) {
        if (wide <= 0 || high.applyAsDouble(Detail.FULL) <= 0) {
            layout.set(null);
            return;
        }
        boolean atHome = layout.get() == null || camera.get().equals(home);
        boolean showsAll = !atHome && camera.get().equals(fitting());
        double zoom = zoom();
        Point2D middle = shareInTheMiddle();
        double usual = Math.max(1, Math.min(wide / USUAL_WIDTH, high.applyAsDouble(Detail.FULL) / USUAL_HEIGHT));
        double scale = usual;
        NetworkMapLayout next = laidOut(blueprint, wide, high, labels, scale);
        while (isTooWide(next, scale, wide) && scale > SMALLEST_FIT * usual) {
            scale -= FIT_STEP * usual;
            next = laidOut(blueprint, wide, high, labels, scale);
        }
        if (isTooWide(next, scale, wide)) {
            scale = usual;
            next = laidOut(blueprint, wide, high, labels, scale);
        }
        width = wide;
        height = high.applyAsDouble(next.detail());
        layout.set(next);
        home = centred(scale);
        Camera kept = new Camera(scale * zoom, 0, 0);
        double right = width / 2 - kept.toScreenX(middle.getX() * next.width());
        double down = height / 2 - kept.toScreenY(middle.getY() * next.height());
        look(atHome ? home : showsAll ? fitting() : kept.moved(right, down));
    }

    /** Shows a composed layout in a window of this size: whole, or with the anchor in its place. */
    void show(NetworkMapLayout next, double wide, double high, Optional<Anchor> anchor) {
        boolean isFirst = layout.get() == null;
        double scale = camera.get().scale();
        width = wide;
        height = high;
        layout.set(next);
        home = whole();
        if (isFirst || anchor.isEmpty()) {
            look(home);
        } else {
            Point2D screen = anchor.get().screen();
            Point2D world = anchor.get().world();
            look(new Camera(scale, screen.getX() - world.getX() * scale, screen.getY() - world.getY() * scale));
        }
    }

    /** Whether the upper edge of the map is seen. */
    boolean showsTop() {
        return camera.get().y() >= 0;
    }

    /**
     * Moves down to show the upper edge of the map, if only a little of it lies above the window.
     *
     * @param most points on the screen
     */
    void showTop(double most) {
        double hidden = -camera.get().y();
        if (hidden > 0 && hidden <= most) {
            pan(0, hidden);
        }
    }

    /** The window has another size; what shows a composed layout goes on showing all of it, or the same middle. */
    void resize(double wide, double high) {
        if (wide == width && high == height) {
            return;
        }
        boolean atHome = camera.get().equals(home);
        Camera moved = camera.get().moved((wide - width) / 2, (high - height) / 2);
        width = wide;
        height = high;
        home = whole();
        look(atHome ? home : moved);
    }

    /** Shows a rectangle of the world as large as the window allows. */
    public void showWhole(Rectangle2D world) {
        double fits = Math.min(width / (world.getWidth() + 48), height / (world.getHeight() + 48));
        double scale = Math.min(fits, Math.max(home.scale(), 2));
        look(new Camera(
                scale,
                width / 2 - scale * (world.getMinX() + world.getMaxX()) / 2,
                height / 2 - scale * (world.getMinY() + world.getMaxY()) / 2));
    }

    /** Moves such that a point of the world is in the middle. */
    public void centre(Point2D world) {
        double scale = camera.get().scale();
        look(new Camera(scale, width / 2 - world.getX() * scale, height / 2 - world.getY() * scale));
    }

    private Camera whole() {
        double fits =
                Math.min(width / layout.get().width(), height / layout.get().height());
        double scale =
                Math.min(LARGEST_COMPOSED * Math.max(1, Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT)), fits);
        return new Camera(
                scale,
                (width - layout.get().width() * scale) / 2,
                (height - layout.get().height() * scale) / 2);
    }

    /** Where a place is in the world. */
    public Point2D toWorld(double x, double y) {
        return camera.get().toWorld(x, y);
    }

    /** Moves as little as needed to show a rectangle of the world. */
    public void reveal(Rectangle2D world) {
        look(camera.get().revealing(world, width, height));
    }

    /** Enlarges by a factor, such that what is at a place stays there. */
    public void zoom(double x, double y, double factor) {
        double least = SMALLEST_ZOOM * Math.min(1, home.scale());
        double most = Math.max(LARGEST_ZOOM * home.scale(), READABLE_VALUE / smallestValue());
        double scale = Math.max(least, Math.min(most, camera.get().scale() * factor));
        look(camera.get().scaledAt(x, y, scale));
    }

    /** Enlarges by a factor, such that the middle stays there. */
    public void zoomMiddle(double factor) {
        zoom(width / 2, height / 2, factor);
    }

    /** Moves the world under the window. */
    public void pan(double right, double down) {
        look(camera.get().moved(right, down));
    }

    /** Shows the whole network, made smaller where it is wider than the window, as far as it stays readable. */
    public void fit() {
        if (layout.get() != null) {
            look(fitting());
        }
    }

    private Camera fitting() {
        if (!layout.get().isRow() || !isTooWide(layout.get(), home.scale(), width)) {
            return home;
        }
        double whole = Math.max(width / layout.get().width(), SMALLEST_ZOOM);
        return centred(whole).holding(layout.get().bounds(), width, height);
    }

    /** How much of the map's area is seen, from 0 to 1; 1 while there is none. */
    public double shareInSight() {
        return layout.get() == null
                ? 1
                : Rectangles.common(visible(), layout.get().bounds())
                        / Rectangles.common(layout.get().bounds(), layout.get().bounds());
    }

    /** Whether some of the network lies outside the window. */
    public boolean hidesSome() {
        return layout.get() != null && !visible().contains(shrunk(layout.get().bounds()));
    }

    // Half a point more or less is nobody's loss.
    private static Rectangle2D shrunk(Rectangle2D all) {
        return new Rectangle2D(
                all.getMinX() + 1,
                all.getMinY() + 1,
                Math.max(0, all.getWidth() - 2),
                Math.max(0, all.getHeight() - 2));
    }

    /** A layout that is right for its own headings: the less they say, the higher is the window below them. */
    private static NetworkMapLayout laidOut(
            Blueprint blueprint, double wide, ToDoubleFunction<Detail> high, LabelWidths labels, double scale) {
        LabelWidths inWorld = labels.dividedBy(scale);
        double below = high.applyAsDouble(Detail.FULL) / scale;
        NetworkMapLayout first = NetworkMapLayout.of(blueprint, wide / scale, below, inWorld);
        return first.detail() == Detail.FULL
                ? first
                : NetworkMapLayout.of(blueprint, wide / scale, high.applyAsDouble(first.detail()) / scale, inWorld);
    }

    private static boolean isTooWide(NetworkMapLayout layout, double scale, double wide) {
        return layout.width() * scale > wide + 1;
    }

    private Camera centred(double scale) {
        double right = (width - layout.get().width() * scale) / 2;
        double down = (height - layout.get().height() * scale) / 2;
        return new Camera(scale, Math.max(0, right), Math.max(0, down));
    }

    /** What is in the middle of the window, as shares of the world's width and height. */
    private Point2D shareInTheMiddle() {
        if (layout.get() == null) {
            return new Point2D(0.5, 0.5);
        }
        Point2D middle = toWorld(width / 2, height / 2);
        return new Point2D(
                middle.getX() / layout.get().width(),
                middle.getY() / layout.get().height());
    }

    private double smallestValue() {
        return layout.get() == null
                ? READABLE_VALUE
                : layout.get().columns().stream()
                        .mapToDouble(column -> column.grid().tileWidth() / column.mapWidth())
                        .min()
                        .orElse(READABLE_VALUE);
    }

    private void look(Camera next) {
        if (layout.get() != null) {
            camera.set(next.holding(layout.get().bounds(), width, height));
        }
    }
}
