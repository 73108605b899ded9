package org.convscope.ui.dock.study;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.train.StepStudy;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** Forward, loss, gradients, update: one step, from left to right. */
public final class StudyView extends HBox {

    private final StudyModel model;
    private final ObjectProperty<Surface> surface;
    private final ExamplesPane examples;
    private final LossPane loss = new LossPane();
    private final LayersTable layers;
    private final FilterPicture gradient = new FilterPicture("∂L/∂w");
    private final FilterPicture update = new FilterPicture("Δw");
    private final Label kernelTitle = new Label();
    private final VBox kernels = new VBox();
    private final Label instead = new Label();

    // Held here for as long as the view lives; the language itself would hold it for ever.
    private final InvalidationListener following = changed -> show();

    /** A panel over this model. */
    public StudyView(StudyModel model, ObjectProperty<Surface> surface) {
        this.model = model;
        this.surface = surface;
        this.examples = new ExamplesPane(model);
        this.layers = new LayersTable(model);
        setId("study");
        getStyleClass().add("study");
        instead.setId("study-instead");
        instead.getStyleClass().add(Styles.MUTED);
        instead.setWrapText(true);
        instead.textProperty().bind(Texts.of("dock.study.none"));
        instead.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(instead, Priority.ALWAYS);
        kernelTitle.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        kernels.getStyleClass().add("study-kernels");
        // Tiles look as they do in the inspector.
        Theme.dress(kernels, "inspect");
        HBox both = new HBox(gradient, update);
        both.getStyleClass().add("study-pictures");
        kernels.getChildren().addAll(kernelTitle, both);
        model.studyProperty().addListener(changed -> show());
        model.shownProperty().addListener(changed -> show());
        model.kernelsProperty().addListener(changed -> showKernels());
        surface.addListener(changed -> showKernels());
        Texts.language().addListener(new WeakInvalidationListener(following));
        show();
        showKernels();
    }

    private void show() {
        if (!model.shownProperty().get()) {
            // Hundreds of words for every step that nobody looks at would take time from the maps.
            return;
        }
        Optional<StepStudy> study = model.studyProperty().get();
        if (study.isEmpty()) {
            getChildren().setAll(instead);
            return;
        }
        StepStudy seen = study.get();
        examples.show(seen);
        loss.show(seen);
        layers.show(seen);
        if (!isLaidOut()) {
            Node forward = section("forward", scrolling(examples));
            HBox.setHgrow(forward, Priority.ALWAYS);
            getChildren()
                    .setAll(
                            forward,
                            section("loss", loss),
                            section("gradients", scrolling(layers)),
                            section("update", scrolling(kernels)));
        }
    }

    private boolean isLaidOut() {
        return getChildren().size() > 1;
    }

    private void showKernels() {
        Optional<StudyModel.Kernels> found = model.kernelsProperty().get();
        gradient.setVisible(found.isPresent());
        update.setVisible(found.isPresent());
        kernelTitle.setText(found.map(of -> of.node() + " · " + of.channel()).orElse(Numbers.UNKNOWN));
        found.ifPresent(of -> {
            gradient.show(of.gradient(), surface.get());
            update.show(of.update(), surface.get());
        });
        model.chosen().ifPresent(at -> layers.mark(at.node()));
    }

    private static VBox section(String name, Node content) {
        Label title = Panel.title("dock.study." + name);
        Tips.install(title, "dock.study.tip." + name);
        VBox section = new VBox(title, content);
        section.setId("study-" + name);
        section.getStyleClass().addAll(Styles.PANEL, "dock-panel", "study-section");
        section.setMinWidth(USE_PREF_SIZE);
        if (name.equals("forward")) {
            section.setMinWidth(0);
        }
        VBox.setVgrow(content, Priority.ALWAYS);
        return section;
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        return scroll;
    }
}
