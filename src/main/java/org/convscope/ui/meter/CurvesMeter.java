package org.convscope.ui.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.convscope.ui.curves.CurvesLoad;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Theme;

/**
 * Counts how often a picture of eight curves with ten thousand points each is drawn anew in a second, a point growing on
 * every curve each time; in turns, JavaFX's own line chart does the same in the same window.
 */
final class CurvesMeter {

    private static final int CURVES = 8;
    private static final int POINTS = 10_000;
    private static final double WARM_UP_SECONDS = 2;
    private static final double SECONDS = 4;

    private final PanMeter.Series series;
    private final Runnable done;
    private final int rounds;
    private final CurvesLoad load;
    private final Stage stage = new Stage();
    private final StackPane root = new StackPane();
    private final Random random = new Random(1);

    /** A meter of so many rounds. */
    CurvesMeter(ExploreModel model, int rounds, PanMeter.Series series, Runnable done) {
        this.series = series;
        this.done = done;
        this.rounds = rounds;
        this.load = new CurvesLoad(model, CURVES, POINTS);
        Scene scene = new Scene(root, 640, 300);
        Theme.dress(scene);
        stage.setScene(scene);
    }

    void measure() {
        stage.show();
        round(0);
    }

    private void round(int round) {
        if (round == rounds) {
            stage.close();
            done.run();
            return;
        }
        root.getChildren().setAll(load.view());
        run("curves", round, load::grow, () -> {
            LineChart<Number, Number> chart = chart();
            root.getChildren().setAll(chart);
            run("lineChart", round, () -> grow(chart), () -> round(round + 1));
        });
    }

    private void run(String name, int round, Runnable frame, Runnable then) {
        new AnimationTimer() {
            private long start;
            private double before;
            private int frames;

            @Override
            public void handle(long now) {
                start = start == 0 ? now : start;
                double seconds = (now - start) / 1e9 - WARM_UP_SECONDS;
                if (seconds >= SECONDS) {
                    stop();
                    series.note(name, round, frames / seconds);
                    series.note(name + "Cost", round, (FrameCost.cpuMillis() - before) / Math.max(1, frames));
                    then.run();
                    return;
                }
                if (seconds < 0) {
                    before = FrameCost.cpuMillis();
                } else {
                    frames++;
                }
                frame.run();
            }
        }.start();
    }

    private LineChart<Number, Number> chart() {
        LineChart<Number, Number> chart = new LineChart<>(new NumberAxis(), new NumberAxis());
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        for (int curve = 0; curve < CURVES; curve++) {
            List<XYChart.Data<Number, Number>> points = new ArrayList<>();
            for (int step = 1; step <= POINTS; step++) {
                points.add(point(curve, step));
            }
            XYChart.Series<Number, Number> line = new XYChart.Series<>();
            line.getData().setAll(points);
            chart.getData().add(line);
        }
        return chart;
    }

    private void grow(LineChart<Number, Number> chart) {
        int curve = 0;
        for (XYChart.Series<Number, Number> line : chart.getData()) {
            line.getData().add(point(curve++, line.getData().size() + 1));
        }
    }

    private XYChart.Data<Number, Number> point(int curve, int step) {
        return new XYChart.Data<>(step, Math.exp(0.3 * curve + 0.2 * random.nextGaussian()));
    }
}
