package org.convscope.ui.mistakes;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.convscope.frame.Numbers;
import org.convscope.train.Examination;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** How each class fares, to be sorted by any column; the selected class's mistakes are listed. */
final class ClassTable extends TableView<ClassRow> {

    /** In less, the number of images, which is mostly the same for all classes, makes way. */
    private static final double WIDE = 420;

    private final MistakesModel model;
    private boolean isRenewing;

    ClassTable(MistakesModel model) {
        this.model = model;
        setId("class-table");
        getStyleClass().addAll("dense", "class-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        accessibleTextProperty().bind(Texts.of("mistakes.classes"));
        TableColumn<ClassRow, Integer> name = column("class", ClassRow::label, 78);
        name.setCellFactory(made -> new Written<>(model::className));
        TableColumn<ClassRow, Double> recall = column("recall", ClassRow::recall, 98);
        recall.setCellFactory(made -> new Share());
        TableColumn<ClassRow, Double> precision = column("precision", ClassRow::precision, 76);
        precision.setCellFactory(made -> new Written<>(Numbers::percent));
        TableColumn<ClassRow, Integer> images = column("images", ClassRow::images, 66);
        images.setCellFactory(made -> new Written<>(count -> Numbers.count(count)));
        TableColumn<ClassRow, Integer> mostly = column("mostly", ClassRow::mostlyImages, 106);
        mostly.setCellFactory(made -> new Mostly());
        getColumns().addAll(List.of(name, recall, precision, images, mostly));
        widthProperty().addListener((width, before, now) -> images.setVisible(now.doubleValue() > WIDE));
        model.examinationProperty().addListener(changed -> renew());
        Texts.language().addListener(changed -> refresh());
        getSelectionModel().selectedItemProperty().addListener((selected, before, now) -> {
            if (now != null && !isRenewing) {
                model.choose(null);
                model.choose(new Confused(now.label(), Confused.ANYTHING_ELSE));
            }
        });
        model.chosenProperty().addListener((chosen, before, now) -> {
            if (now == null || now.prediction() != Confused.ANYTHING_ELSE) {
                select(-1);
            }
        });
        renew();
    }

    private static <T> TableColumn<ClassRow, T> column(String key, Function<ClassRow, T> value, double width) {
        TableColumn<ClassRow, T> column = new TableColumn<>();
        Label head = new Label();
        head.textProperty().bind(Texts.of("mistakes.column." + key));
        Tips.install(head, "mistakes.column." + key + ".tip");
        column.setGraphic(head);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private void renew() {
        Examination known = model.examinationProperty().get();
        Confused chosen = model.chosenProperty().get();
        isRenewing = true;
        getItems().setAll(known == null ? List.of() : ClassRow.of(known.confusion()));
        sort();
        isRenewing = false;
        select(chosen == null || chosen.prediction() != Confused.ANYTHING_ELSE ? -1 : chosen.label());
    }

    private void select(int label) {
        isRenewing = true;
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).label() == label) {
                getSelectionModel().select(i);
            }
        }
        isRenewing = false;
    }

    /** A value as text. */
    private static final class Written<T> extends TableCell<ClassRow, T> {

        private final Function<T, String> words;

        Written(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : words.apply(value));
        }
    }

    /** A share as a bar and in digits. */
    private static final class Share extends TableCell<ClassRow, Double> {

        private final ProgressBar bar = new ProgressBar(0);
        private final Label digits = new Label();
        private final HBox both = new HBox(bar, digits);

        Share() {
            bar.getStyleClass().add("class-bar");
            bar.setMinWidth(20);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            digits.getStyleClass().add("class-share");
            both.getStyleClass().add("class-shares");
            both.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Double value, boolean empty) {
            super.updateItem(value, empty);
            setGraphic(empty || value == null ? null : both);
            bar.setProgress(empty || value == null || value.isNaN() ? 0 : value);
            digits.setText(empty || value == null ? "" : Numbers.percent(value));
        }
    }

    /** What a class is mostly taken for, and how often. */
    private final class Mostly extends TableCell<ClassRow, Integer> {
        @Override
        protected void updateItem(Integer value, boolean empty) {
            super.updateItem(value, empty);
            ClassRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
            setText(
                    row == null || row.mostly() < 0
                            ? ""
                            : Texts.get(
                                    "mistakes.mostly",
                                    model.className(row.mostly()),
                                    Numbers.count(row.mostlyImages())));
        }
    }
}
