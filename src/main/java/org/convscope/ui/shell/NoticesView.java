package org.convscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person is being told, as cards over the lower edge of the map. What is brief fits beside the map's tools. */
final class NoticesView extends VBox {

    /** Long enough to read one sentence and decide to undo. */
    private static final Duration SHORT_LIFE = Duration.seconds(12);

    private final Notices notices;
    private final Runnable leave;
    private final Map<Notice, VBox> cards = new HashMap<>();

    /**
     * Cards of what is told.
     *
     * @param leave takes the focus from a button that goes
     */
    NoticesView(Notices notices, Runnable leave) {
        this.notices = notices;
        this.leave = leave;
        setId("notices");
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        notices.shown().addListener((ListChangeListener<Notice>) change -> show());
        show();
    }

    private void show() {
        List<Notice> shown = notices.shown();
        cards.keySet().retainAll(shown);
        getChildren()
                .setAll(shown.stream()
                        .map(notice -> cards.computeIfAbsent(notice, this::card))
                        .toList());
    }

    private VBox card(Notice notice) {
        HBox head = new HBox(icon(notice.tone()), sentence(notice.headline(), Styles.STRONG));
        head.getStyleClass().add("notice-head");
        VBox card = new VBox(head);
        card.getStyleClass().addAll("notice", notice.tone().name().toLowerCase(Locale.ROOT));
        notice.details().forEach(detail -> card.getChildren().add(sentence(detail, "notice-detail")));
        HBox actions = new HBox();
        actions.getStyleClass().add("notice-actions");
        notice.actions().forEach(action -> actions.getChildren().add(button(notice, action)));
        if (notice.details().isEmpty()) {
            card.getStyleClass().add("brief");
            head.getChildren().add(actions);
        } else if (!notice.actions().isEmpty()) {
            card.getChildren().add(actions);
        }
        head.getChildren().add(dismiss(notice));
        if (notice.tone() == Notice.Tone.DONE) {
            goAway(notice, card);
        }
        return card;
    }

    private void goAway(Notice notice, VBox card) {
        PauseTransition life = new PauseTransition(SHORT_LIFE);
        life.setOnFinished(over -> notices.dismiss(notice));
        card.hoverProperty().addListener((property, before, hovered) -> {
            if (hovered) {
                life.stop();
            } else {
                life.playFromStart();
            }
        });
        life.play();
    }

    private static FontIcon icon(Notice.Tone tone) {
        return new FontIcon(
                switch (tone) {
                    case DONE -> Feather.INFO;
                    case PROBLEM -> Feather.ALERT_TRIANGLE;
                    case FAILURE -> Feather.ALERT_OCTAGON;
                });
    }

    private static Label sentence(ObservableValue<String> text, String style) {
        Label sentence = new Label();
        sentence.textProperty().bind(text);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.getStyleClass().add(style);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return sentence;
    }

    private Button dismiss(Notice notice) {
        Button dismiss = new Button(null, new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll("flat", "icon-button", "dismiss");
        dismiss.accessibleTextProperty().bind(Texts.of("shell.dismiss"));
        dismiss.setOnAction(pressed -> {
            leave.run();
            notices.dismiss(notice);
        });
        Tips.install(dismiss, "shell.dismiss");
        dismiss.setMinWidth(USE_PREF_SIZE);
        return dismiss;
    }

    private Button button(Notice notice, Notice.Action action) {
        Button button = new Button();
        button.setId(action.id());
        button.getStyleClass().add(Styles.COMPACT);
        button.textProperty().bind(action.label());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> {
            leave.run();
            notices.dismiss(notice);
            action.deed().run();
        });
        return button;
    }
}
