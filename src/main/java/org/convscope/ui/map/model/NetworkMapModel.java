package org.convscope.ui.map.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.Detail;
import org.convscope.ui.map.geometry.FoldSign;
import org.convscope.ui.map.geometry.KernelStrip;
import org.convscope.ui.map.geometry.LabelWidths;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Rectangles;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.graph.Sizes;
import org.convscope.workbench.OpenRun;

/**
 * Where a person looks in the network map, and what mouse and keys do about it. Places are points of the
 * {@link Viewport}.
 */
public final class NetworkMapModel {

    private final ExploreModel explore;
    private final Viewport viewport = new Viewport();
    private final Folding folding;
    private final ReadOnlyObjectWrapper<Selection> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> staleStep = new ReadOnlyObjectWrapper<>();
    private final KernelWatch selectedKernels;
    private final KernelWatch focusKernels;

    /** The map of what {@code explore} has open. */
    public NetworkMapModel(ExploreModel explore, Pulse pulse) {
        this(explore, pulse, ForkJoinPool.commonPool());
    }

    /** The same; what takes time to be laid out is laid out in the {@code background}. */
    NetworkMapModel(ExploreModel explore, Pulse pulse, Executor background) {
        this.explore = explore;
        this.folding = new Folding(viewport, pulse, background);
        this.selectedKernels = new KernelWatch(explore, pulse);
        this.focusKernels = new KernelWatch(explore, pulse);
        explore.selectionProperty().addListener(changed -> {
            opened.set(null);
            watch();
        });
        explore.hoveredProperty().addListener(changed -> watch());
        explore.overviewProperty().addListener(changed -> {
            selectedKernels.refresh();
            focusKernels.refresh();
            judgeAge();
        });
        explore.progressProperty().addListener(changed -> judgeAge());
        explore.runProperty().addListener(changed -> {
            viewport.clear();
            unfold();
            watch();
        });
        unfold();
    }

    private void unfold() {
        OpenRun run = explore.runProperty().get();
        folding.unfold(run == null ? null : run.blueprint());
    }

    /** The window onto the network. */
    public Viewport viewport() {
        return viewport;
    }

    /** Which blocks are open. */
    public Folding folding() {
        return folding;
    }

    /**
     * Lays the open network out for a window of this size.
     *
     * @param wide width of the window
     * @param high its height under headings of some detail
     * @param labels how wide texts are
     */
    public void arrange(double wide, ToDoubleFunction<Detail> high, LabelWidths labels) {
        if (folding.isRow()) {
            viewport.arrange(explore.runProperty().get().blueprint(), wide, high, labels);
        } else {
            folding.arrange(wide, high.applyAsDouble(Detail.FULL), labels.outputRow());
        }
    }

    /** The map that was opened, by double click or Enter, and is still selected; else {@code null}. */
    public ReadOnlyObjectProperty<Selection> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The step of the picture if the next one is overdue, else {@code null}. */
    public ReadOnlyObjectProperty<Long> staleStepProperty() {
        return staleStep.getReadOnlyProperty();
    }

    /** The kernels of the selected map, or {@code null}. */
    public ReadOnlyObjectProperty<Kernels> selectedKernelsProperty() {
        return selectedKernels.kernelsProperty();
    }

    /** The kernels of the map whose strands are shown, or {@code null}. */
    public ReadOnlyObjectProperty<Kernels> focusKernelsProperty() {
        return focusKernels.kernelsProperty();
    }

    /** The map whose strands are shown: the one under the mouse, else the selected one, else {@code null}. */
    public Selection focus() {
        return hovered() != null ? hovered() : selected();
    }

    /** The map under the mouse, if the open network has it, else {@code null}. */
    public Selection hovered() {
        return known(explore.hoveredProperty().get());
    }

    /** The selected map, if the open network has it, else {@code null}. */
    public Selection selected() {
        return known(explore.selectionProperty().get());
    }

    /** Where the kernels of the selected map lie, if it is a convolution's and there is room for them. */
    public Optional<KernelStrip> kernelStrip() {
        Kernels kernels = selectedKernels.kernelsProperty().get();
        NetworkMapLayout layout = viewport.layoutProperty().get();
        if (kernels == null || layout == null) {
            return Optional.empty();
        }
        Node node = explore.runProperty().get().blueprint().node(kernels.map().node());
        return Optional.of(node.op())
                .filter(Op.Conv.class::isInstance)
                .filter(op -> layout.areNeighbours(node.inputs().get(0), node.id()))
                .map(op ->
                        KernelStrip.between(layout.column(node.inputs().get(0)), layout.column(node.id()), op.window()))
                .filter(strip -> strip.tiles().size() == kernels.sources());
    }

    /** The weight of the selected map's kernels at a place. */
    public Optional<KernelStrip.Place> weightAt(double x, double y) {
        Point2D world = viewport.toWorld(x, y);
        return kernelStrip().flatMap(strip -> strip.at(world.getX(), world.getY()));
    }

    /** The mouse is at a place. */
    public void point(double x, double y) {
        explore.hoveredProperty().set(at(x, y));
    }

    /** The mouse is elsewhere. */
    public void leave() {
        explore.hoveredProperty().set(null);
    }

    /** Selects what is at a place, or nothing. */
    public void click(double x, double y) {
        explore.selectionProperty().set(at(x, y));
    }

    /** Opens the closed block at a place, or whatever title is there; else asks for a closer look. */
    public void open(double x, double y) {
        Optional<String> block = foldAt(x, y);
        if (block.isPresent()) {
            folding.toggle(block.get(), x, y);
        } else {
            open();
        }
    }

    /** Steps into the closed block whose maps are selected; else asks for a closer look at what is selected. */
    public void enter() {
        Optional<String> block = selected() == null
                ? Optional.empty()
                : folding.closedBlock(selected().node());
        if (block.isPresent()) {
            folding.toggle(block.get());
        } else {
            open();
        }
    }

    /** Closes the innermost block around what is selected, and selects what it gives. */
    public void close() {
        Selection selected = selected();
        if (selected == null || folding.isRow()) {
            return;
        }
        List<String> around = folding.tree().path(folding.shownFor(selected.node())).stream()
                .filter(folding.openProperty().get()::contains)
                .toList();
        if (!around.isEmpty()) {
            String block = around.get(around.size() - 1);
            folding.toggle(block);
            explore.selectionProperty()
                    .set(Selection.of(folding.tree().block(block).output(), 0));
        }
    }

    /** Asks for a closer look at what is selected. */
    public void open() {
        opened.set(null);
        opened.set(selected());
    }

    /** Goes back one level: from a value to its map, from a map to none. */
    public void back() {
        Selection selected = explore.selectionProperty().get();
        if (selected != null) {
            explore.selectionProperty()
                    .set(selected.hasCell() ? Selection.of(selected.node(), selected.channel()) : null);
        }
    }

    /** Selects a neighbour and shows it. */
    public void walk(Walk step) {
        if (viewport.layoutProperty().get() != null) {
            select(
                    folding.isRow()
                            ? step.from(selected(), viewport.layoutProperty().get())
                            : paths().from(selected(), step));
        }
    }

    /** Selects a map and shows it, if it is not hidden in a closed block. */
    public void select(Selection map) {
        explore.selectionProperty().set(map);
        NetworkMapLayout layout = viewport.layoutProperty().get();
        if (layout != null && layout.shows(map.node())) {
            viewport.reveal(layout.column(map.node()).tile(map.channel()));
        }
    }

    /** Selects a map and shows it; opens the blocks that hide it. */
    public void go(Selection map) {
        folding.reach(map.node(), () -> select(map));
    }

    /** Shows a block as large as the window allows, or all for {@link BlockTree#TOP}. */
    public void showBlock(String block) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        if (block.equals(BlockTree.TOP)) {
            viewport.fit();
        } else if (layout != null) {
            layout.card(folding.outermostClosed(block)).ifPresent(card -> viewport.showWhole(card.bounds()));
        }
    }

    /** Shows a layer as large as the window allows; opens the blocks that hide it. */
    public void showNode(String node) {
        folding.reach(node, () -> {
            NetworkMapLayout layout = viewport.layoutProperty().get();
            viewport.showWhole(
                    layout.box(node).orElseGet(() -> layout.column(node).bounds()));
        });
    }

    /** The node whose heading or maps are at a place of a composed map. */
    public Optional<String> nodeAt(double x, double y) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        Point2D world = viewport.toWorld(x, y);
        return layout == null || layout.isRow()
                ? Optional.empty()
                : layout.columns().stream()
                        .map(Column::node)
                        .filter(node -> layout.box(node)
                                .filter(box -> box.contains(world))
                                .isPresent())
                        .findFirst();
    }

    /** The block whose card or frame is at a place, unless a layer within is. */
    public Optional<Card> cardAt(double x, double y) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        Point2D world = viewport.toWorld(x, y);
        return layout == null || nodeAt(x, y).isPresent()
                ? Optional.empty()
                : layout.cardAt(world.getX(), world.getY());
    }

    /** The closed block at a place, or the open one whose title is there. */
    public Optional<String> foldAt(double x, double y) {
        return cardAt(x, y).filter(card -> !card.isOpen() || isTitle(card, y)).map(Card::block);
    }

    /** Opens or closes the block whose sign is at a place; whether there is one. */
    public boolean press(double x, double y) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        List<Card> cards = layout == null ? List.of() : layout.cards();
        Optional<Card> card = cards.stream()
                .filter(each -> FoldSign.of(each, viewport.cameraProperty().get())
                        .filter(sign -> Rectangles.grown(sign, 3).contains(x, y))
                        .isPresent())
                .reduce((outer, inner) -> inner);
        card.ifPresent(each -> folding.toggle(each.block(), x, y));
        return card.isPresent();
    }

    private boolean isTitle(Card frame, double y) {
        Rectangle2D seen = viewport.cameraProperty().get().toScreen(frame.bounds());
        double title = Math.max(
                FoldSign.SIDE + 4,
                Sizes.FRAME_TITLE * viewport.cameraProperty().get().scale());
        return y < seen.getMinY() + title;
    }

    private Paths paths() {
        return new Paths(
                explore.runProperty().get().blueprint(),
                folding,
                viewport.layoutProperty().get());
    }

    private Selection at(double x, double y) {
        NetworkMapLayout layout = viewport.layoutProperty().get();
        Point2D world = viewport.toWorld(x, y);
        return layout == null ? null : layout.at(world.getX(), world.getY()).orElse(null);
    }

    private void watch() {
        selectedKernels.watch(selected());
        focusKernels.watch(focus());
    }

    private Selection known(Selection where) {
        OpenRun run = explore.runProperty().get();
        boolean known = where != null
                && run != null
                && run.blueprint().has(where.node())
                && where.channel() < run.blueprint().shape(where.node()).channels();
        return known ? where : null;
    }

    private void judgeAge() {
        Overview shown = explore.overviewProperty().get();
        boolean late = !explore.moment().isPast()
                && Lag.isLate(
                        shown,
                        explore.progressProperty().get(),
                        explore.pictures().perSecondProperty().get());
        staleStep.set(late ? Long.valueOf(shown.stamp().step()) : null);
    }
}
