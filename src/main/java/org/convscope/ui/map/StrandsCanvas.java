package org.convscope.ui.map;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import org.convscope.blueprint.Blueprint;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Curve;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.geometry.Strand;
import org.convscope.ui.map.geometry.Strands;
import org.convscope.ui.map.model.Kernels;
import org.convscope.ui.map.model.NetworkMapModel;

/** What leads to and from the map that a person looks at: coloured by sign, as thick as the weights. */
final class StrandsCanvas extends MapCanvas {

    /** Strands on one side of a map, at the most; of more, the strongest. */
    private static final int MOST = 48;

    private static final double THINNEST = 0.75;
    private static final double THICKEST = 4;

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Motion motion;
    private final Inks inks;

    StrandsCanvas(ExploreModel explore, NetworkMapModel model, Motion motion, Inks inks) {
        this.explore = explore;
        this.model = model;
        this.motion = motion;
        this.inks = inks;
    }

    @Override
    boolean draw(GraphicsContext pen) {
        NetworkMapLayout layout = motion.layout();
        Selection focus = model.focus();
        if (layout == null || focus == null) {
            return false;
        }
        Blueprint blueprint = explore.runProperty().get().blueprint();
        if (!layout.shows(focus.node())) {
            return false;
        }
        neutral(pen, near(layout, Strands.outOf(blueprint, layout, focus)));
        List<Strand> sources = near(layout, Strands.into(blueprint, layout, focus));
        Kernels kernels = model.focusKernelsProperty().get();
        if (kernels == null || kernels.sources() != sources.size()) {
            neutral(pen, sources);
        } else {
            weighted(pen, sources, kernels);
        }
        return true;
    }

    /** Where routes lead past other boxes, strands across them would say nothing. */
    private static List<Strand> near(NetworkMapLayout layout, List<Strand> strands) {
        Map<List<String>, Boolean> isNear = new HashMap<>();
        return strands.stream()
                .filter(strand -> isNear.computeIfAbsent(
                        List.of(strand.from(), strand.to()),
                        pair -> layout.isRow() || layout.areNeighbours(pair.get(0), pair.get(1))))
                .toList();
    }

    /** The strongest on top. */
    private void weighted(GraphicsContext pen, List<Strand> strands, Kernels kernels) {
        Comparator<Strand> byStrength = Comparator.comparingDouble(strand -> kernels.share(strand.fromMap()));
        strands.stream()
                .sorted(byStrength.reversed())
                .limit(MOST)
                .sorted(byStrength)
                .forEach(strand -> {
                    Ink ink = kernels.strength(strand.fromMap()).sum() >= 0 ? inks.positive : inks.negative;
                    ink.dip(pen);
                    pen.setLineWidth(THINNEST + (THICKEST - THINNEST) * kernels.share(strand.fromMap()));
                    pen.beginPath();
                    add(pen, strand);
                    pen.stroke();
                });
    }

    /** All in one stroke, which costs far less than one each. */
    private void neutral(GraphicsContext pen, List<Strand> strands) {
        inks.neutral.dip(pen);
        pen.beginPath();
        Strands.some(strands, MOST).forEach(strand -> add(pen, strand));
        pen.stroke();
    }

    private void add(GraphicsContext pen, Strand strand) {
        Camera camera = camera();
        Curve curve = strand.curve(motion.layout()).times(camera.scale()).moved(camera.x(), camera.y());
        double x0 = curve.begin().getX();
        double y0 = curve.begin().getY();
        double x1 = curve.end().getX();
        double y1 = curve.end().getY();
        boolean seen = Math.max(x0, x1) >= 0
                && Math.min(x0, x1) <= getWidth()
                && Math.max(y0, y1) >= 0
                && Math.min(y0, y1) <= getHeight();
        if (seen) {
            pen.moveTo(x0, y0);
            pen.bezierCurveTo(x0 + curve.slack(), y0, x1 - curve.slack(), y1, x1, y1);
        }
    }
}
