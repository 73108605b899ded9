package org.convscope.ui.input;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** The column of what goes in. */
public final class InputView extends VBox {

    /** A column over these models. */
    public InputView(InputModel model, PictureModel pictures) {
        setId("input");
        getStyleClass().addAll(Styles.PANEL, "input");
        Theme.dress(this, "input");
        DatasetPane dataset = new DatasetPane(model);
        PicturePane picture = new PicturePane(pictures);
        ToggleButton datasetTab = tab("tab-dataset", "input.dataset", "input.tip.dataset");
        ToggleButton fileTab = tab("tab-file", "input.file", "input.tip.file");
        datasetTab.setSelected(true);
        SegmentedButton tabs = new SegmentedButton(datasetTab, fileTab);
        tabs.getStyleClass().add("tabs");
        // One of them is always chosen: a second click on it changes nothing.
        tabs.getToggleGroup().selectedToggleProperty().addListener((group, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        show(dataset, datasetTab);
        show(picture, fileTab);
        pictures.fileProperty().addListener((file, before, now) -> fileTab.setSelected(true));
        StackPane source = new StackPane(dataset, picture);
        VBox.setVgrow(source, Priority.ALWAYS);
        GuessesView guesses = new GuessesView(model);
        guesses.setMinHeight(USE_PREF_SIZE);
        Label prediction = Panel.title("input.prediction");
        prediction.setMinHeight(USE_PREF_SIZE);
        tabs.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new SubjectView(model), prediction, guesses, tabs, source);
    }

    private static ToggleButton tab(String id, String nameKey, String tipKey) {
        ToggleButton tab = new ToggleButton();
        tab.setId(id);
        tab.getStyleClass().add(Styles.COMPACT);
        tab.textProperty().bind(Texts.of(nameKey));
        Tips.install(tab, tipKey);
        tab.setMaxWidth(Double.MAX_VALUE);
        return tab;
    }

    private static void show(Node pane, ToggleButton tab) {
        pane.visibleProperty().bind(tab.selectedProperty());
        pane.managedProperty().bind(tab.selectedProperty());
    }
}
