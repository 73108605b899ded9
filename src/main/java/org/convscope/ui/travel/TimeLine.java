package org.convscope.ui.travel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** A slider over the recorded steps, each as far from the next as any other, with a mark where an epoch ends. */
final class TimeLine extends StackPane {

    private static final double LEAST_GAP = 4;
    private static final double MARK_HEIGHT = 5;
    private static final double BELOW_MIDDLE = 5;

    private final TravelModel model;
    private final Slider slider = new Slider();
    private final Pane marks = new Pane() {
        @Override
        protected void layoutChildren() {
            place();
        }
    };
    private boolean isFollowing;

    TimeLine(TravelModel model) {
        this.model = model;
        getStyleClass().add("time-line");
        slider.setId("travel-slider");
        slider.setMin(0);
        slider.setBlockIncrement(1);
        slider.accessibleTextProperty().bind(Texts.of("travel.slider"));
        Tips.install(slider, "travel.slider.tip");
        slider.valueProperty().addListener((value, before, now) -> drag(now.doubleValue()));
        marks.setMouseTransparent(true);
        model.positionProperty().addListener(changed -> follow());
        model.stepsProperty().addListener(changed -> follow());
        model.marksProperty().addListener(changed -> mark());
        slider.visibleProperty().bind(model.canTravel());
        Label empty = new Label();
        empty.setId("travel-empty");
        empty.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        empty.textProperty().bind(model.emptiness());
        StackPane.setAlignment(empty, Pos.CENTER_LEFT);
        getChildren().addAll(slider, marks, empty);
        setMinWidth(120);
        follow();
        mark();
    }

    /** Shows where the model stands. */
    private void follow() {
        isFollowing = true;
        slider.setMax(Math.max(1, model.stepsProperty().get().size()));
        slider.setValue(model.positionProperty().get());
        isFollowing = false;
        marks.requestLayout();
    }

    private void drag(double value) {
        if (!isFollowing) {
            model.rest();
            model.positionProperty().set((int) Math.round(value));
        }
    }

    private void mark() {
        marks.getChildren().clear();
        for (int ignored : model.marksProperty().get()) {
            Region mark = new Region();
            mark.getStyleClass().add("mark");
            marks.getChildren().add(mark);
        }
        marks.requestLayout();
    }

    /** The thumb's middle is where it stands, so the line begins half a thumb from the edge. */
    private void place() {
        Node thumb = slider.lookup(".thumb");
        double half = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
        double length = marks.getWidth() - 2 * half;
        double last = -LEAST_GAP;
        List<Integer> positions = model.marksProperty().get();
        for (int i = 0; i < positions.size() && i < marks.getChildren().size(); i++) {
            Region mark = (Region) marks.getChildren().get(i);
            double x = Math.rint(half + length * positions.get(i) / slider.getMax());
            mark.setVisible(x - last >= LEAST_GAP);
            last = mark.isVisible() ? x : last;
            mark.resizeRelocate(x, Math.rint(marks.getHeight() / 2) + BELOW_MIDDLE, 1, MARK_HEIGHT);
        }
    }
}
