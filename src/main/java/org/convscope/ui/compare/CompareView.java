package org.convscope.ui.compare;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.ui.explore.Driver;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;

/** Several networks that learn side by side: what is compared above, the runs under each other, curves and table below. */
public final class CompareView extends BorderPane implements Driver {

    /** Five times a second are calm, and leave the machine to the training. */
    private static final int REFRESH_MILLIS = 200;

    private static final double BELOW = 0.28;
    private static final double LEAST_BELOW = 164;
    private static final double MOST_BELOW = 264;

    private final CompareModel model;
    private final RowsView rows;
    private final PlotView loss;
    private final PlotView accuracy;
    private final DiffersView differs;
    private final BarView bar;
    private final FootView foot;
    private final HBox below;
    private long written = -1;

    /** A view with nothing to compare yet; to be made when it is first wanted. */
    public CompareView(ExploreModel explore, Pulse pulse) {
        this(new CompareModel(explore, pulse, new Random(), ForkJoinPool.commonPool()), pulse);
    }

    CompareView(CompareModel model, Pulse pulse) {
        this.model = model;
        this.rows = new RowsView(model, pulse);
        this.loss = new PlotView(model, true);
        this.accuracy = new PlotView(model, false);
        this.differs = new DiffersView(model);
        this.bar = new BarView(model);
        this.foot = new FootView(model);
        setId("compare");
        getStyleClass().add("compare");
        setFocusTraversable(true);
        Theme.dress(this, "compare");
        below = new HBox(loss, accuracy, differs);
        below.getStyleClass().add("compare-below");
        below.setMinHeight(0);
        for (Region part : new Region[] {loss, accuracy, differs}) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(1);
        }
        BorderPane bottom = new BorderPane(below);
        bottom.setBottom(foot);
        PresetsView presets = new PresetsView(model);
        VBox coming = coming();
        setTop(bar);
        setCenter(new StackPane(rows, presets, coming));
        setBottom(bottom);
        Runnable arrange = () -> {
            boolean isEmpty = model.sidesProperty().get().isEmpty();
            boolean isOpening = model.openingProperty().get();
            rows.setVisible(!isEmpty);
            presets.setVisible(isEmpty && !isOpening);
            coming.setVisible(isEmpty && isOpening);
            bottom.setVisible(!isEmpty);
            bottom.setManaged(!isEmpty);
            refresh();
        };
        model.sidesProperty().addListener(changed -> {
            arrange.run();
            // What was pressed may be gone.
            requestFocus();
        });
        model.openingProperty().addListener(changed -> arrange.run());
        arrange.run();
        Texts.language().addListener(changed -> refresh());
        pulse.repeat(REFRESH_MILLIS, this::refreshIfSeen);
        addEventHandler(KeyEvent.KEY_PRESSED, new CompareKeys(model, rows::reveal)::press);
    }

    /** What is compared. */
    public CompareModel model() {
        return model;
    }

    @Override
    public void trainOrPause() {
        model.playOrPause();
    }

    @Override
    public void step() {
        model.step();
    }

    @Override
    public void previousImage() {
        model.gaze().show(model.gaze().imageProperty().get() - 1);
    }

    @Override
    public void nextImage() {
        model.gaze().show(model.gaze().imageProperty().get() + 1);
    }

    @Override
    public void randomImage() {
        model.gaze().showAny();
    }

    @Override
    protected void layoutChildren() {
        below.setPrefHeight(Math.max(LEAST_BELOW, Math.min(MOST_BELOW, getHeight() * BELOW)));
        super.layoutChildren();
    }

    private VBox coming() {
        Label says = new Label();
        says.textProperty().bind(Texts.of("compare.opening"));
        says.getStyleClass().addAll(Styles.HEADLINE, Styles.MUTED);
        Button cancel = Controls.button("cancel", model::clear);
        cancel.textProperty().bind(Texts.of("compare.cancel"));
        VBox coming = new VBox(says, cancel);
        coming.getStyleClass().add("compare-coming");
        return coming;
    }

    private void refreshIfSeen() {
        if (written != model.revisionProperty().get() && isVisible()) {
            refresh();
        }
    }

    private void refresh() {
        written = model.revisionProperty().get();
        bar.refresh();
        foot.refresh();
        rows.refresh();
        loss.paint();
        accuracy.paint();
        differs.refresh();
    }
}
