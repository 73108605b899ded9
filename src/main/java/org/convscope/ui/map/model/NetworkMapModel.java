package org.convscope.ui.map.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.geometry.KernelStrip;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.workbench.OpenRun;

/**
 * Where a person looks in the network map, and what mouse and keys do about it. Places are points of the
 * {@link Viewport}.
 */
public final class NetworkMapModel {

    private final ExploreModel explore;
    private final Viewport viewport = new Viewport();
    private final ReadOnlyObjectWrapper<Selection> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> staleStep = new ReadOnlyObjectWrapper<>();
    private final KernelWatch selectedKernels;
    private final KernelWatch focusKernels;

    /** The map of what {@code explore} has open. */
    public NetworkMapModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
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
            watch();
        });
    }

    /** The window onto the network. */
    public Viewport viewport() {
        return viewport;
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
                .map(op -> KernelStrip.between(
                        layout.column(node.inputs().get(0)),
                        layout.column(node.id()),
                        op.window().kernelSize()))
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
            select(step.from(selected(), viewport.layoutProperty().get()));
        }
    }

    /** Selects a map and shows it. */
    public void select(Selection map) {
        explore.selectionProperty().set(map);
        viewport.reveal(viewport.layoutProperty().get().column(map.node()).tile(map.channel()));
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
        boolean late = Lag.isLate(
                shown,
                explore.progressProperty().get(),
                explore.picturesPerSecondProperty().get());
        staleStep.set(late ? Long.valueOf(shown.stamp().step()) : null);
    }
}
