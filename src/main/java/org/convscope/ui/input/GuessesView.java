package org.convscope.ui.input;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Texts;

/** The likeliest classes as bars; the right one carries a tick, so that colour is not alone in saying so. */
final class GuessesView extends VBox {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final int ROWS = 3;

    private final InputModel model;
    private final List<Row> rows = new ArrayList<>();

    /** The nodes of one class, kept while the classes in them change. */
    private record Row(VBox box, Label name, ProgressBar bar, Label share) {}

    GuessesView(InputModel model) {
        this.model = model;
        setId("guesses");
        getStyleClass().add("guesses");
        for (int i = 0; i < ROWS; i++) {
            rows.add(row());
        }
        rows.forEach(row -> getChildren().add(row.box));
        model.guessesProperty().addListener(changed -> show());
        Texts.language().addListener(changed -> show());
        show();
    }

    private static Row row() {
        Label name = new Label();
        name.getStyleClass().add("guess-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label share = new Label();
        share.getStyleClass().add("guess-share");
        share.setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add("guess-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(Bindings.concat(name.textProperty(), " ", share.textProperty()));
        VBox box = new VBox(new HBox(name, share), bar);
        box.getStyleClass().add("guess");
        return new Row(box, name, bar, share);
    }

    private void show() {
        List<Guess> guesses = model.guessesProperty().get();
        for (int i = 0; i < ROWS; i++) {
            Row row = rows.get(i);
            boolean known = i < guesses.size();
            row.box.pseudoClassStateChanged(RIGHT, known && guesses.get(i).right());
            row.bar.setProgress(known ? guesses.get(i).probability() : 0);
            row.share.setText(known ? Numbers.percent(guesses.get(i).probability()) : Numbers.UNKNOWN);
            row.name.setText(known ? name(guesses.get(i)) : Numbers.UNKNOWN);
        }
    }

    private String name(Guess guess) {
        String name = model.className(guess.label());
        return guess.right() ? Texts.get("input.right", name) : name;
    }
}
