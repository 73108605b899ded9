package org.convscope.ui.dock.study;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.train.StepStudy;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The loss of the batch before and after its update, and what else is to be said of the step as a whole. */
final class LossPane extends VBox {

    private final GridPane facts = new GridPane();

    LossPane() {
        getStyleClass().add("study-loss");
        facts.getStyleClass().add("facts");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        getChildren().add(facts);
    }

    void show(StepStudy study) {
        facts.getChildren().clear();
        row("step", Numbers.count(study.step()));
        row("images", Numbers.count(study.images()));
        row("before", Numbers.text(study.before().loss()));
        row("after", Numbers.text(study.after().loss()));
        row("learned", Numbers.text(study.learnedLoss()));
        row(
                "accuracy",
                Numbers.percent(study.before().accuracy()) + " → "
                        + Numbers.percent(study.after().accuracy()));
        row("rate", Numbers.text(study.learningRate()));
    }

    private void row(String name, String number) {
        ObservableValue<String> words = Texts.of("dock.study.fact." + name);
        Label key = new Label();
        key.textProperty().bind(words);
        key.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        key.setMinWidth(USE_PREF_SIZE);
        Tips.install(key, "dock.study.tip.fact." + name);
        Label value = new Label(number);
        value.setId("study-" + name);
        value.getStyleClass().addAll("value", Styles.SMALL);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setMinWidth(USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), key, value);
    }
}
