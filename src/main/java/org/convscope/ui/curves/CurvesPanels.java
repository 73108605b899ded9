package org.convscope.ui.curves;

import java.util.List;
import org.convscope.ui.shell.Panels;

/** The dock's panels of this wing. */
public final class CurvesPanels {

    private CurvesPanels() {}

    /** Loss, accuracy, and how the layers fare; the two curves share what they gathered. */
    public static List<Panels.Maker> all() {
        return List.of(
                (explore, pulse) -> new CurvesView(new CurvesModel(explore), Measure.LOSS, pulse),
                (explore, pulse) -> new CurvesView(new CurvesModel(explore), Measure.ACCURACY, pulse),
                (explore, pulse) -> new HealthView(new HealthModel(explore)));
    }
}
