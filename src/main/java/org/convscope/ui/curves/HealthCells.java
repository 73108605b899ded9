package org.convscope.ui.curves;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.HistogramView;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** One row of the table of health. */
final class HealthCells {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final String node;
    private final Label name = new Label();
    private final HistogramView outputs = new HistogramView();
    private final StringProperty outputsTip = new SimpleStringProperty("");
    private final Cell gradient = new Cell();
    private final Cell updates = new Cell();
    private final Cell dead = new Cell();
    private final Cell saturated = new Cell();

    HealthCells(String node) {
        this.node = node;
        name.setText(node);
        name.getStyleClass().add("health-name");
        Tips.install(outputs, outputsTip);
    }

    String node() {
        return node;
    }

    Node[] nodes(List<HealthColumn> columns) {
        return columns.stream().map(this::node).toArray(Node[]::new);
    }

    private Node node(HealthColumn column) {
        return switch (column) {
            case LAYER -> name;
            case OUTPUTS -> outputs;
            case GRADIENT -> gradient.label;
            case UPDATES -> updates.label;
            case DEAD -> dead.label;
            case SATURATED -> saturated.label;
        };
    }

    void show(HealthRow row) {
        outputs.show(row.outputs());
        outputsTip.set(
                row.outputs() == null
                        ? ""
                        : Texts.get(
                                "curves.health.outputs.of",
                                row.shown(),
                                Numbers.text(row.outputs().min()),
                                Numbers.text(row.outputs().max()),
                                Numbers.text(row.outputs().mean()),
                                Numbers.percent(row.outputs().zeroShare())));
        double rms = row.layer().gradientRms();
        double ratio = row.layer().updateRatio();
        gradient.show("gradient", known(rms), Numbers.text(rms), row.gradient());
        updates.show("updates", log(ratio), Numbers.text(ratio), row.updates());
        dead.show(
                "dead",
                Numbers.percent(row.layer().deadShare()),
                Numbers.percent(row.layer().deadShare()),
                row.dead());
        saturated.show(
                "saturated",
                Numbers.percent(row.layer().saturatedShare()),
                Numbers.percent(row.layer().saturatedShare()),
                row.saturated());
    }

    private static String known(double value) {
        return Double.isNaN(value) ? Numbers.UNKNOWN : Numbers.text(value);
    }

    /** The power of ten: 0.001 is −3. */
    private static String log(double ratio) {
        return Double.isNaN(ratio) ? Numbers.UNKNOWN : Numbers.text(Math.log10(ratio));
    }

    /** A number, its sign, and what they mean. */
    private static final class Cell {

        private final Label label = new Label();
        private final StringProperty tip = new SimpleStringProperty("");

        Cell() {
            label.getStyleClass().add("health-value");
            label.setMinWidth(Region.USE_PREF_SIZE);
            Tips.install(label, tip);
        }

        void show(String column, String text, String exact, Verdict verdict) {
            boolean isWarning = verdict != Verdict.GOOD;
            label.setText(isWarning ? verdict.mark() + " " + text : text);
            label.pseudoClassStateChanged(WARNING, isWarning);
            String meaning = text.equals(Numbers.UNKNOWN)
                    ? Texts.get("curves.health." + column + ".unknown")
                    : Texts.get("curves.health." + column + "." + verdict.name().toLowerCase(Locale.ROOT), exact);
            tip.set(meaning);
            label.setAccessibleText(text + ". " + meaning);
        }
    }
}
