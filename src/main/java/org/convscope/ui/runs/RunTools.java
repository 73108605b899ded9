package org.convscope.ui.runs;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row above the table: which runs are looked for, and how many were found. */
final class RunTools extends HBox {

    private static final double BAR_WIDTH = 90;

    private final RunListModel list;
    private final TextField search = new TextField();

    RunTools(RunsModel model, Runnable toTable) {
        this.list = model.list();
        getStyleClass().add("runs-tools");
        search.setId("runs-search");
        search.promptTextProperty().bind(Texts.of("runs.search"));
        search.textProperty().bindBidirectional(list.searchProperty());
        Tips.install(search, "runs.tip.search");
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                toTable.run();
                event.consume();
            }
        });
        Button refresh = new Button(null, new FontIcon(Feather.REFRESH_CW));
        refresh.setId("runs-refresh");
        refresh.getStyleClass().addAll(Styles.COMPACT, "icon-button");
        refresh.accessibleTextProperty().bind(Texts.of("runs.tip.refresh"));
        Tips.install(refresh, "runs.tip.refresh");
        refresh.setOnAction(pressed -> list.refresh());
        Button take = RunButtons.button("import");
        take.setOnAction(pressed -> RunFileChooser.take(model, getScene().getWindow()));
        take.disableProperty().bind(model.carrier().busy());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        search,
                        toggle("starred", list.starredProperty()),
                        toggle("trash", list.trashProperty()),
                        space,
                        reading(),
                        count(),
                        refresh,
                        take);
    }

    TextField search() {
        return search;
    }

    private static ToggleButton toggle(String name, BooleanProperty wish) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId("runs-" + name);
        toggle.getStyleClass().add(Styles.COMPACT);
        toggle.textProperty().bind(Texts.of("runs.button." + name));
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.selectedProperty().bindBidirectional(wish);
        Tips.install(toggle, "runs.tip." + name);
        return toggle;
    }

    /** {@code 12 of 31 runs · 18.2 MB}. */
    private Label count() {
        Label count = new Label();
        count.setId("runs-count");
        count.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(Bindings.createStringBinding(this::counted, list.countsProperty(), Texts.language()));
        return count;
    }

    private String counted() {
        RunListModel.Counts counts = list.countsProperty().get();
        String all = Numbers.count(counts.all());
        String bytes = Numbers.bytes(counts.bytes());
        return counts.shown() == counts.all()
                ? Texts.get("runs.count", all, bytes)
                : Texts.get("runs.countOf", Numbers.count(counts.shown()), all, bytes);
    }

    private ProgressBar reading() {
        ProgressBar bar = new ProgressBar();
        bar.setId("runs-reading");
        bar.setPrefWidth(BAR_WIDTH);
        bar.accessibleTextProperty().bind(Texts.of("runs.reading"));
        Tips.install(bar, "runs.reading");
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> list.readingProperty()
                                .get()
                                .map(read -> read.done() / Math.max(1.0, read.all()))
                                .orElse(1.0),
                        list.readingProperty()));
        // Its place stays, so that nothing moves when it is done.
        bar.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> list.readingProperty()
                                .get()
                                .filter(read -> read.done() > 0)
                                .isPresent(),
                        list.readingProperty()));
        return bar;
    }
}
