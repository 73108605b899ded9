package org.convscope.ui.curves;

import java.util.List;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.shell.Panels;

/** The dock's panels of this wing. */
public final class CurvesPanels {

    private CurvesModel model;
    private Remembered remembered;

    private CurvesPanels() {}

    /**
     * Two panels of curves, at first of loss and accuracy, and how the layers fare. The two share what they gathered,
     * which part of it is seen, and where one points.
     */
    public static List<Panels.Maker> all() {
        CurvesPanels shared = new CurvesPanels();
        return List.of(
                (explore, pulse) -> new CurvesView(shared.panel(explore, "left", Measure.LOSS), pulse),
                (explore, pulse) -> new CurvesView(shared.panel(explore, "right", Measure.ACCURACY), pulse),
                (explore, pulse) -> new HealthView(new HealthModel(explore)));
    }

    private PanelModel panel(ExploreModel explore, String name, Measure first) {
        if (model == null) {
            model = new CurvesModel(explore);
            remembered = Remembered.ofThisPerson();
            model.remember(remembered);
        }
        return new PanelModel(model, name, first, remembered);
    }
}
