package org.convscope.ui.map;

import org.convscope.blueprint.Node;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.bands.HeadingBand;
import org.convscope.ui.map.geometry.Detail;
import org.convscope.ui.map.geometry.LabelWidths;
import org.convscope.workbench.OpenRun;

/** Texts measured in the fonts that they are shown in. */
final class MeasuredLabels implements LabelWidths {

    private final HeadingBand headings;
    private final double outputRow;

    MeasuredLabels(OpenRun run, HeadingBand headings, FiguresCanvas figures) {
        this.headings = headings;
        this.outputRow = figures.rowWidth(
                run.dataset().card().classNames(Texts.language().get()));
    }

    @Override
    public double above(Node node, Detail detail) {
        return headings.width(node, detail);
    }

    @Override
    public double outputRow() {
        return outputRow;
    }
}
