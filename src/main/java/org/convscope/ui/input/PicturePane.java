package org.convscope.ui.input;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.convscope.spec.Fit;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** A picture from the person's disk, and how it is made to fit. */
final class PicturePane extends VBox {

    private final PictureModel model;

    PicturePane(PictureModel model) {
        this.model = model;
        getStyleClass().add("picture");
        getChildren().addAll(choose(), name(), fit(), invert(), hint());
    }

    private Button choose() {
        Button choose = new Button();
        choose.setId("choose-picture");
        choose.textProperty().bind(Texts.of("input.choosePicture"));
        Tips.install(choose, "input.tip.choose");
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setOnAction(pressed -> ask());
        return choose;
    }

    private void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("input.choosePicture"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Texts.get("input.pictures"),
                        PictureModel.ENDINGS.stream()
                                .sorted()
                                .map(ending -> "*." + ending)
                                .toList()));
        if (model.fileProperty().get() != null) {
            chooser.setInitialDirectory(
                    model.fileProperty().get().toAbsolutePath().getParent().toFile());
        }
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    private Label name() {
        Label name = new Label();
        name.getStyleClass().add(Styles.SMALL);
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.fileProperty().get() == null
                                ? ""
                                : String.valueOf(model.fileProperty().get().getFileName()),
                        model.fileProperty()));
        name.visibleProperty().bind(model.fileProperty().isNotNull());
        name.managedProperty().bind(name.visibleProperty());
        return name;
    }

    private Chooser<Fit> fit() {
        Chooser<Fit> fit = new Chooser<>(List.of(Fit.values()), value -> Texts.get("input.fit." + value));
        fit.setId("picture-fit");
        fit.accessibleTextProperty().bind(Texts.of("input.fit"));
        Tips.install(fit, "input.fit");
        fit.valueProperty().bindBidirectional(model.fitProperty());
        return fit;
    }

    private CheckBox invert() {
        CheckBox invert = new CheckBox();
        invert.setId("picture-invert");
        invert.textProperty().bind(Texts.of("input.invert"));
        invert.setWrapText(true);
        Tips.install(invert, "input.invertHelp");
        invert.selectedProperty().bindBidirectional(model.invertedProperty());
        return invert;
    }

    private static Label hint() {
        Label hint = new Label();
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        hint.textProperty().bind(Texts.of("input.dropHint"));
        hint.setWrapText(true);
        return hint;
    }
}
