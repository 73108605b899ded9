package org.convscope.ui.curves;

import java.util.List;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.shell.Panels;

/** The dock's panels of this wing. */
public final class CurvesPanels {

    private CurvesModel model;

    private CurvesPanels() {}

    /** Loss, accuracy, and how the layers fare; the two curves share what they gathered, and where one points. */
    public static List<Panels.Maker> all() {
        CurvesPanels shared = new CurvesPanels();
        return List.of(
                (explore, pulse) -> new CurvesView(shared.of(explore), Measure.LOSS, pulse),
                (explore, pulse) -> new CurvesView(shared.of(explore), Measure.ACCURACY, pulse),
                (explore, pulse) -> new HealthView(new HealthModel(explore)));
    }

    private CurvesModel of(ExploreModel explore) {
        if (model == null) {
            model = new CurvesModel(explore);
        }
        return model;
    }
}
