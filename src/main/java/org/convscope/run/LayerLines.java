package org.convscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convscope.tensor.Histogram;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent.LayersMeasured;

/** Measurements of the layers as lines of CSV, one a layer, and back; numbers to the last bit. */
final class LayerLines {

    static final String HEADER = "step,epoch,node,gradient norm,gradient rms,update ratio,weight rms,activation,"
            + "dead share,saturated share,weights,outputs";

    private static final int CELLS = 12;

    private LayerLines() {}

    static Stream<String> lines(LayersMeasured measured) {
        return measured.layers().stream()
                .map(layer -> measured.step() + "," + measured.epoch() + "," + layer.node() + "," + layer.gradientNorm()
                        + "," + layer.gradientRms() + "," + layer.updateRatio() + "," + layer.weightRms() + ","
                        + layer.activation() + "," + layer.deadShare() + "," + layer.saturatedShare() + ","
                        + layer.weights().text() + "," + layer.outputs().text());
    }

    /** A measurement of one layer. */
    static LayersMeasured parse(String line) {
        String[] cells = EventLines.cells(line, CELLS);
        LayerMeasure layer = new LayerMeasure(
                cells[2],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                cells[7],
                Double.parseDouble(cells[8]),
                Double.parseDouble(cells[9]),
                Histogram.parse(cells[10]),
                Histogram.parse(cells[11]));
        return new LayersMeasured(Long.parseLong(cells[0]), Integer.parseInt(cells[1]), List.of(layer));
    }

    /** The layers of each step together again. */
    static List<LayersMeasured> joined(List<LayersMeasured> lines) {
        List<LayersMeasured> joined = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            while (to < lines.size() && lines.get(to).step() == lines.get(from).step()) {
                to++;
            }
            LayersMeasured first = lines.get(from);
            joined.add(new LayersMeasured(
                    first.step(),
                    first.epoch(),
                    lines.subList(from, to).stream()
                            .flatMap(line -> line.layers().stream())
                            .toList()));
            from = to;
        }
        return joined;
    }
}
