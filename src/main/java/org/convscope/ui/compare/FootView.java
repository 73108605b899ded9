package org.convscope.ui.compare;

import java.util.List;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The line below the curves: the numbers of what is pointed at, and how the maps are shown. */
final class FootView extends HBox {

    private final CompareModel model;
    private final ReadoutModel readout;
    private final Label pointed = new Label();
    private final MenuButton image = Controls.menu("image", "image");

    FootView(CompareModel model) {
        this.model = model;
        this.readout = new ReadoutModel(model);
        getStyleClass().add("compare-foot");
        pointed.setId("compare-pointed");
        pointed.setMinWidth(0);
        HBox.setHgrow(pointed, Priority.ALWAYS);
        pointed.setMaxWidth(Double.MAX_VALUE);
        // A menu without items does not open.
        image.getItems().add(new SeparatorMenuItem());
        image.setOnShowing(showing -> fill());
        Button scale = Controls.button("scale", () -> model.sharedScalesProperty()
                .set(!model.sharedScalesProperty().get()));
        scale.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                model.sharedScalesProperty().get() ? "compare.scale.shared" : "compare.scale.own"),
                        model.sharedScalesProperty(),
                        Texts.language()));
        getChildren()
                .addAll(
                        pointed,
                        matchedAt(),
                        now(),
                        image,
                        Controls.toggle(
                                "matched",
                                "matched",
                                "compare.toggle.matched",
                                model.matching().wishedProperty()),
                        Controls.toggle(
                                "differences",
                                "differences",
                                "compare.toggle.differences",
                                model.differencesProperty()),
                        scale);
        model.gaze().hoveredProperty().addListener(changed -> point());
        model.gaze().selectionProperty().addListener(changed -> point());
    }

    /** Writes the numbers anew. */
    void refresh() {
        image.setText(Texts.get(
                "compare.image", Numbers.count(model.gaze().imageProperty().get())));
        point();
    }

    private void point() {
        String text = readout.text();
        pointed.setText(text.isEmpty() ? Texts.get("compare.hint") : text);
    }

    /** Of which step the maps are paired that stand under each other. */
    private Label matchedAt() {
        Label says = new Label();
        says.setId("compare-matched-at");
        says.getStyleClass().add(Styles.MUTED);
        says.setMinWidth(USE_PREF_SIZE);
        says.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.matching().stepProperty().get().isPresent()
                                ? Texts.get(
                                        "compare.matchedAt",
                                        Numbers.count(model.matching()
                                                .stepProperty()
                                                .get()
                                                .getAsLong()))
                                : "",
                        model.matching().stepProperty(),
                        Texts.language()));
        says.managedProperty().bind(says.textProperty().isNotEmpty());
        return says;
    }

    /** Back from the past. */
    private Button now() {
        Button now = Controls.button("now", () -> model.momentProperty().set(OptionalLong.empty()));
        now.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                "compare.now",
                                Numbers.count(model.momentProperty().get().orElse(0))),
                        model.momentProperty(),
                        Texts.language()));
        now.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.momentProperty().get().isPresent(), model.momentProperty()));
        now.managedProperty().bind(now.visibleProperty());
        return now;
    }

    /** A menu that leads to the next image of a class. */
    private void fill() {
        image.getItems().clear();
        List<String> names = model.gaze().classNames();
        for (int label = 0; label < names.size(); label++) {
            int wanted = label;
            MenuItem item = new MenuItem(names.get(label));
            item.setOnAction(chosen -> model.gaze().showClass(wanted));
            image.getItems().add(item);
        }
    }
}
