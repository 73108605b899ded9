package org.convscope.ui.map.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.FoldSign;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.graph.Block;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.graph.Composer;
import org.convscope.ui.map.graph.Sizes;
import org.convscope.workbench.Viewer;

/**
 * Which blocks of a network are open. A change is laid out, in the background where that takes time, and
 * then shown such that what a person points at stays where it is.
 */
public final class Folding {

    /** A chain of more layers than these is folded into its blocks, if it has any. */
    private static final int LONGEST_ROW = 24;

    /** A network begins with as many blocks open as are seen at this scale or a larger one. */
    private static final double SMALLEST_BEGINNING = 0.6;

    private final Viewport viewport;
    private final Executor background;
    private final Viewer<Order, Laid> viewer;
    private final ReadOnlyObjectWrapper<Set<String>> open = new ReadOnlyObjectWrapper<>(Set.of());
    private final List<Runnable> waiting = new ArrayList<>();
    private Blueprint blueprint;
    private BlockTree tree;
    private boolean isRow = true;
    private boolean isNew = true;
    private double width;
    private double height;
    private double outputRow;
    private Order shown;
    private Order wanted;

    /** What stays in its place on the screen while blocks part. */
    private record Hold(String block, Point2D share, Point2D screen) {}

    private record Order(Blueprint blueprint, BlockTree tree, Set<String> open, double outputRow, Optional<Hold> hold) {

        NetworkMapLayout layout() {
            return Composer.compose(blueprint, tree, open, outputRow);
        }

        boolean leadsToTheSameAs(Order other) {
            return other != null
                    && blueprint.equals(other.blueprint)
                    && open.equals(other.open)
                    && outputRow == other.outputRow;
        }
    }

    private record Laid(Order order, NetworkMapLayout layout) {}

    Folding(Viewport viewport, Pulse pulse, Executor background) {
        this.viewport = viewport;
        this.background = background;
        Consumer<Laid> receive = pulse.latest(this::show);
        Consumer<Throwable> fail = pulse.latest(Folding::rise);
        this.viewer = new Viewer<>(
                order -> CompletableFuture.supplyAsync(() -> new Laid(order, order.layout()), this.background),
                (laid, failure) -> {
                    if (failure == null) {
                        receive.accept(laid);
                    } else {
                        fail.accept(failure);
                    }
                });
    }

    /** Another network, or none if {@code null}. */
    void unfold(Blueprint next) {
        blueprint = next;
        tree = next == null ? null : BlockTree.of(next);
        isRow = next == null || isRow(next, tree);
        isNew = true;
        shown = null;
        wanted = null;
        waiting.clear();
        open.set(Set.of());
    }

    /** Whether the layers of the network stand in one row, so that there is nothing to fold. */
    public boolean isRow() {
        return isRow;
    }

    /** The blocks of the network, or {@code null} while none is open. */
    public BlockTree tree() {
        return tree;
    }

    /** Ids of the blocks whose layers are shown, as soon as they are. */
    public ReadOnlyObjectProperty<Set<String>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The window has this size, and rows of the output need this width. */
    void arrange(double wide, double high, double rowWidth) {
        width = wide;
        height = high;
        outputRow = rowWidth;
        if (isNew) {
            isNew = false;
            order(beginning(), Optional.empty());
        } else if (wanted == null || wanted.outputRow != rowWidth) {
            order(wanted == null ? open.get() : wanted.open, Optional.empty());
        } else if (viewport.layoutProperty().get() != null) {
            viewport.resize(width, height);
        }
    }

    /** Opens a closed block, or closes an open one; what of it is at a place of the screen stays there. */
    public void toggle(String block, double x, double y) {
        Optional<Card> card =
                Optional.ofNullable(viewport.layoutProperty().get()).flatMap(layout -> layout.card(block));
        if (card.isPresent()) {
            Rectangle2D bounds = card.get().bounds();
            Point2D world = viewport.toWorld(x, y);
            Point2D share = new Point2D(
                    within((world.getX() - bounds.getMinX()) / bounds.getWidth()),
                    within((world.getY() - bounds.getMinY()) / bounds.getHeight()));
            Camera camera = viewport.cameraProperty().get();
            Point2D held = new Point2D(
                    camera.toScreenX(bounds.getMinX() + share.getX() * bounds.getWidth()),
                    camera.toScreenY(bounds.getMinY() + share.getY() * bounds.getHeight()));
            Set<String> next = new HashSet<>(open.get());
            if (!next.remove(block)) {
                next.add(block);
            }
            order(next, Optional.of(new Hold(block, share, held)));
        }
    }

    /** Opens or closes a block; its left edge stays. */
    public void toggle(String block) {
        Optional.ofNullable(viewport.layoutProperty().get())
                .flatMap(layout -> layout.card(block))
                .map(card -> viewport.cameraProperty().get().toScreen(card.bounds()))
                .ifPresent(seen -> toggle(block, seen.getMinX(), (seen.getMinY() + seen.getMaxY()) / 2));
    }

    /** Opens all blocks, or closes all if none is closed. */
    public void toggleAll() {
        if (!isRow && tree != null) {
            Set<String> all =
                    new HashSet<>(tree.blocks().stream().map(Block::id).toList());
            order(open.get().equals(all) ? Set.of() : all, Optional.empty());
        }
    }

    /** Opens these blocks and closes all others. */
    public void show(Set<String> blocks) {
        order(blocks, Optional.empty());
    }

    /** Opens whatever hides a node, then does something. */
    void reach(String node, Runnable then) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        if (isRow || layout != null && layout.box(node).isPresent()) {
            then.run();
            return;
        }
        waiting.add(then);
        Set<String> next = new HashSet<>(wanted == null ? open.get() : wanted.open);
        next.addAll(tree.path(node));
        order(next, Optional.empty());
    }

    /** The node whose maps are shown for a node: itself, or what the closed block around it gives. */
    public String shownFor(String node) {
        if (isRow) {
            return node;
        }
        String standIn = tree.standIn(node, open.get());
        return tree.isBlock(standIn) ? tree.block(standIn).output() : standIn;
    }

    /** The closed block that shows this node's maps as what it gives, if one does. */
    public Optional<String> closedBlock(String node) {
        return isRow || tree == null
                ? Optional.empty()
                : Optional.of(tree.standIn(node, open.get())).filter(tree::isBlock);
    }

    /** The block itself if it is shown, else the outermost closed one around it. */
    String outermostClosed(String block) {
        return tree.standIn(block, open.get());
    }

    private void order(Set<String> next, Optional<Hold> hold) {
        if (blueprint == null || width <= 0 || height <= 0) {
            return;
        }
        wanted = new Order(blueprint, tree, Set.copyOf(next), outputRow, hold);
        if (wanted.leadsToTheSameAs(shown)) {
            doWhatWaited();
        } else if (Composer.isQuick(blueprint, tree, next)) {
            show(new Laid(wanted, wanted.layout()));
        } else {
            viewer.ask(wanted);
        }
    }

    private void show(Laid laid) {
        if (!laid.order.equals(wanted)) {
            return;
        }
        shown = laid.order;
        Optional<Viewport.Anchor> anchor = laid.order.hold.flatMap(hold -> laid.layout
                .card(hold.block)
                .map(card -> new Viewport.Anchor(
                        hold.screen,
                        new Point2D(
                                card.bounds().getMinX()
                                        + hold.share.getX() * card.bounds().getWidth(),
                                card.bounds().getMinY()
                                        + hold.share.getY() * card.bounds().getHeight()))));
        open.set(laid.order.open);
        boolean showedTop = viewport.showsTop();
        viewport.show(laid.layout, width, height, anchor);
        if (showedTop && anchor.isPresent()) {
            // A frame is higher than its card was, by its title: that would lie above a low window.
            double scale = viewport.cameraProperty().get().scale();
            viewport.showTop(FoldSign.SIDE + 2 * Sizes.FRAME_TITLE * scale);
        }
        doWhatWaited();
    }

    private void doWhatWaited() {
        List<Runnable> ready = List.copyOf(waiting);
        waiting.clear();
        ready.forEach(Runnable::run);
    }

    /** The deepest blocks open that leave all of it readable; without looking at branches, which would take time. */
    private Set<String> beginning() {
        Set<String> best = Set.of();
        for (int depth = 1; depth <= tree.depth(); depth++) {
            int least = depth;
            Set<String> next = Set.copyOf(tree.blocks().stream()
                    .map(Block::id)
                    .filter(block -> tree.path(block).size() < least)
                    .toList());
            boolean fits = Composer.isQuick(blueprint, tree, next)
                    && Composer.compose(blueprint, tree, next, outputRow).width() * SMALLEST_BEGINNING <= width;
            if (!fits) {
                return best;
            }
            best = next;
        }
        return best;
    }

    private static boolean isRow(Blueprint blueprint, BlockTree tree) {
        boolean branches = blueprint.nodes().stream()
                .anyMatch(node ->
                        node.inputs().size() > 1 || blueprint.targets(node.id()).size() > 1);
        return !branches && (tree.isEmpty() || blueprint.nodes().size() <= LONGEST_ROW);
    }

    private static double within(double share) {
        return Math.max(0, Math.min(1, share));
    }

    private static void rise(Throwable failure) {
        throw new IllegalStateException("The map could not be laid out", failure);
    }
}
