package org.convscope.ui.runs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Texts;

/** The runs, one a row, sorted by any column; the newest first until a person wishes otherwise. */
final class RunTable extends TableView<RunRow> {

    private final RunsModel model;
    private final RunListModel list;
    private final TableColumn<RunRow, RunFacts> name;

    RunTable(RunsModel model) {
        this.model = model;
        this.list = model.list();
        this.name = column("name", 200, RunFacts::title, byText(RunFacts::title), false);
        setId("runs-table");
        getStyleClass().add("runs-table");
        setEditable(true);
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        name.setCellFactory(column -> new NameCell(model));
        name.setEditable(true);
        TableColumn<RunRow, RunFacts> when =
                column("when", 124, run -> RunWords.when(run.started()), Comparator.comparing(RunFacts::started), true);
        getColumns().addAll(columns(when));
        SortedList<RunRow> sorted = new SortedList<>(list.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        when.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().setAll(List.of(when));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> look(now));
        Texts.language().addListener(changed -> refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setOnMouseClicked(click -> {
            boolean isOnARow =
                    !getSelectionModel().isEmpty() && click.getPickResult().getIntersectedNode() != null;
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && isOnARow) {
                openSelected();
            }
        });
        // What comes first is looked at, until a person looks elsewhere.
        list.readingProperty().addListener((property, before, now) -> {
            if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
                getSelectionModel().select(0);
            }
        });
    }

    /** Takes the focus, with a run to look at. */
    void focus() {
        requestFocus();
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    /** What is selected, in the order of the table. */
    List<RunFacts> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .map(RunRow::facts)
                .toList();
    }

    /** Lets the name of the selected run be typed. */
    void rename() {
        int row = getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            edit(row, name);
        }
    }

    private List<TableColumn<RunRow, RunFacts>> columns(TableColumn<RunRow, RunFacts> when) {
        TableColumn<RunRow, RunFacts> star = column("star", 32, run -> "", starred(), false);
        star.setCellFactory(column -> new StarCell(model));
        star.setResizable(false);
        return List.of(
                star,
                name,
                column("network", 190, RunTable::network, byText(RunTable::network), false),
                column("data", 104, RunTable::data, byText(RunTable::data), false),
                column("state", 120, RunWords::state, byText(RunWords::state), false),
                column("epochs", 56, RunWords::epochs, Comparator.comparingInt(RunTable::epoch), true),
                column("step", 60, RunWords::step, Comparator.comparingLong(RunFacts::step), true),
                column("accuracy", 62, RunTable::accuracy, Comparator.comparingDouble(RunTable::known), true),
                column(
                        "bytes",
                        72,
                        RunTable::bytes,
                        Comparator.comparingLong(run -> run.entry().bytes()),
                        true),
                when);
    }

    private static TableColumn<RunRow, RunFacts> column(
            String id, double width, Function<RunFacts, String> words, Comparator<RunFacts> order, boolean isNumber) {
        TableColumn<RunRow, RunFacts> column = new TableColumn<>();
        column.setId("runs-column-" + id);
        column.textProperty().bind(Texts.of("runs.column." + id));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(made -> new WordsCell(words));
        column.setComparator(order);
        column.setEditable(false);
        if (isNumber) {
            // A name that is cut off can still be told from others, a number cannot.
            column.setMinWidth(width);
            column.getStyleClass().add("runs-number");
        }
        return column;
    }

    private static Comparator<RunFacts> starred() {
        return Comparator.comparing(run -> run.entry().notes().starred());
    }

    private static Comparator<RunFacts> byText(Function<RunFacts, String> words) {
        return Comparator.comparing(run -> words.apply(run).toLowerCase(Locale.ROOT));
    }

    private static String network(RunFacts run) {
        return run.card().map(card -> RunWords.network(card.scenario())).orElse(Numbers.UNKNOWN);
    }

    private static String data(RunFacts run) {
        return run.card().map(card -> RunWords.data(card.scenario())).orElse(Numbers.UNKNOWN);
    }

    private static int epoch(RunFacts run) {
        return run.standing().map(now -> now.epoch()).orElse(-1);
    }

    private static String accuracy(RunFacts run) {
        return Numbers.percent(run.testAccuracy());
    }

    private static String bytes(RunFacts run) {
        return Numbers.bytes(run.entry().bytes());
    }

    // What is not known is less than all that is.
    private static double known(RunFacts run) {
        return Double.isNaN(run.testAccuracy()) ? -1 : run.testAccuracy();
    }

    private void look(RunRow row) {
        // While a row is put elsewhere there is none for a moment; what is looked at stays.
        if (row != null || !list.shown().contains(list.lookedProperty().get())) {
            list.lookedProperty().set(row);
        }
    }

    private void openSelected() {
        selected().stream().limit(1).forEach(model::open);
    }

    private void press(KeyEvent event) {
        List<RunFacts> runs = selected();
        if (runs.isEmpty() || event.isShortcutDown() || event.isAltDown() || getEditingCell() != null) {
            return;
        }
        if (event.getCode() == KeyCode.F2) {
            rename();
        } else if (event.getCode() == KeyCode.S) {
            runs.forEach(model::star);
        } else if (event.getCode() == KeyCode.B) {
            runs.forEach(model::openBeside);
        } else if (event.getCode() == KeyCode.C && !list.trashProperty().get()) {
            runs.stream().limit(1).forEach(model::compare);
        } else if (event.getCode() == KeyCode.ENTER) {
            openSelected();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            if (!list.trashProperty().get()) {
                model.delete(runs);
            }
        } else {
            return;
        }
        event.consume();
    }

    /** Words of a run. */
    private static final class WordsCell extends TableCell<RunRow, RunFacts> {

        private final Function<RunFacts, String> words;

        WordsCell(Function<RunFacts, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(RunFacts run, boolean empty) {
            super.updateItem(run, empty);
            setText(empty || run == null ? null : words.apply(run));
        }
    }
}
