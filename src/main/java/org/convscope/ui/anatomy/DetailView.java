package org.convscope.ui.anatomy;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Count;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The selected row in full: how its numbers come about, and what differs. */
final class DetailView extends HBox {

    private final AnatomyModel model;
    private final VBox lines = new VBox();
    private final Button show = new Button();

    DetailView(AnatomyModel model) {
        this.model = model;
        getStyleClass().add("anatomy-detail");
        lines.getStyleClass().add("anatomy-lines");
        lines.setId("anatomy-arithmetic");
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        show.setId("anatomy-show");
        show.textProperty().bind(Texts.of("anatomy.show"));
        show.getStyleClass().add(Styles.COMPACT);
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(pressed -> model.showInExplore());
        Tips.install(show, "anatomy.tip.show");
        getChildren().addAll(lines, show);
        model.selectedProperty().addListener(changed -> tell());
        model.answerProperty().addListener(changed -> tell());
        Texts.language().addListener(changed -> tell());
        tell();
    }

    private void tell() {
        AnatomyRow row = model.selectedProperty().get();
        lines.getChildren().clear();
        show.setDisable(!model.isInExplore());
        if (row == null) {
            line(Texts.get("anatomy.nothingSelected"), Styles.MUTED);
            return;
        }
        boolean isOfTwo = row.left().isPresent() && row.right().isPresent()
                || model.answerProperty().get().comparison().isPresent();
        tell(row.left(), isOfTwo ? "A  " : "");
        tell(row.right(), isOfTwo ? "B  " : "");
        if (!row.differences().isEmpty()) {
            line(
                    row.differences().stream()
                            .map(found -> Texts.get("anatomy.trait." + found.trait()) + " " + found.left() + " → "
                                    + found.right())
                            .collect(Collectors.joining(" · ", row.likeness().sign() + "  ", "")),
                    Styles.STRONG);
        }
    }

    private void tell(Optional<AnatomySide> one, String letter) {
        one.ifPresent(side -> {
            line(
                    letter + side.name() + " · " + RowPane.operation(side) + " · " + side.output() + " · "
                            + Texts.get(
                                    "anatomy.memory",
                                    Numbers.count(side.activationBytes()),
                                    Numbers.count(side.parameters().total() * Float.BYTES))
                            + " · " + Texts.get("anatomy.field", RowPane.field(side)),
                    Styles.STRONG);
            line(
                    arithmetic("anatomy.column.parameters", side.parameters()) + "     "
                            + arithmetic("anatomy.macs", side.macs()),
                    Styles.ARITHMETIC);
        });
    }

    private static String arithmetic(String key, Count count) {
        String sum = count.arithmetic();
        return Texts.get(key) + "  " + (sum.isEmpty() ? Numbers.UNKNOWN : sum);
    }

    private void line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().addAll(style, Styles.SMALL);
        line.setWrapText(true);
        lines.getChildren().add(line);
    }
}
