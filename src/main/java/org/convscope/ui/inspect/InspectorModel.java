package org.convscope.ui.inspect;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Lens;
import org.convscope.lens.Overview;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Plane;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.Closer;
import org.convscope.workbench.Findings;
import org.convscope.workbench.OpenRun;

/**
 * What the inspector knows: the selected map, one cell of it, and what the open aspect shows of them. It
 * asks again with every new picture of the network; the newest question wins.
 */
public final class InspectorModel {

    /** How long a sliding kernel rests on a cell. */
    static final int SLIDE_MILLIS = 250;

    private final ExploreModel explore;
    private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper selected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Findings> findings = new ReadOnlyObjectWrapper<>(Findings.NONE);
    private final ReadOnlyBooleanWrapper sliding = new ReadOnlyBooleanWrapper();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final ObjectProperty<Aspect> aspect = new SimpleObjectProperty<>(Aspect.SUM);
    private boolean isStrongest;
    private boolean isStepping;

    /** A model that follows what is selected. */
    public InspectorModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        explore.selectionProperty().addListener((selection, before, now) -> turn());
        explore.runProperty().addListener((run, before, now) -> turn());
        explore.subjectProperty().addListener((subject, before, now) -> stopSliding());
        // Every picture, also one like the last: what was found in it is news.
        explore.overviewProperty().addListener(changed -> receive());
        aspect.addListener((chosen, before, now) -> {
            stopSliding();
            findings.set(Findings.NONE);
            ask();
        });
        pulse.repeat(SLIDE_MILLIS, this::beat);
        turn();
    }

    /** Whether a map is selected. */
    public ReadOnlyBooleanProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /**
     * What it looks at: the selected map; while there is none, an example that is looked at once and shown
     * to nobody, so that the first click finds everything warm; or {@code null}.
     */
    public ReadOnlyObjectProperty<Inspected> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    /** Where it looks, or {@code null}. */
    public Place place() {
        return inspected.get() == null ? null : inspected.get().place();
    }

    /** What the open aspect has found; until the answer for a new map is there, what it found for the last one of the node. */
    public ReadOnlyObjectProperty<Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What is told of the map. */
    public ObjectProperty<Aspect> aspectProperty() {
        return aspect;
    }

    /** Whether the kernel walks over the map by itself. */
    public ReadOnlyBooleanProperty slidingProperty() {
        return sliding.getReadOnlyProperty();
    }

    /** Whether the person wants no motion: a slide is then one cell a press. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** What all panels share. */
    public ExploreModel explore() {
        return explore;
    }

    /** The maps of another node in the same picture, or {@code null}. */
    public Mosaic mapsOf(String node) {
        Overview overview = explore.overviewProperty().get();
        return overview == null ? null : overview.mosaics().get(node);
    }

    /** Looks at a cell of the map. */
    public void pick(int row, int column) {
        if (selected.get()) {
            stopSliding();
            point(place().at(row, column));
        }
    }

    /** Looks at a neighbouring cell, or stays at the edge. */
    public void move(int rows, int columns) {
        if (selected.get()) {
            pick(place().cell().row() + rows, place().cell().column() + columns);
        }
    }

    /** Looks at another map or unit of the same node. */
    public void pickChannel(int channel) {
        if (selected.get() && channel >= 0 && channel < place().shape().channels()) {
            explore.selectionProperty().set(Selection.of(place().node(), channel));
        }
    }

    /** Goes from the cell back to the map as a whole; whether there was a cell to leave. */
    public boolean leaveCell() {
        Selection selection = explore.selectionProperty().get();
        if (selection == null || !selection.hasCell()) {
            return false;
        }
        explore.selectionProperty().set(Selection.of(selection.node(), selection.channel()));
        return true;
    }

    /** Selects the first map of the second convolution, where kernels of several channels meet. */
    public void selectAnExample() {
        if (explore.runProperty().get() != null) {
            explore.selectionProperty().set(example(explore.runProperty().get().blueprint()));
        }
    }

    /** Whether there is a map that a kernel or a window walks over. */
    public boolean canSlide() {
        return selected.get() && place().isMap() && !place().isInput();
    }

    /** Starts or stops the walk over the map; where no motion is wanted, goes one cell on. */
    public void toggleSliding() {
        if (sliding.get() || !canSlide()) {
            stopSliding();
        } else if (reducedMotion.get()) {
            point(place().next());
        } else {
            sliding.set(true);
            slide();
        }
    }

    /** Stands still. */
    public void stopSliding() {
        sliding.set(false);
    }

    private void beat() {
        slide();
        boolean isIdle = !selected.get() && inspected.get() == null;
        if (isIdle
                && explore.overviewProperty().get() != null
                && explore.runProperty().get() != null) {
            Blueprint blueprint = explore.runProperty().get().blueprint();
            Selection example = example(blueprint);
            look(new Place(blueprint, example.node(), example.channel(), new Cell(0, 0)));
        }
    }

    private void slide() {
        if (sliding.get()) {
            isStepping = true;
            point(place().next());
            isStepping = false;
        }
    }

    private static Selection example(Blueprint blueprint) {
        List<Node> convolutions = blueprint.nodes().stream()
                .filter(node -> node.op() instanceof Op.Conv)
                .toList();
        Node node = convolutions.isEmpty() ? blueprint.last() : convolutions.get(Math.min(1, convolutions.size() - 1));
        return Selection.of(node.id(), 0);
    }

    private void point(Place to) {
        explore.selectionProperty().set(new Selection(to.node(), to.channel(), to.cell()));
    }

    private void turn() {
        Selection selection = explore.selectionProperty().get();
        OpenRun run = explore.runProperty().get();
        if (!isStepping) {
            stopSliding();
        }
        boolean isSelected = selection != null && run != null && run.blueprint().has(selection.node());
        if (!isSelected) {
            selected.set(false);
            explore.pictures().closerProperty().set(Optional.empty());
            if (run == null || place() == null || !place().blueprint().equals(run.blueprint())) {
                inspected.set(null);
                findings.set(Findings.NONE);
            }
            return;
        }
        Place now = new Place(run.blueprint(), selection.node(), selection.channel(), new Cell(0, 0));
        isStrongest = !selection.hasCell();
        if (selection.hasCell()) {
            now = now.at(selection.cell().row(), selection.cell().column());
        }
        if (place() == null || !now.isSameNode(place())) {
            findings.set(Findings.NONE);
        }
        selected.set(true);
        look(now);
    }

    private void look(Place wanted) {
        Mosaic maps = mapsOf(wanted.node());
        Place at = wanted;
        if (maps != null && isStrongest) {
            isStrongest = false;
            Cell strongest = strongest(maps.plane(wanted.channel()));
            at = wanted.at(strongest.row(), strongest.column());
        }
        inspected.set(new Inspected(at, Optional.ofNullable(maps)));
        ask();
    }

    /** Where the most can be explained: the largest value, however it is signed. */
    private static Cell strongest(Plane plane) {
        Cell best = new Cell(0, 0);
        for (int row = 0; row < plane.height(); row++) {
            for (int column = 0; column < plane.width(); column++) {
                if (Math.abs(plane.at(row, column)) > Math.abs(plane.at(best.row(), best.column()))) {
                    best = new Cell(row, column);
                }
            }
        }
        return best;
    }

    /** Has the place looked at closer with every picture from now on. */
    private void ask() {
        Place place = place();
        if (place != null) {
            String node = aspect.get() == Aspect.HEALTH ? place.answering() : place.node();
            List<Lens> lenses = aspect.get().lenses(place.blueprint(), node);
            Optional<Closer> wish = Optional.of(new Closer(node, place.channel(), place.cell(), lenses));
            if (wish.equals(explore.pictures().closerProperty().get())) {
                receive();
            } else {
                explore.pictures().closerProperty().set(wish);
            }
        }
    }

    /** A picture has come, and what was found in it, unless it was asked for before the place was chosen. */
    private void receive() {
        Optional<Findings> found = explore.pictures().findingsProperty().get();
        if (explore.overviewProperty().get() == null || place() == null) {
            return;
        }
        if (isStrongest && selected.get()) {
            look(place());
        } else if (found.isPresent()) {
            inspected.set(new Inspected(place(), Optional.of(mapsOf(place().node()))));
            findings.set(found.get());
            if (!selected.get()) {
                explore.pictures().closerProperty().set(Optional.empty());
            }
        }
    }
}
