package org.convscope.ui.map.geometry;

import java.util.ArrayList;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;

/**
 * How far columns stand from each other: far enough for tiles, headings and strands, and further where
 * there is room, above all where every map speaks to every map.
 */
final class Spacing {

    private static final double MARGIN = 14;
    private static final double BETWEEN_LABELS = 10;

    /** Room for strands that run side by side. */
    private static final double PARALLEL_GAP = 12;

    /** Room for strands that fan out. */
    private static final double FAN_GAP = 24;

    /** Room for the kernels between a convolution and its sources. */
    private static final double KERNEL_GAP = 40;

    /** How much the distance of parallel columns grows at the most, where a row has room to spare. */
    private static final double MOST_GROWTH = 30;

    private final List<TileGrid> grids;
    private final Detail detail;
    private final List<Double> halves = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    Spacing(Blueprint blueprint, List<TileGrid> grids, LabelWidths labels, Detail detail) {
        this.grids = grids;
        this.detail = detail;
        Node before = null;
        for (Node node : blueprint.nodes()) {
            int place = halves.size();
            double label = labels.above(node, detail);
            halves.add(Math.max(grids.get(place).width(), label) / 2);
            if (before != null) {
                double tiles = (grids.get(place - 1).width() + grids.get(place).width()) / 2;
                double texts = (labels.above(before, detail) + label) / 2;
                distances.add(Math.max(tiles + gap(node) * detail.gapShare(), texts + BETWEEN_LABELS));
                shares.add(gap(node) / PARALLEL_GAP);
            }
            before = node;
        }
    }

    List<TileGrid> grids() {
        return grids;
    }

    Detail detail() {
        return detail;
    }

    /** The least width that holds all. */
    double width() {
        return 2 * MARGIN + halves.get(0) + sum(distances) + halves.get(halves.size() - 1);
    }

    /** The middle of each column in a row of this width, the whole in its middle. */
    List<Double> centres(double width) {
        double spare = width - width();
        double unit = shares.isEmpty() ? 0 : Math.min(MOST_GROWTH, spare / sum(shares));
        double x = MARGIN + halves.get(0) + (spare - unit * sum(shares)) / 2;
        List<Double> centres = new ArrayList<>(List.of(x));
        for (int i = 0; i < distances.size(); i++) {
            x += distances.get(i) + unit * shares.get(i);
            centres.add(x);
        }
        return centres;
    }

    private static double gap(Node node) {
        if (node.op() instanceof Op.Conv) {
            return KERNEL_GAP;
        }
        return node.op().mixesEverything() ? FAN_GAP : PARALLEL_GAP;
    }

    private static double sum(List<Double> lengths) {
        return lengths.stream().mapToDouble(Double::doubleValue).sum();
    }
}
