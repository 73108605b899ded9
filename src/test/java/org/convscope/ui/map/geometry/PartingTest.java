package org.convscope.ui.map.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.graph.Composer;
import org.junit.jupiter.api.Test;

class PartingTest {

    private static final Blueprint GOOGLENET = Zoo.byId("googlenet").draw(Shape.of(1, 96, 96), 10, Map.of());
    private static final String STAGE = "/inception3";
    private static final String BLOCK = "/inception3/inception3a";
    private static final String WITHIN = "inception3a.conv2a";
    private static final Camera CAMERA = new Camera(0.5, 40, 60);

    private final NetworkMapLayout closed = layout(Set.of(STAGE));
    private final NetworkMapLayout open = layout(Set.of(STAGE, BLOCK));
    private final Parting parting = way(closed, open);

    @Test
    void whatWasThereBeginsWhereItWasAndEndsWhereItBelongs() {
        for (Card card : closed.cards()) {
            assertSame(card.bounds(), bounds(parting.layout(0), card.block()));
        }
        for (Column column : closed.columns()) {
            assertSame(column.bounds(), parting.layout(0).column(column.node()).bounds());
        }
        NetworkMapLayout end = parting.layout(1);
        for (Column column : open.columns()) {
            assertSame(column.bounds(), end.column(column.node()).bounds());
        }
        for (int i = 0; i < open.routes().size(); i++) {
            List<Point2D> points = end.routes().get(i).points();
            for (int j = 0; j < points.size(); j++) {
                assertTrue(points.get(j).distance(open.routes().get(i).points().get(j)) < 1e-6);
            }
        }
    }

    @Test
    void whatABlockUncoversComesOutOfIt() {
        Rectangle2D card = Rectangles.grown(bounds(closed, BLOCK), 0.001);
        assertTrue(card.contains(parting.layout(0).column(WITHIN).bounds()));
        assertTrue(card.contains(parting.layout(0).box(WITHIN).orElseThrow()));
    }

    @Test
    void whatIsUnderThePointerStaysThereAllTheWay() {
        Point2D before = new Point2D(
                bounds(closed, BLOCK).getMinX(), bounds(closed, BLOCK).getMinY());
        Point2D behind =
                new Point2D(bounds(open, BLOCK).getMinX(), bounds(open, BLOCK).getMinY());
        Camera end = CAMERA.moved(0.5 * (before.getX() - behind.getX()), 0.5 * (before.getY() - behind.getY()));
        for (double share : new double[] {0, 0.2, 0.5, 0.9, 1}) {
            Rectangle2D seen = parting.camera(end, share).toScreen(bounds(parting.layout(share), BLOCK));
            assertEquals(CAMERA.toScreenX(before.getX()), seen.getMinX(), 1.01);
            assertEquals(CAMERA.toScreenY(before.getY()), seen.getMinY(), 1.01);
        }
    }

    @Test
    void routesGoAlongWithWhatTheyTouch() {
        NetworkMapLayout half = parting.layout(0.5);
        for (int i = 0; i < open.routes().size(); i++) {
            Point2D begin = open.routes().get(i).points().get(0);
            Route route = half.routes().get(i);
            boolean leavesBox = open.box(route.from())
                    .filter(box -> Math.abs(box.getMaxX() - begin.getX()) < 0.5)
                    .isPresent();
            if (leavesBox) {
                Rectangle2D box = Rectangles.grown(half.box(route.from()).orElseThrow(), 1);
                assertTrue(box.contains(route.points().get(0)), route.toString());
            }
        }
    }

    @Test
    void closingGoesTheSameWayBack() {
        Parting back = way(open, closed);
        assertSame(bounds(open, BLOCK), bounds(back.layout(0), BLOCK));
        assertSame(bounds(closed, BLOCK), bounds(back.layout(1), BLOCK));
        assertTrue(back.layout(0.5).columns().stream()
                .noneMatch(column -> column.node().equals(WITHIN)));
    }

    @Test
    void anInterruptedWayGoesOnFromWhereItWas() {
        NetworkMapLayout half = parting.layout(0.5);
        Parting back = way(half, closed);
        assertSame(bounds(half, BLOCK), bounds(back.layout(0), BLOCK));
        assertSame(bounds(closed, BLOCK), bounds(back.layout(1), BLOCK));
    }

    @Test
    void rowsAndWhatWasNotThereAreShownAtOnce() {
        Blueprint lenet = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of());
        NetworkMapLayout row = NetworkMapLayout.of(lenet, 1040, 560, new Labels(lenet));
        assertEquals(Optional.empty(), Parting.between(row, CAMERA, open));
        assertEquals(Optional.empty(), Parting.between(open, CAMERA, row));
        assertEquals(Optional.empty(), Parting.between(null, CAMERA, open));
        assertEquals(Optional.empty(), Parting.between(open, CAMERA, null));
    }

    @Test
    void itSlowsDownTowardsItsEnd() {
        assertEquals(0, Parting.eased(0));
        assertEquals(1, Parting.eased(1));
        assertEquals(1, Parting.eased(7));
        assertTrue(Parting.eased(0.5) > 0.5);
    }

    private static Parting way(NetworkMapLayout from, NetworkMapLayout to) {
        return Parting.between(from, CAMERA, to).orElseThrow();
    }

    private static NetworkMapLayout layout(Set<String> open) {
        return Composer.compose(GOOGLENET, BlockTree.of(GOOGLENET), open, 150);
    }

    private static Rectangle2D bounds(NetworkMapLayout layout, String block) {
        return layout.card(block).orElseThrow().bounds();
    }

    private static void assertSame(Rectangle2D expected, Rectangle2D found) {
        assertEquals(expected.getMinX(), found.getMinX(), 1e-6);
        assertEquals(expected.getMinY(), found.getMinY(), 1e-6);
        assertEquals(expected.getWidth(), found.getWidth(), 1e-6);
        assertEquals(expected.getHeight(), found.getHeight(), 1e-6);
    }
}
