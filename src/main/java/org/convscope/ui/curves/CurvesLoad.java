package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.tensor.Histogram;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Theme;

/** A picture of as many curves with as many points as one wants, to measure how quickly it is drawn anew. */
public final class CurvesLoad {

    private final CurvesModel model;
    private final CurvePlot plot;
    private final StackPane view;
    private final int curves;
    private final Random random = new Random(1);
    private long step;

    /** Curves that wander, of so many points each, beside what the window shows itself. */
    public CurvesLoad(ExploreModel explore, int curves, int points) {
        this.curves = curves;
        model = new CurvesModel(explore);
        PanelModel panel = new PanelModel(model, "load", Measure.GRADIENT, Remembered.nothing());
        plot = new CurvePlot(panel);
        view = new StackPane(plot);
        view.getStyleClass().add("curves");
        Theme.dress(view, "curves");
        for (int i = 0; i < points; i++) {
            add();
        }
    }

    /** What is drawn. */
    public Region view() {
        return view;
    }

    /** One point more on every curve, and all of them drawn anew. */
    public void grow() {
        add();
        plot.paint();
    }

    private void add() {
        step++;
        List<LayerMeasure> layers = new ArrayList<>();
        for (int curve = 0; curve < curves; curve++) {
            double value = Math.exp(0.3 * curve + 0.2 * random.nextGaussian());
            layers.add(new LayerMeasure(
                    "curve" + curve,
                    value,
                    value,
                    value,
                    1,
                    "",
                    Double.NaN,
                    Double.NaN,
                    Histogram.NONE,
                    Histogram.NONE));
        }
        model.gather(List.of(
                new TrainEvent.StepDone(step, 1, 1, 1, 0.1, 1, step), new TrainEvent.LayersMeasured(step, 1, layers)));
    }
}
