package org.convscope.ui.mistakes;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** Panels in one place, of which one is seen; their titles are the tabs. Which one it was is remembered. */
final class TabbedPanel extends BorderPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final String KEY = "dockTab";
    private static final double PREFERRED = 330;

    private final HBox header = new HBox();
    private final StackPane content = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final Remembered remembered;

    TabbedPanel(Remembered remembered) {
        this.remembered = remembered;
        getStyleClass().addAll("tabbed");
        Theme.dress(this, "mistakes");
        setMinSize(0, 0);
        setPrefWidth(PREFERRED);
        header.getStyleClass().add("tab-header");
        setTop(header);
        setCenter(content);
        content.setMinSize(0, 0);
        // One of them is always chosen: a second click on it changes nothing.
        group.selectedToggleProperty().addListener((toggle, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
    }

    /** Adds a panel; {@code name} is its tab's, in the bundle and for whoever remembers it. */
    void add(String name, Region panel) {
        ToggleButton tab = new ToggleButton();
        tab.setId("tab-" + name);
        tab.getStyleClass().setAll("tab-button", Styles.PANEL_TITLE);
        tab.textProperty().bind(Texts.of("mistakes.tab." + name));
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setToggleGroup(group);
        Tips.install(tab, "mistakes.tab." + name + ".tip");
        tab.selectedProperty().addListener((selected, before, now) -> tab.pseudoClassStateChanged(SELECTED, now));
        tab.setOnAction(pressed -> remembered.put(KEY, name));
        panel.visibleProperty().bind(tab.selectedProperty());
        panel.managedProperty().bind(tab.selectedProperty());
        content.getChildren().add(panel);
        header.getChildren().add(tab);
        tabs.add(tab);
        boolean isWished = remembered.get(KEY).filter(name::equals).isPresent();
        if (isWished || group.getSelectedToggle() == null) {
            tab.setSelected(true);
        }
    }

    /** Adds what stands at the right of the tabs. */
    void addTool(Node tool) {
        if (header.getChildren().size() == tabs.size()) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            header.getChildren().add(space);
        }
        header.getChildren().add(tool);
    }
}
