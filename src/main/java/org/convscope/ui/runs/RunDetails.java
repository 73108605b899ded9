package org.convscope.ui.runs;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemText;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The run that is looked at: what it is called, what can be done with it, how it went, how it was made, where it is. */
final class RunDetails extends VBox {

    private final RunsModel model;
    private final RunListModel list;
    private final Label title = label(Styles.HEADLINE);
    private final Label subtitle = label(Styles.MUTED);
    private final Label why = label(Styles.SMALL);
    private final VBox trouble = new VBox();
    private final CurvesThumbnail loss = new CurvesThumbnail(Numbers::text);
    private final CurvesThumbnail accuracy = new CurvesThumbnail(Numbers::percent);
    private final Label course = label(Styles.SMALL);
    /** What stands in its card, and is not known without one. */
    private final List<Region> card;

    private final Label plan = label(Styles.SMALL);
    private final TextArea note = new TextArea();
    private final TextField folder = new TextField();
    private final ChangeListener<RunFacts> following = (facts, before, now) -> follow(before, now);
    private RunRow row;

    RunDetails(RunsModel model, RunTable table) {
        this.model = model;
        this.list = model.list();
        setId("runs-details");
        getStyleClass().add("runs-details");
        title.setId("runs-title");
        why.setId("runs-why");
        trouble.getStyleClass().add("runs-trouble");
        card = List.of(curves(), course, plan());
        VBox content = new VBox(
                title,
                subtitle,
                new RunDeeds(model, table),
                why,
                trouble,
                card.get(0),
                card.get(1),
                card.get(2),
                note(table),
                place());
        content.getStyleClass().add("runs-details-content");
        content.visibleProperty().bind(list.lookedProperty().isNotNull());
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("runs-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        list.lookedProperty().addListener((property, before, now) -> look(now));
        model.curvesProperty().addListener((property, before, now) -> showCurves(now));
        Texts.language().addListener(changed -> show());
    }

    private VBox curves() {
        Label lossName = label(Styles.SMALL);
        lossName.textProperty().bind(Texts.of("runs.loss"));
        Label accuracyName = label(Styles.SMALL);
        accuracyName.textProperty().bind(Texts.of("runs.accuracy"));
        Label legend = label(Styles.SMALL);
        legend.getStyleClass().add(Styles.MUTED);
        legend.textProperty().bind(Texts.of("runs.legend"));
        VBox left = new VBox(lossName, loss);
        VBox right = new VBox(accuracyName, accuracy);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(left, right);
        both.getStyleClass().add("runs-curves");
        return new VBox(both, legend);
    }

    private Panel plan() {
        Panel panel = new Panel("runs.plan", plan);
        panel.getStyleClass().add("runs-part");
        return panel;
    }

    private Panel note(RunTable table) {
        note.setId("runs-note");
        note.setWrapText(true);
        note.setPrefRowCount(4);
        note.promptTextProperty().bind(Texts.of("runs.notePrompt"));
        Tips.install(note, "runs.tip.note");
        note.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                keepNote();
            }
        });
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // A tab in a note is worth less than a way out of it.
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                (event.isShiftDown() ? table : folder).requestFocus();
                event.consume();
            }
        });
        Panel panel = new Panel("runs.note", note);
        panel.getStyleClass().add("runs-part");
        return panel;
    }

    private Panel place() {
        folder.setId("runs-folder");
        folder.setEditable(false);
        Tips.install(folder, "runs.tip.folder");
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button copy = RunButtons.button("copyFolder");
        copy.setOnAction(pressed -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(folder.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox line = new HBox(folder, copy);
        line.getStyleClass().add("runs-tools");
        Panel panel = new Panel("runs.folder", line);
        panel.getStyleClass().add("runs-part");
        return panel;
    }

    private void look(RunRow now) {
        keepNote();
        if (row != null) {
            row.factsProperty().removeListener(following);
        }
        row = now;
        if (row != null) {
            row.factsProperty().addListener(following);
            note.setText(row.facts().entry().notes().note());
        }
        show();
    }

    private void follow(RunFacts before, RunFacts now) {
        if (before.step() != now.step()) {
            model.readCurves(now);
        }
        if (!note.isFocused()) {
            note.setText(now.entry().notes().note());
        }
        show();
    }

    private void keepNote() {
        if (row != null
                && !note.getText().strip().equals(row.facts().entry().notes().note())) {
            model.note(row.facts(), note.getText());
        }
    }

    private void show() {
        if (row == null) {
            return;
        }
        RunFacts run = row.facts();
        title.setText(run.title());
        subtitle.setText(run.card()
                .map(card -> Texts.get(
                        "runs.subtitle",
                        RunWords.network(card.scenario()),
                        RunWords.data(card.scenario()),
                        RunWords.state(run)))
                .orElseGet(() -> RunWords.state(run)));
        why.setText(RunWords.why(run, list.trashProperty().get()));
        hide(why, why.getText().isEmpty());
        trouble.getChildren()
                .setAll(run.entry().problem().map(RunDetails::sentences).orElse(List.of()));
        hide(trouble, trouble.getChildren().isEmpty());
        course.setText(String.join("\n", run.standing().map(RunWords::course).orElse(List.of())));
        card.forEach(part -> hide(part, run.card().isEmpty()));
        plan.setText(String.join("\n", run.card().map(RunWords::plan).orElse(List.of())));
        folder.setText(run.entry().folder().toString());
    }

    private void showCurves(RunCurves read) {
        loss.show(read == null ? List.of() : read.loss(), read == null ? 1 : read.lastStep());
        accuracy.show(read == null ? List.of() : read.accuracy(), read == null ? 1 : read.lastStep());
    }

    private static List<Label> sentences(Problem problem) {
        ProblemText text = problem.in(Texts.language().get());
        return List.of(text.what(), text.value(), text.expected(), text.advice()).stream()
                .map(sentence -> {
                    Label line = label(Styles.SMALL);
                    line.setText(sentence);
                    return line;
                })
                .toList();
    }

    private static void hide(Node node, boolean isHidden) {
        node.setVisible(!isHidden);
        node.setManaged(!isHidden);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
