package org.convscope.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** Lies over the window while the last step is recorded; whoever cannot wait is let go after a while. */
final class ClosingView extends StackPane {

    private static final Duration PATIENCE = Duration.seconds(8);

    ClosingView(ShellModel shell) {
        setId("saving");
        getStyleClass().add("veil");
        visibleProperty().bind(shell.closingProperty());
        managedProperty().bind(visibleProperty());
        Label words = new Label();
        words.textProperty().bind(Texts.of("shell.saving"));
        words.getStyleClass().add(Styles.STRONG);
        Button leave = new Button();
        leave.setId("close-without-waiting");
        leave.textProperty().bind(Texts.of("shell.closeWithoutWaiting"));
        leave.setOnAction(pressed -> shell.closeWithoutWaiting());
        leave.setVisible(false);
        leave.managedProperty().bind(leave.visibleProperty());
        VBox card = new VBox(new ProgressIndicator(), words, leave);
        card.getStyleClass().addAll("card", "saving");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(over -> leave.setVisible(true));
        shell.closingProperty().addListener((property, before, closing) -> {
            leave.setVisible(false);
            if (closing) {
                requestFocus();
                patience.playFromStart();
            } else {
                patience.stop();
            }
        });
    }
}
