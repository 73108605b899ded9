package org.convscope.ui.map.model;

import java.util.List;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;

/** Steps of the arrow keys. */
public enum Walk {
    /** To the layer before. */
    LEFT(-1, 0),
    /** To the layer behind. */
    RIGHT(1, 0),
    /** To the map before. */
    UP(0, -1),
    /** To the map behind. */
    DOWN(0, 1);

    private final int layers;
    private final int maps;

    Walk(int layers, int maps) {
        this.layers = layers;
        this.maps = maps;
    }

    /** The map that this step leads to; at an end, the same. From nowhere it leads to the first map. */
    public Selection from(Selection here, NetworkMapLayout layout) {
        List<Column> columns = layout.columns();
        if (here == null) {
            return Selection.of(columns.get(0).node(), 0);
        }
        int place = within(layout.place(here.node()) + layers, columns.size());
        Column column = columns.get(place);
        return Selection.of(column.node(), within(here.channel() + maps, column.count()));
    }

    private static int within(int index, int count) {
        return Math.max(0, Math.min(count - 1, index));
    }
}
