package org.convscope.ui.curves;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent;

/** How the layers fared, step by step. */
final class LayerHistory {

    private final Map<Measure, Map<String, Series>> lines = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<String, HistogramTrack>> tracks = new EnumMap<>(Measure.class);
    private final Map<String, String> learners = new HashMap<>();

    /** They were measured. */
    void add(TrainEvent.LayersMeasured measured) {
        for (LayerMeasure layer : measured.layers()) {
            learners.putIfAbsent(layer.activation(), layer.node());
            add(Measure.GRADIENT, measured.step(), layer.node(), layer.gradientNorm());
            add(Measure.UPDATES, measured.step(), layer.node(), layer.updateRatio());
            add(Measure.DEAD, measured.step(), layer.node(), layer.deadShare());
            add(Measure.SATURATED, measured.step(), layer.node(), layer.saturatedShare());
            track(Measure.WEIGHTS, layer.node()).add(measured.step(), layer.weights());
            track(Measure.OUTPUTS, layer.node()).add(measured.step(), layer.outputs());
        }
    }

    /** The layers of which something is known, in the network's order. */
    List<String> nodes(Measure measure) {
        return measure.kind() == Measure.Kind.HEAT
                ? List.copyOf(tracks.getOrDefault(measure, Map.of()).keySet())
                : List.copyOf(lines.getOrDefault(measure, Map.of()).keySet());
    }

    /** The layer that a node of the network stands for: itself, or what learns before an activation. */
    Optional<String> layerOf(String node) {
        boolean learns = tracks.getOrDefault(Measure.WEIGHTS, Map.of()).containsKey(node);
        return learns ? Optional.of(node) : Optional.ofNullable(learners.get(node));
    }

    /** The line of a layer; an empty one if nothing is known. */
    Series line(Measure measure, String node) {
        return lines.getOrDefault(measure, Map.of()).getOrDefault(node, new Series());
    }

    /** The distributions of a layer; none if nothing is known. */
    HistogramTrack distributions(Measure measure, String node) {
        return tracks.getOrDefault(measure, Map.of()).getOrDefault(node, new HistogramTrack());
    }

    private void add(Measure measure, long step, String node, double value) {
        Map<String, Series> ofMeasure = lines.computeIfAbsent(measure, each -> new LinkedHashMap<>());
        // Of a layer that never has this number there is no line.
        if (!Double.isNaN(value) || ofMeasure.containsKey(node)) {
            ofMeasure.computeIfAbsent(node, each -> new Series()).add(step, value);
        }
    }

    private HistogramTrack track(Measure measure, String node) {
        return tracks.computeIfAbsent(measure, each -> new LinkedHashMap<>())
                .computeIfAbsent(node, each -> new HistogramTrack());
    }
}
