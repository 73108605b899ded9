package org.convscope.ui.map.geometry;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;

/** Widths of texts as if every letter were seven points wide. */
public record Labels(Blueprint blueprint) implements LabelWidths {

    @Override
    public double above(Node node, Detail detail) {
        int letters = node.id().length();
        if (detail != Detail.COMPACT) {
            letters = Math.max(letters, blueprint.shape(node.id()).toString().length());
        }
        if (detail == Detail.FULL) {
            letters = Math.max(letters, node.op().name().length());
        }
        return 7.0 * letters;
    }

    @Override
    public double outputRow() {
        return 140;
    }
}
