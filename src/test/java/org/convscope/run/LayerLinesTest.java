package org.convscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.convscope.tensor.Histogram;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.junit.jupiter.api.Test;

class LayerLinesTest {

    private static final LayersMeasured FIRST =
            new LayersMeasured(50, 1, List.of(layer("conv1", 0.25), layer("fc", 1)));
    private static final LayersMeasured SECOND = new LayersMeasured(100, 2, List.of(layer("conv1", Double.NaN)));

    @Test
    void aMeasurementIsReadAsItWasWritten() {
        List<LayersMeasured> lines = Stream.of(FIRST, SECOND)
                .flatMap(LayerLines::lines)
                .map(LayerLines::parse)
                .toList();
        assertEquals(3, lines.size(), "a line a layer");
        assertEquals(List.of(FIRST, SECOND), LayerLines.joined(lines));
        assertEquals(List.of(), LayerLines.joined(List.of()));
    }

    @Test
    void theHeaderNamesEveryCell() {
        String line = LayerLines.lines(FIRST).findFirst().orElseThrow();
        assertEquals(LayerLines.HEADER.split(",").length, line.split(",", -1).length);
    }

    @Test
    void aTornLineIsNotRead() {
        String line = LayerLines.lines(FIRST).findFirst().orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> LayerLines.parse(line.substring(0, line.length() - 1)));
        assertThrows(IllegalArgumentException.class, () -> LayerLines.parse(line.substring(0, 20)));
    }

    private static LayerMeasure layer(String node, double value) {
        return new LayerMeasure(
                node,
                value,
                1e-3,
                2e-3,
                value,
                "",
                value,
                Double.NaN,
                Histogram.parse("-3 -2 ABCD__AA"),
                Histogram.NONE);
    }
}
