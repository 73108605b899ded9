package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.ui.kit.Remembered;

/** What one panel shows of the curves, and how; remembered until the next day. */
public final class PanelModel {

    /** Room for the names of layers at the ends of their lines. */
    static final double NAMES = 66;

    private static final String LOG = "plot.log.";

    private final CurvesModel curves;
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>();
    private final BooleanProperty log = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<String>> chosenLayer = new SimpleObjectProperty<>(Optional.empty());

    /**
     * A panel.
     *
     * @param name under which it remembers
     * @param first what it shows until a person wants something else
     */
    public PanelModel(CurvesModel curves, String name, Measure first, Remembered remembered) {
        this.curves = curves;
        String key = "plot." + name;
        measure.addListener((property, before, now) -> {
            remembered.put(key, now.key());
            log.set(now.canBeLog()
                    && remembered
                            .get(LOG + now.key())
                            .map(Boolean::parseBoolean)
                            .orElse(now.isLogAtFirst()));
        });
        log.addListener(
                (property, before, now) -> remembered.put(LOG + measure.get().key(), String.valueOf(now)));
        measure.set(remembered.get(key).flatMap(PanelModel::named).orElse(first));
    }

    /** What all panels share. */
    CurvesModel curves() {
        return curves;
    }

    /** What is shown. */
    ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** What is shown. */
    Measure measure() {
        return measure.get();
    }

    /** Whether values are shown by their logarithm. */
    BooleanProperty logProperty() {
        return log;
    }

    /** The layer whose distributions are wanted; empty for the one that is selected in the map. */
    ObjectProperty<Optional<String>> chosenLayerProperty() {
        return chosenLayer;
    }

    /** The layer whose distributions are shown; empty where none is known. */
    Optional<String> heatLayer() {
        List<String> nodes = curves.layers().nodes(measure());
        return chosenLayer
                .get()
                .filter(nodes::contains)
                .or(curves::selectedLayer)
                .or(() -> nodes.stream().findFirst());
    }

    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return switch (measure().kind()) {
            case COURSE, RATE -> curves.isEmpty();
            case LAYERS, HEAT -> curves.layers().nodes(measure()).isEmpty();
        };
    }

    /** All lines but hidden ones, those in front last. */
    List<CurveLine> lines() {
        return switch (measure().kind()) {
            case COURSE -> {
                Curves course = curves.curves(measure());
                yield List.of(
                        new CurveLine("raw", CurveLine.Role.RAW, 0, course.train()),
                        new CurveLine("train", CurveLine.Role.TRAIN, 0, course.smooth()),
                        new CurveLine("rescored", CurveLine.Role.RESCORED, 0, course.rescored()),
                        new CurveLine("sample", CurveLine.Role.SAMPLE, 0, course.sample()),
                        new CurveLine("test", CurveLine.Role.TEST, 0, course.test()));
            }
            case RATE -> List.of(new CurveLine("rate", CurveLine.Role.TRAIN, 0, curves.rate()));
            case LAYERS -> layerLines();
            case HEAT -> List.of();
        };
    }

    /** Where everything lies in a picture of this size. */
    CurvesLayout layout(double width, double height) {
        double margin = measure().kind() == Measure.Kind.LAYERS ? NAMES : CurvesLayout.BARE;
        return new CurvesLayout(width, height, margin, curves.across(), up());
    }

    private List<CurveLine> layerLines() {
        List<CurveLine> lines = new ArrayList<>();
        List<String> nodes = curves.layers().nodes(measure());
        for (String node : nodes) {
            if (!curves.hiddenLayersProperty().get().contains(node)) {
                lines.add(new CurveLine(
                        node,
                        CurveLine.Role.LAYER,
                        lines.size(),
                        curves.layers().line(measure(), node)));
            }
        }
        return lines;
    }

    private Axis up() {
        double from = curves.step(curves.across().low());
        double to = curves.step(curves.across().high());
        if (measure().kind() == Measure.Kind.HEAT) {
            return heatLayer()
                    .map(layer ->
                            curves.layers().distributions(measure(), layer).range(from, to))
                    .orElse(new Axis(0, 1, false));
        }
        return ValueRange.of(lines(), from, to).axis(this, curves.classes());
    }

    private static Optional<Measure> named(String key) {
        for (Measure measure : Measure.values()) {
            if (measure.key().equals(key)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
