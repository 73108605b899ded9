package org.convscope.ui.map;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.paint.Lighting;
import org.convscope.ui.map.paint.Picture;
import org.convscope.ui.map.paint.Sheet;
import org.convscope.ui.map.paint.Studio;
import org.convscope.workbench.Viewer;

/** Has sheets painted in the background: all that are seen together, so that all show the same step. */
public final class Painting {

    private final Viewer<Order, List<Picture>> viewer;

    private record Order(List<Sheet> sheets, Rectangle2D view, Lighting light) {}

    /** Painting whose results come with the pulse. */
    public Painting(Pulse pulse, Consumer<List<Picture>> receiver) {
        Studio studio = new Studio();
        Consumer<List<Picture>> receive = pulse.latest(receiver);
        Consumer<Throwable> fail = pulse.latest(Painting::rise);
        this.viewer = new Viewer<>(
                order -> CompletableFuture.supplyAsync(() -> studio.paint(order.sheets, order.view, order.light)),
                (pictures, failure) -> {
                    if (failure == null) {
                        receive.accept(pictures);
                    } else {
                        fail.accept(failure);
                    }
                });
    }

    /** Wishes to see the part of these sheets that lies in {@code view}, a rectangle of the world. */
    public void order(List<Sheet> sheets, Rectangle2D view, Lighting light) {
        viewer.ask(new Order(sheets, view, light));
    }

    private static void rise(Throwable failure) {
        throw new IllegalStateException("The map could not be painted", failure);
    }
}
