package org.convscope.ui.shell;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;
import org.convscope.ui.kit.Typefaces;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip at the top: what is open, where it stands, and how the window is seen. */
final class ToolBarView extends HBox {

    private final ShellModel shell;
    private final Button networkChip = new Button();

    ToolBarView(ShellModel shell, ExploreModel explore, StateChipModel state, NewsDesk desk, DataMenu data) {
        this.shell = shell;
        getStyleClass().add("bar");
        Label name = new Label("ConvScope");
        name.getStyleClass().add("brand");
        name.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Region spaceToo = new Region();
        HBox.setHgrow(spaceToo, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name,
                        networkChip(),
                        data,
                        stateChip(state, desk),
                        space,
                        new ModeSwitch(explore.modeProperty(), explore.comparingProperty()),
                        spaceToo,
                        help(),
                        theme(),
                        language());
    }

    /** Where the form for a new run opens. */
    Button networkChip() {
        if (networkChip.getId() == null) {
            networkChip.setId("network-chip");
            networkChip.textProperty().bind(shell.networkName());
            Region arrow = new Region();
            arrow.getStyleClass().add("chip-arrow");
            networkChip.setGraphic(arrow);
            networkChip.setContentDisplay(ContentDisplay.RIGHT);
            Tips.install(networkChip, "shell.tip.network");
        }
        return networkChip;
    }

    private static Button stateChip(StateChipModel state, NewsDesk desk) {
        Button chip = new Button();
        chip.setId("state-chip");
        chip.getStyleClass().add("state-chip");
        chip.textProperty().bind(state.textProperty());
        Tips.install(chip, "shell.tip.state");
        chip.setMinWidth(0);
        Runnable colour = () -> {
            for (StateChipModel.Tone tone : StateChipModel.Tone.values()) {
                chip.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)),
                        tone == state.toneProperty().get());
            }
        };
        state.toneProperty().addListener(changed -> colour.run());
        colour.run();
        chip.disableProperty().bind(state.endedProperty().isNull());
        chip.setOnAction(asked -> desk.tell(state.endedProperty().get()));
        return chip;
    }

    private Button help() {
        Button help = icon("help", Feather.HELP_CIRCLE);
        help.setOnAction(pressed ->
                shell.helpOpenProperty().set(!shell.helpOpenProperty().get()));
        return help;
    }

    private Button theme() {
        Button theme = icon("theme", Feather.MOON);
        theme.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(shell.themeProperty().get() == Theme.LIGHT ? Feather.MOON : Feather.SUN),
                        shell.themeProperty()));
        theme.setOnAction(pressed -> shell.toggleTheme());
        return theme;
    }

    private Button language() {
        Button language = new Button(shell.isChineseOffered() ? "EN / 中文" : "EN / Chinese");
        language.setId("language");
        // Not every machine finds the characters of one language while it writes the other.
        Typefaces.chinese().ifPresent(face -> language.setStyle("-fx-font-family: \"" + face + "\";"));
        Tips.install(language, "shell.tip.language");
        language.setMinWidth(USE_PREF_SIZE);
        language.getStyleClass().add(Styles.COMPACT);
        language.setOnAction(pressed -> shell.toggleLanguage());
        return language;
    }

    private static Button icon(String id, Feather icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.COMPACT, "icon-button");
        button.accessibleTextProperty().bind(Texts.of("shell.tip." + id));
        Tips.install(button, "shell.tip." + id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
