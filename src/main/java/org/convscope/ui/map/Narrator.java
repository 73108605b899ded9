package org.convscope.ui.map;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.bands.HeadingBand;
import org.convscope.ui.map.bands.ReadoutPill;
import org.convscope.ui.map.model.BlockNames;
import org.convscope.ui.map.model.Kernels;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.model.Readout;

/** Says what is under the mouse: a value, a weight, or what a heading stands for. */
final class Narrator {

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Region stage;
    private final ReadoutPill pill = new ReadoutPill();
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private double x;
    private double y;
    private boolean isMouseKnown;

    Narrator(ExploreModel explore, NetworkMapModel model, Region stage, HeadingBand headings) {
        this.explore = explore;
        this.model = model;
        this.stage = stage;
        headings.setOnMouseMoved(event -> explain(headings.at(event.getX(), event.getY()), event));
        headings.setOnMouseExited(event -> pill.hush());
    }

    /** Where it is said. */
    ReadoutPill pill() {
        return pill;
    }

    /** Whether words may not ease in. */
    BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** The mouse is at another place of the stage. */
    void follow(double mouseX, double mouseY) {
        x = mouseX;
        y = mouseY;
        isMouseKnown = true;
        speak();
    }

    /** Something else may lie under the mouse, which did not move. */
    void lookAgain() {
        if (isOverStage()) {
            model.point(x, y);
        }
        speak();
    }

    /** Says it anew, since numbers may have changed; what another panel points at is named there. */
    void speak() {
        Optional<Readout> words = isOverStage() ? underMouse() : Optional.empty();
        if (words.isPresent()) {
            say(words.get(), x, y + stage.getLayoutY());
        } else {
            pill.hush();
        }
    }

    /** A window that opens under a resting mouse does not learn where it is. */
    private boolean isOverStage() {
        return isMouseKnown && stage.isHover();
    }

    private Optional<Readout> underMouse() {
        Selection hovered = model.hovered();
        Kernels ofSelected = model.selectedKernelsProperty().get();
        if (hovered != null) {
            Kernels ofHovered = model.focusKernelsProperty().get();
            boolean isSource = ofSelected != null
                    && blueprint().node(ofSelected.map().node()).inputs().contains(hovered.node());
            return Optional.of(Readout.of(explore, hovered, isSource ? ofSelected : ofHovered));
        }
        return model.weightAt(x, y)
                .map(place -> Readout.ofWeight(blueprint(), ofSelected, place))
                .or(() -> model.nodeAt(x, y)
                        .map(node -> Readout.ofNode(explore.runProperty().get(), node)))
                .or(() -> model.foldAt(x, y).map(this::ofBlock));
    }

    private Readout ofBlock(String block) {
        return BlockNames.readout(
                blueprint(),
                explore.runProperty().get().census(),
                model.folding().tree().block(block));
    }

    private void explain(Node node, MouseEvent event) {
        if (node == null) {
            pill.hush();
        } else {
            say(Readout.ofNode(explore.runProperty().get(), node.id()), event.getX(), event.getY());
        }
    }

    private void say(Readout readout, double atX, double atY) {
        Region map = (Region) stage.getParent();
        pill.say(readout, atX, atY, map.getWidth(), map.getHeight(), reducedMotion.get());
    }

    private Blueprint blueprint() {
        return explore.runProperty().get().blueprint();
    }
}
