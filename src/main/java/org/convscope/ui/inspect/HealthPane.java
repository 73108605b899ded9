package org.convscope.ui.inspect;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.ui.curves.HealthModel;
import org.convscope.ui.curves.HealthRow;
import org.convscope.ui.curves.Verdict;
import org.convscope.ui.inspect.tile.TilePane;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** How the layer of the map fares, in sentences, and for how many images each of its maps answers at all. */
final class HealthPane extends VBox {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final double TALLEST = 120;

    private final InspectorModel model;
    private final HealthModel health;
    private final Label title = new Label();
    private final VBox sentences = new VBox();
    private final Label answers = new Label();
    private final TilePane units = new TilePane("%", TALLEST);
    private final VBox unitsPart;

    HealthPane(InspectorModel model, HealthModel health) {
        this.model = model;
        this.health = health;
        getStyleClass().add("sum-pane");
        title.getStyleClass().add(Styles.PANEL_TITLE);
        sentences.getStyleClass().add("sentences");
        answers.setWrapText(true);
        unitsPart = new VBox(Panel.title("inspect.health.units"), answers, units);
        unitsPart.getStyleClass().add("sum-pane");
        getChildren().addAll(title, sentences, unitsPart);
    }

    /** Shows how the selected map's layer fares. */
    void show(Surface surface) {
        Place place = model.place();
        String layer = place.learning();
        title.setText(Texts.get("inspect.health.title", layer));
        sentences.getChildren().clear();
        HealthRow row = health.rowsProperty().get().stream()
                .filter(each -> each.layer().node().equals(layer))
                .findFirst()
                .orElse(null);
        if (row == null) {
            say(Texts.get("inspect.health.unknown"), Verdict.GOOD);
        } else {
            say("gradient", row.layer().gradientRms(), Numbers.text(row.layer().gradientRms()), row.gradient());
            say("updates", row.layer().updateRatio(), Numbers.text(row.layer().updateRatio()), row.updates());
            say("dead", row.layer().deadShare(), Numbers.percent(row.layer().deadShare()), row.dead());
            double saturated = row.layer().saturatedShare();
            say("saturated", saturated, Numbers.percent(saturated), row.saturated());
        }
        showUnits(place, surface);
    }

    private void say(String what, double value, String text, Verdict verdict) {
        String how = Double.isNaN(value) ? "unknown" : verdict.name().toLowerCase(Locale.ROOT);
        say(Texts.get("curves.health." + what + "." + how, text), verdict);
    }

    private void say(String sentence, Verdict verdict) {
        Label label = new Label(verdict == Verdict.GOOD ? sentence : verdict.mark() + " " + sentence);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.pseudoClassStateChanged(WARNING, verdict != Verdict.GOOD);
        sentences.getChildren().add(label);
    }

    private void showUnits(Place place, Surface surface) {
        Bars bars =
                model.findingsProperty().get().frame("dead-units", Bars.class).orElse(null);
        Visibility.see(unitsPart, bars != null);
        if (bars == null) {
            return;
        }
        float[] shares = new float[bars.bars().size()];
        int silent = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) bars.bars().get(i).value();
            silent += shares[i] == 0 ? 1 : 0;
        }
        answers.setText(Texts.get(
                place.isMap() ? "inspect.health.map" : "inspect.health.unit",
                Numbers.percent(shares[place.channel()]),
                Numbers.count(silent),
                Numbers.count(shares.length)));
        Tensor values = Tensor.of(Shape.of(shares.length), shares);
        units.show(new Mosaic(bars.stamp(), values, List.of(new ColorScale(ColorMap.SEQUENTIAL, 0, 1))), surface);
    }
}
