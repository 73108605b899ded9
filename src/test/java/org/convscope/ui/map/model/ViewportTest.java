package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Labels;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewportTest {

    private static final Blueprint LENET = lenet(Map.of());
    private static final Blueprint WITH_BATCH_NORM = lenet(Map.of("batch-norm", "yes"));

    private final Viewport viewport = new Viewport();

    private static Blueprint lenet(Map<String, String> options) {
        return Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
    }

    static Stream<int[]> sizes() {
        Random random = new Random(3);
        return Stream.concat(
                Stream.of(new int[] {760, 400}, new int[] {800, 400}, new int[] {1040, 690}, new int[] {3840, 2160}),
                Stream.generate(() -> new int[] {800 + random.nextInt(3040), 400 + random.nextInt(1760)})
                        .limit(100));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theWholeOfLeNetIsSeenFrom760By400On(int[] size) {
        for (Blueprint blueprint : List.of(LENET, WITH_BATCH_NORM)) {
            viewport.clear();
            arrange(blueprint, size[0], size[1]);
            Rectangle2D seen = viewport.cameraProperty()
                    .get()
                    .toScreen(viewport.layoutProperty().get().bounds());
            assertTrue(seen.getMinX() >= 0 && seen.getMaxX() <= size[0], blueprint + " at " + seen);
            assertTrue(seen.getMinY() >= 0 && seen.getMaxY() <= size[1] - 60, blueprint + " at " + seen);
        }
    }

    @Test
    void aLargeWindowEnlargesTheMaps() {
        arrange(LENET, 2560, 1440);
        assertTrue(viewport.cameraProperty().get().scale() > 1.5);
        assertEquals(1, viewport.zoom());
    }

    @Test
    void itSaysWhetherSomeOfTheNetworkLiesOutside() {
        assertFalse(viewport.hidesSome());
        arrange(LENET, 1040, 690);
        assertFalse(viewport.hidesSome());
        assertEquals(1, viewport.shareInSight(), 1e-6);
        viewport.zoomMiddle(1.5);
        assertTrue(viewport.hidesSome());
        assertTrue(viewport.shareInSight() < 1);
        viewport.fit();
        assertFalse(viewport.hidesSome());
        arrange(WITH_BATCH_NORM, 760, 330);
        viewport.fit();
        assertFalse(viewport.hidesSome());
    }

    @Test
    void whatWasMadeToShowAllShowsAllInAnotherWindow() {
        arrange(WITH_BATCH_NORM, 760, 330);
        viewport.fit();
        arrange(WITH_BATCH_NORM, 760, 345);
        Camera fitted = viewport.cameraProperty().get();
        viewport.fit();
        assertEquals(viewport.cameraProperty().get(), fitted);
        arrange(WITH_BATCH_NORM, 1600, 900);
        assertEquals(1, viewport.zoom());
    }

    @Test
    void untilItIsMovedTheCameraFollowsTheWindow() {
        arrange(LENET, 1040, 690);
        arrange(LENET, 1600, 900);
        Camera followed = viewport.cameraProperty().get();
        viewport.clear();
        arrange(LENET, 1600, 900);
        assertEquals(viewport.cameraProperty().get(), followed);
    }

    @Test
    void onceItIsMovedTheMiddleStaysInTheMiddle() {
        arrange(LENET, 1040, 690);
        viewport.zoom(500, 300, 3);
        double before = share(1040);
        arrange(LENET, 1240, 690);
        assertEquals(before, share(1240), 0.05);
        assertEquals(3, viewport.zoom(), 1e-9);
    }

    @Test
    void zoomEndsWhereTheSmallestNumbersCanBeRead() {
        arrange(LENET, 1040, 690);
        for (int notch = 0; notch < 50; notch++) {
            viewport.zoom(500, 300, 1.2);
        }
        NetworkMapLayout layout = viewport.layoutProperty().get();
        double value = layout.column("conv1").tile(0).getWidth()
                / 28
                * viewport.cameraProperty().get().scale();
        assertTrue(value >= 28, "a value of conv1 is " + value + " points wide");
        for (int notch = 0; notch < 100; notch++) {
            viewport.zoom(500, 300, 1 / 1.2);
        }
        assertEquals(Viewport.SMALLEST_ZOOM, viewport.zoom(), 1e-9);
    }

    @Test
    void fitShowsEverythingAgain() {
        arrange(LENET, 1040, 690);
        Camera home = viewport.cameraProperty().get();
        viewport.zoom(500, 300, 5);
        viewport.pan(-3000, 2000);
        viewport.fit();
        assertEquals(home, viewport.cameraProperty().get());
    }

    @Test
    void fitMakesALongNetworkSmaller() {
        Blueprint.Drawing drawing = Blueprint.draw("chain", Options.of(List.of(), Map.of()), Shape.of(1, 32, 32));
        for (int i = 1; i <= 20; i++) {
            drawing.then("conv" + i, new Op.Conv(6, 3, 1, 1));
        }
        Blueprint chain = drawing.then("logits", new Op.Dense(10))
                .then("softmax", new Op.Softmax())
                .done();
        arrange(chain, 1040, 690);
        assertEquals(1, viewport.cameraProperty().get().scale());
        assertTrue(viewport.layoutProperty().get().width() > 1040);
        viewport.fit();
        assertTrue(viewport.cameraProperty().get().scale() < 1);
    }

    @Test
    void withoutRoomThereIsNoLayout() {
        arrange(LENET, 0, 690);
        assertNull(viewport.layoutProperty().get());
        viewport.zoom(10, 10, 2);
        viewport.fit();
        assertEquals(Camera.HOME, viewport.cameraProperty().get());
    }

    private double share(double width) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        Point2D middle = viewport.toWorld(width / 2, 300);
        return middle.getX() / layout.width();
    }

    private void arrange(Blueprint blueprint, double width, double height) {
        viewport.arrange(blueprint, width, detail -> height - 72 - 16 * detail.lines(), new Labels(blueprint));
    }
}
