package org.convscope.data.source;

import java.util.List;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.GeneratedDataset;
import org.convscope.tensor.Shape;

/**
 * Figures on coloured backgrounds, drawn for this program. Classes come in pairs that differ in one thing:
 * colour (red and blue disc), form (red disc, square and triangle; blue disc and ring), direction (stripes across,
 * upright, slanting) or texture (stripes, chequers, dots, in any colour and form). Place, size, background and
 * litter say nothing.
 */
public final class Shapes implements DatasetSource {

    private final GeneratedDataset generated = new GeneratedDataset(
            new DatasetCard(
                    "shapes",
                    "Shapes",
                    List.of(
                            "red-disc",
                            "blue-disc",
                            "red-square",
                            "red-triangle",
                            "blue-ring",
                            "stripes-across",
                            "stripes-upright",
                            "stripes-slanting",
                            "chequers",
                            "dots"),
                    Shape.of(3, 32, 32),
                    16_000,
                    4_000,
                    "Apache-2.0, drawn by this program",
                    "drawn from a seed",
                    Map.of(
                            "train",
                            "6b2ff8067ed7961e2323400db9292a3ef8b1cdbed61e7abc834d033eab1add72",
                            "test",
                            "0330c7eff7aa0b76335ca688c55d3029860e7672ca71a46b1b1ba3261564936a")),
            20_261_124,
            new ShapePainter());

    @Override
    public DatasetCard card() {
        return generated.card();
    }

    @Override
    public Dataset load() {
        return generated.load();
    }
}
