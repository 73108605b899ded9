package org.convscope.ui.mistakes;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.convscope.workbench.Answers;

/** The watched images, and what a person can do with the list of them. */
final class WatchPane extends BorderPane {

    private static final int LOOK_MILLIS = 500;

    private final WatchModel model;
    private final Label heading = new Label();
    private final WatchView view;
    private final Button unpin;

    WatchPane(WatchModel model, Pulse pulse) {
        this.model = model;
        getStyleClass().add("mistakes-pane");
        setMinSize(0, 0);
        this.unpin = button("unpin", () -> model.unpin(looked()));
        this.view = new WatchView(model, this::head);
        heading.getStyleClass().addAll(Styles.MUTED, "mistakes-heading");
        heading.setMinWidth(0);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        Button pin = button("pin", model::pin);
        Button first = button("watch-first", model::watchFirst);
        Observable[] all = {
            model.imagesProperty(),
            model.explore().testIndexProperty(),
            model.explore().runProperty()
        };
        BooleanBinding isWatched =
                Bindings.createBooleanBinding(() -> model.imagesProperty().get().contains(looked()), all);
        show(pin, Bindings.createBooleanBinding(() -> model.mayPin(), all));
        show(unpin, isWatched);
        show(first, Bindings.createBooleanBinding(model::isChanged, all));
        HBox top = new HBox(heading, first, unpin, pin);
        top.getStyleClass().add("mistakes-top");
        setTop(top);
        setCenter(new StackPane(view, empty()));
        Texts.language().addListener(changed -> head());
        pulse.repeat(LOOK_MILLIS, () -> model.seenProperty().set(isSeen(this)));
        head();
    }

    private int looked() {
        return model.explore().testIndexProperty().get();
    }

    private Label empty() {
        Label empty = new Label();
        empty.setWrapText(true);
        empty.getStyleClass().add(Styles.MUTED);
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                model.explore().runProperty().get() == null || model.canAnswer()
                                        ? "mistakes.watched.none"
                                        : "mistakes.watched.notWhole"),
                        model.explore().runProperty(),
                        Texts.language()));
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.imagesProperty().get().isEmpty(), model.imagesProperty()));
        return empty;
    }

    private static void show(Button button, BooleanBinding when) {
        button.visibleProperty().bind(when);
        button.managedProperty().bind(when);
    }

    private static Button button(String name, Runnable deed) {
        Button button = new Button();
        button.setId(name);
        button.getStyleClass().add(Styles.COMPACT);
        button.textProperty().bind(Texts.of("mistakes.button." + name));
        button.setMinWidth(USE_PREF_SIZE);
        Tips.install(button, "mistakes.button." + name + ".tip");
        button.setOnAction(pressed -> deed.run());
        return button;
    }

    private void head() {
        Answers answers = model.answersProperty().get();
        String words = view == null ? "" : view.words();
        if (words.isEmpty() && answers != null) {
            boolean isPast = model.explore().momentProperty().get().isPresent();
            words = Texts.get(
                    isPast ? "mistakes.watched.past" : "mistakes.watched",
                    model.imagesProperty().get().size(),
                    Numbers.count(answers.stamp().step()));
        }
        heading.setText(words);
    }

    /** Whether a person could see it: nothing around it is folded or hidden. */
    private static boolean isSeen(Node node) {
        boolean isSeen = node.getScene() != null;
        for (Node each = node; each != null && isSeen; each = each.getParent()) {
            isSeen = each.isVisible();
        }
        return isSeen;
    }
}
