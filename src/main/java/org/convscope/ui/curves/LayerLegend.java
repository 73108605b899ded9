package org.convscope.ui.curves;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Which layers are drawn, or whose distributions; and what is read of the one that is selected in the map. */
final class LayerLegend extends HBox {

    private final PanelModel panel;
    private final MenuButton layers = new MenuButton();
    private final Label reading = new Label();

    LayerLegend(PanelModel panel) {
        this.panel = panel;
        getStyleClass().add("curve-legend");
        layers.getStyleClass().addAll(Styles.COMPACT, "curve-menu");
        layers.textProperty()
                .bind(Bindings.createStringBinding(
                        this::title,
                        panel.curves().revisionProperty(),
                        panel.chosenLayerProperty(),
                        panel.measureProperty(),
                        Texts.language()));
        layers.setOnShowing(showing -> fill());
        // A menu that has nothing in it does not show at all.
        layers.getItems().add(new MenuItem(""));
        Tips.install(layers, "curves.layers.tip");
        reading.getStyleClass().add("curve-value");
        getChildren().addAll(layers, reading);
    }

    /** Writes what is read at a step, or of the newest one; {@code value} is pointed at, or NaN. */
    void show(long step, double value) {
        reading.setText(panel.measure().kind() == Measure.Kind.HEAT ? heat(step, value) : line(step));
    }

    private String line(long step) {
        Optional<String> selected = panel.curves().selectedLayer();
        return selected.map(layer -> {
                    Series series = panel.curves().layers().line(panel.measure(), layer);
                    int index = step == CurvesModel.NOWHERE ? series.size() - 1 : series.indexAt(step);
                    return index < 0 ? "" : layer + "  " + panel.measure().text(series.value(index));
                })
                .orElse("");
    }

    private String heat(long step, double value) {
        return panel.heatLayer()
                .map(layer -> Reading.of(panel.curves().layers().distributions(panel.measure(), layer), step, value))
                .orElse("");
    }

    private String title() {
        if (panel.measure().kind() == Measure.Kind.HEAT) {
            return panel.heatLayer().orElse(Texts.get("curves.layers.none"));
        }
        List<String> all = panel.curves().layers().nodes(panel.measure());
        long seen = all.stream()
                .filter(node -> !panel.curves().hiddenLayersProperty().get().contains(node))
                .count();
        return Texts.get("curves.layers", seen, all.size());
    }

    private void fill() {
        layers.getItems().clear();
        List<String> nodes = panel.curves().layers().nodes(panel.measure());
        if (panel.measure().kind() == Measure.Kind.HEAT) {
            RadioMenuItem selected = new RadioMenuItem(Texts.get("curves.layers.selected"));
            selected.setSelected(panel.chosenLayerProperty().get().isEmpty());
            selected.setOnAction(chosen -> panel.chosenLayerProperty().set(Optional.empty()));
            layers.getItems().addAll(selected, new SeparatorMenuItem());
            nodes.forEach(node -> layers.getItems().add(choice(node)));
        } else {
            MenuItem all = new MenuItem(Texts.get("curves.layers.all"));
            all.setOnAction(chosen -> panel.curves().hiddenLayersProperty().set(Set.of()));
            layers.getItems().addAll(all, new SeparatorMenuItem());
            nodes.forEach(node -> layers.getItems().add(toggle(node)));
        }
    }

    private MenuItem choice(String node) {
        RadioMenuItem item = new RadioMenuItem(node);
        item.setMnemonicParsing(false);
        item.setSelected(panel.chosenLayerProperty().get().equals(Optional.of(node)));
        item.setOnAction(chosen -> panel.chosenLayerProperty().set(Optional.of(node)));
        return item;
    }

    private MenuItem toggle(String node) {
        CheckMenuItem item = new CheckMenuItem(node);
        item.setMnemonicParsing(false);
        item.setSelected(!panel.curves().hiddenLayersProperty().get().contains(node));
        item.setOnAction(chosen -> {
            Set<String> hidden =
                    new HashSet<>(panel.curves().hiddenLayersProperty().get());
            if (!hidden.remove(node)) {
                hidden.add(node);
            }
            panel.curves().hiddenLayersProperty().set(Set.copyOf(hidden));
        });
        return item;
    }
}
