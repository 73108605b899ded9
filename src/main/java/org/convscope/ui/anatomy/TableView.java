package org.convscope.ui.anatomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.ui.anatomy.AnatomyLayout.Column;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The table: a head with the axes of the bars, and rows that open and close. */
final class TableView extends BorderPane {

    /** Where a cell of a list begins and ends, and what a scroll bar takes. */
    private static final double EDGE = 8;

    private static final double SCROLL_BAR = 14;

    private final AnatomyModel model;
    private final ListView<AnatomyRow> list = new ListView<>();
    private final Head head = new Head();
    private boolean listing;

    TableView(AnatomyModel model) {
        this.model = model;
        getStyleClass().add("anatomy-table");
        list.setId("anatomy-rows");
        list.getStyleClass().add("anatomy-list");
        list.setCellFactory(owner -> new Cell());
        list.accessibleTextProperty().bind(Texts.of("anatomy.table"));
        Tips.install(head, "anatomy.tip.axis");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!listing && now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(list.getSelectionModel().getSelectedItem())) {
                list.getSelectionModel().select(now);
            }
        });
        setTop(head);
        setCenter(new StackPane(list, empty()));
        model.rowsProperty().addListener(changed -> show());
        Texts.language().addListener(changed -> show());
        show();
    }

    /** Where keys mean most. */
    void focus() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private Label empty() {
        Label empty = new Label();
        empty.setId("anatomy-empty");
        empty.getStyleClass().add(Styles.MUTED);
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                model.filterProperty().get().isBlank() ? "anatomy.empty.none" : "anatomy.empty.found",
                                model.filterProperty().get()),
                        model.filterProperty(),
                        Texts.language()));
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.answerProperty().get() != null
                                && model.rowsProperty().get().isEmpty(),
                        model.rowsProperty(),
                        model.answerProperty()));
        empty.setMouseTransparent(true);
        return empty;
    }

    private void show() {
        listing = true;
        list.setFixedCellSize(isOfTwo() ? RowPane.HEIGHT_OF_TWO : RowPane.HEIGHT);
        list.getItems().setAll(model.rowsProperty().get());
        AnatomyRow selected = model.selectedProperty().get();
        if (selected != null) {
            list.getSelectionModel().select(selected);
        }
        listing = false;
        head.show();
        list.refresh();
    }

    private boolean isOfTwo() {
        return model.answerProperty().get() != null
                && model.answerProperty().get().comparison().isPresent();
    }

    private void press(KeyEvent event) {
        AnatomyRow row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case RIGHT -> model.setOpen(row, true);
            case LEFT -> model.setOpen(row, false);
            case ENTER -> {
                if (row.opens()) {
                    model.toggle(row);
                } else {
                    model.showInExplore();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** A row in the list, made once and shown again and again. */
    private final class Cell extends ListCell<AnatomyRow> {

        private final RowPane pane = new RowPane(model, () -> model.toggle(getItem()));

        Cell() {
            pane.prefWidthProperty().bind(list.widthProperty().subtract(2 * EDGE + SCROLL_BAR));
            pane.setMinWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
                if (click.getClickCount() == 2 && getItem() != null && getItem().opens()) {
                    model.toggle(getItem());
                }
            });
        }

        @Override
        protected void updateItem(AnatomyRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            setText(null);
            if (isEmpty || row == null) {
                setGraphic(null);
            } else {
                pane.show(row, isOfTwo(), model.parameterAxis(), model.macAxis());
                setGraphic(pane);
                setAccessibleText(
                        row.left().or(row::right).map(AnatomySide::name).orElse(""));
            }
        }
    }

    /** What stands above the columns. */
    private final class Head extends Region {

        private final Map<Column, Label> titles = new EnumMap<>(Column.class);
        private final List<Label> ticks = new ArrayList<>();

        Head() {
            getStyleClass().add("anatomy-columns");
            for (Column column : Column.values()) {
                Label title = new Label();
                title.getStyleClass().addAll(Styles.MUTED, "anatomy-column");
                titles.put(column, title);
            }
            getChildren().addAll(titles.values());
        }

        void show() {
            titles.forEach((column, title) -> title.setText(title(column)));
            getChildren().removeAll(ticks);
            ticks.clear();
            requestLayout();
        }

        private String title(Column column) {
            return switch (column) {
                case SIGN, PARAMETER_SHARE, MAC_SHARE -> column == Column.SIGN ? "" : Texts.get("anatomy.column.share");
                case LEFT -> isOfTwo() ? "A" : Texts.get("anatomy.column.layer");
                case RIGHT -> "B";
                case OPERATION -> Texts.get("anatomy.column.operation");
                case OUTPUT -> Texts.get("anatomy.column.output");
                case PARAMETERS -> Texts.get("anatomy.column.parameters");
                case MACS -> "MAC";
                case MEMORY -> Texts.get("anatomy.column.memory");
                case FIELD -> Texts.get("anatomy.column.field");
                case DIFFERENCES -> Texts.get("anatomy.column.differences");
                case PARAMETER_BAR, MAC_BAR -> "";
            };
        }

        @Override
        protected double computePrefHeight(double width) {
            return 28;
        }

        @Override
        protected void layoutChildren() {
            getChildren().removeAll(ticks);
            ticks.clear();
            AnatomyLayout layout = AnatomyLayout.of(list.getWidth() - 2 * EDGE - SCROLL_BAR, isOfTwo());
            for (Column column : Column.values()) {
                Label title = titles.get(column);
                title.setVisible(layout.span(column).isPresent());
                layout.span(column).ifPresent(place -> {
                    boolean isBar = column == Column.PARAMETER_BAR || column == Column.MAC_BAR;
                    if (isBar) {
                        axis(column == Column.MAC_BAR ? model.macAxis() : model.parameterAxis(), place);
                    }
                    double own = Math.min(place.width(), Math.ceil(title.prefWidth(-1)));
                    boolean isNumber =
                            column.ordinal() > Column.PARAMETER_BAR.ordinal() && column != Column.DIFFERENCES;
                    double indent = column == Column.LEFT || column == Column.RIGHT ? AnatomyLayout.INDENT : 0;
                    title.resizeRelocate(
                            EDGE + (isNumber ? place.end() - own : place.x() + indent), 0, own, getHeight());
                });
            }
            getChildren().addAll(ticks);
        }

        private void axis(LogAxis axis, AnatomyLayout.Span place) {
            List<LogAxis.Tick> all = axis.ticks();
            // On a short axis the ends say enough.
            List<LogAxis.Tick> shown =
                    place.width() < 34.0 * all.size() ? List.of(all.get(0), all.get(all.size() - 1)) : all;
            for (LogAxis.Tick tick : shown) {
                Label label = new Label(tick.label());
                label.getStyleClass().addAll(Styles.MUTED, "anatomy-tick");
                ticks.add(label);
                getChildren().add(label);
                label.applyCss();
                double own = Math.ceil(label.prefWidth(-1));
                double x = place.x() + tick.position() * place.width() - own * tick.position();
                label.resizeRelocate(EDGE + x, 0, own, getHeight());
                getChildren().remove(label);
            }
        }
    }
}
