package org.convscope.ui.map.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;

/**
 * The colour scale that stands under a column.
 *
 * @param node whose column
 * @param map of which map it speaks, or {@link #ALL_MAPS}
 * @param scale the scale that painted it
 */
public record Legend(String node, int map, ColorScale scale) {

    /** It speaks of every map of the column. */
    public static final int ALL_MAPS = -1;

    /**
     * The legends of what is shown. Where each map has a scale of its own, only a map that is pointed at
     * has a legend: a column cannot have them all.
     *
     * @param shown the mosaics as painted, by node
     * @param focus the map that is pointed at, or {@code null}
     */
    public static List<Legend> of(NetworkMapLayout layout, Map<String, Mosaic> shown, Selection focus) {
        List<Legend> legends = new ArrayList<>();
        for (Column column : layout.columns()) {
            Mosaic mosaic = shown.get(column.node());
            if (mosaic == null) {
                continue;
            }
            boolean focused = focus != null && focus.node().equals(column.node());
            if (mosaic.scales().size() == 1) {
                legends.add(new Legend(column.node(), ALL_MAPS, mosaic.scale(0)));
            } else if (focused && focus.channel() < mosaic.planes()) {
                legends.add(new Legend(column.node(), focus.channel(), mosaic.scale(focus.channel())));
            }
        }
        return legends;
    }
}
