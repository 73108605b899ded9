package org.convscope.ui.map.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks open and close on the calling thread, so that nothing has to be awaited. */
class FoldingTest {

    private static final Blueprint GOOGLENET = Zoo.byId("googlenet").draw(Shape.of(1, 96, 96), 10, Map.of());
    private static final String STAGE = "/inception3";
    private static final String BLOCK = "/inception3/inception3a";

    private final Viewport viewport = new Viewport();
    private final Folding folding = new Folding(viewport, Pulse.immediate(), Runnable::run);

    @BeforeEach
    void show() {
        folding.unfold(GOOGLENET);
        folding.arrange(1040, 640, 150);
    }

    @Test
    void aChainStandsInARowAndALongOneOfBlocksDoesNot() {
        assertFalse(folding.isRow());
        folding.unfold(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of()));
        assertTrue(folding.isRow());
        folding.unfold(Zoo.byId("vgg16").draw(Shape.of(1, 64, 64), 10, Map.of()));
        assertFalse(folding.isRow());
    }

    @Test
    void aLargeNetworkBeginsAsBlocksThatFitTheWindow() {
        assertEquals(Set.of(), folding.openProperty().get());
        assertFalse(viewport.hidesSome());
        assertTrue(viewport.cameraProperty().get().scale() >= 0.6);
    }

    @Test
    void openingABlockKeepsThePlaceUnderThePointer() {
        folding.toggle(STAGE);
        viewport.zoom(300, 300, 1.3);
        Rectangle2D card = viewport.cameraProperty().get().toScreen(bounds(BLOCK));
        double x = card.getMinX() + 0.7 * card.getWidth();
        double y = card.getMinY() + 0.4 * card.getHeight();
        folding.toggle(BLOCK, x, y);
        assertTrue(folding.openProperty().get().contains(BLOCK));
        Point2D share = share(bounds(BLOCK), viewport.toWorld(x, y));
        assertEquals(0.7, share.getX(), 0.01);
        assertEquals(0.4, share.getY(), 0.01);
        folding.toggle(BLOCK, x, y);
        assertFalse(folding.openProperty().get().contains(BLOCK));
        assertEquals(0.7, share(bounds(BLOCK), viewport.toWorld(x, y)).getX(), 0.02);
    }

    @Test
    void theTitleOfABlockThatIsOpenedIsSeen() {
        folding.arrange(760, 300, 150);
        Rectangle2D card = viewport.cameraProperty().get().toScreen(bounds(STAGE));
        folding.toggle(STAGE, card.getMinX() + 5, card.getMaxY() - 5);
        Rectangle2D frame = viewport.cameraProperty().get().toScreen(bounds(STAGE));
        assertTrue(frame.getMinY() >= 0, frame.toString());
        assertTrue(frame.contains(card.getMinX() + 5, card.getMaxY() - 5));
    }

    @Test
    void allOpensAndThenCloses() {
        folding.toggleAll();
        assertEquals(
                folding.tree().blocks().size(), folding.openProperty().get().size());
        assertEquals(GOOGLENET.nodes().size(), layout().columns().size());
        assertFalse(viewport.hidesSome(), "all of it is shown, however small");
        folding.toggleAll();
        assertEquals(Set.of(), folding.openProperty().get());
    }

    @Test
    void whatIsHiddenIsReachedByOpening() {
        List<String> done = new ArrayList<>();
        folding.reach("inception3a.conv2b", () -> done.add("there"));
        assertEquals(List.of("there"), done);
        assertTrue(layout().box("inception3a.conv2b").isPresent());
        assertEquals(Set.of(STAGE, BLOCK), folding.openProperty().get());
    }

    @Test
    void anotherWindowLeavesTheLayoutAsItIs() {
        NetworkMapLayout before = layout();
        Camera camera = viewport.cameraProperty().get();
        folding.arrange(1400, 800, 150);
        assertEquals(before, layout());
        assertTrue(viewport.cameraProperty().get().scale() > camera.scale());
        assertFalse(viewport.hidesSome());
    }

    @Test
    void closedBlocksShowWhatTheyGive() {
        assertEquals("inception3b.concat", folding.shownFor("inception3a.conv1"));
        assertEquals("pool3", folding.shownFor("pool3"));
        folding.toggle(STAGE);
        assertEquals("inception3a.concat", folding.shownFor("inception3a.conv1"));
    }

    @Test
    void arrowsWalkAlongEdgesAndFromBranchToBranch() {
        folding.show(Set.of(STAGE, BLOCK));
        assertEquals(
                List.of("pool2", "inception3a.conv2a", "inception3a.act2a", "inception3a.conv2b"),
                List.of(
                        walked("pool2"),
                        walked("inception3a.conv2a"),
                        walked("inception3a.conv2a", Walk.RIGHT),
                        walked("inception3a.act2a", Walk.RIGHT)));
        assertEquals("inception3a.concat", walked("inception3a.act4", Walk.RIGHT));
        assertEquals("inception3b.concat", walked("inception3a.concat", Walk.RIGHT));
        assertEquals("pool2", walked("inception3a.conv3a", Walk.LEFT));
        assertEquals("inception3a.conv1", walked("inception3a.conv2a", Walk.UP));
        assertEquals(
                "input",
                new Paths(GOOGLENET, folding, layout()).from(null, Walk.RIGHT).node());
        Selection last = Selection.of(
                "inception3a.conv2a", layout().column("inception3a.conv2a").count() - 1);
        assertEquals(
                "inception3a.conv3a",
                new Paths(GOOGLENET, folding, layout()).from(last, Walk.DOWN).node());
        assertEquals("softmax", walked("softmax", Walk.RIGHT));
    }

    private String walked(String node, Walk... steps) {
        Selection here = Selection.of(node, 0);
        for (Walk step : steps) {
            here = new Paths(GOOGLENET, folding, layout()).from(here, step);
        }
        return here.node();
    }

    private NetworkMapLayout layout() {
        return viewport.layoutProperty().get();
    }

    private Rectangle2D bounds(String block) {
        return layout().card(block).orElseThrow().bounds();
    }

    private static Point2D share(Rectangle2D bounds, Point2D world) {
        return new Point2D(
                (world.getX() - bounds.getMinX()) / bounds.getWidth(),
                (world.getY() - bounds.getMinY()) / bounds.getHeight());
    }
}
