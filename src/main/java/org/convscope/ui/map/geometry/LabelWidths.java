package org.convscope.ui.map.geometry;

import org.convscope.blueprint.Node;

/** How wide the texts of the map are, in points, as measured by whoever shows them. */
public interface LabelWidths {

    /** Width of the widest line above a node's column. */
    double above(Node node, Detail detail);

    /** Width of an output row: the longest class name with its percentage. */
    double outputRow();

    /** The widths that texts have in a world that is seen enlarged by {@code scale}: they are not enlarged with it. */
    default LabelWidths dividedBy(double scale) {
        LabelWidths whole = this;
        return new LabelWidths() {
            @Override
            public double above(Node node, Detail detail) {
                return whole.above(node, detail) / scale;
            }

            @Override
            public double outputRow() {
                // Rows of the output are part of the world: their texts are enlarged with it, though not made smaller.
                return whole.outputRow() / Math.min(1, scale);
            }
        };
    }
}
