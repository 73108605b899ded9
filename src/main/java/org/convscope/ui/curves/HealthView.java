package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/**
 * The table of health, for a panel whose tab names it: a row a layer, each number with a sign where it is beyond the usual. Columns that
 * have nothing to say of this network are left out, and so is the picture where there is no room for it.
 */
public final class HealthView extends BorderPane {

    private static final double PREFERRED = 330;

    private final HealthModel model;
    private final GridPane table = new GridPane();
    private final List<HealthCells> shown = new ArrayList<>();
    private List<HealthColumn> columns = List.of();

    /** A view of how the layers fare. */
    public HealthView(HealthModel model) {
        this.model = model;
        getStyleClass().addAll(Styles.PANEL, "health");
        Theme.dress(this, "curves");
        setMinSize(0, 0);
        setPrefWidth(PREFERRED);
        table.getStyleClass().add("health-table");
        ScrollPane scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("health-scroll");
        setCenter(new StackPane(scroll, empty()));
        model.rowsProperty().addListener((rows, before, now) -> show());
        widthProperty().addListener(resized -> show());
        Texts.language().addListener(changed -> show());
        show();
    }

    private Label empty() {
        Label empty = new Label();
        empty.textProperty().bind(Texts.of("curves.empty.health"));
        empty.getStyleClass().add("curve-empty");
        empty.setWrapText(true);
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.rowsProperty().get().isEmpty(), model.rowsProperty()));
        table.visibleProperty().bind(empty.visibleProperty().not());
        return empty;
    }

    private void show() {
        List<HealthRow> rows = model.rowsProperty().get();
        if (rows.isEmpty()) {
            return;
        }
        List<HealthColumn> wanted = HealthColumn.of(rows, getWidth());
        if (!wanted.equals(columns) || !isOf(rows)) {
            build(rows, wanted);
        }
        for (int i = 0; i < rows.size(); i++) {
            shown.get(i).show(rows.get(i));
        }
    }

    private boolean isOf(List<HealthRow> rows) {
        return shown.stream()
                .map(HealthCells::node)
                .toList()
                .equals(rows.stream().map(row -> row.layer().node()).toList());
    }

    private void build(List<HealthRow> rows, List<HealthColumn> wanted) {
        columns = wanted;
        shown.clear();
        table.getChildren().clear();
        table.getColumnConstraints()
                .setAll(columns.stream().map(HealthView::constraints).toList());
        for (int i = 0; i < columns.size(); i++) {
            Label head = new Label();
            head.textProperty().bind(Texts.of("curves.health." + columns.get(i).key()));
            head.getStyleClass().addAll(Styles.MUTED, "health-head");
            Tips.install(head, "curves.health." + columns.get(i).key() + ".tip");
            table.add(head, i, 0);
        }
        for (HealthRow row : rows) {
            HealthCells cells = new HealthCells(row.layer().node());
            shown.add(cells);
            table.addRow(shown.size(), cells.nodes(columns));
        }
    }

    private static ColumnConstraints constraints(HealthColumn column) {
        ColumnConstraints constraints = new ColumnConstraints();
        boolean isPicture = column == HealthColumn.OUTPUTS;
        constraints.setHgrow(isPicture ? Priority.ALWAYS : Priority.SOMETIMES);
        constraints.setHalignment(column == HealthColumn.LAYER || isPicture ? HPos.LEFT : HPos.RIGHT);
        if (isPicture) {
            constraints.setMinWidth(36);
        }
        return constraints;
    }
}
