package org.convscope.ui.meter;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.map.NetworkMapView;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.model.NetworkMapModel;

/**
 * Pans over the map of a network, all blocks open, seen from afar, from where layers are mosaics, and from
 * where single maps are seen; counts frames, and what a frame costs the two threads that make it. The cost
 * says more where others keep the machine busy.
 */
final class PanMeter {

    private static final Map<String, Double> SCALES = Map.of("Far", 0.0, "Middle", 1.0, "Close", 6.0);
    private static final List<String> VIEWS = List.of("Far", "Middle", "Close");
    private static final double SECONDS = 4;
    private static final double SETTLING_SECONDS = 2;
    private static final double BREATH_SECONDS = 0.1;
    private static final double STEP = 9;

    private final ExploreModel model;
    private final Stage stage;
    private final String network;
    private Series series;
    private Runnable done;
    private int rounds;

    /** Where numbers go. */
    interface Series {
        void note(String name, int index, double value);
    }

    PanMeter(ExploreModel model, Stage stage, String network) {
        this.model = model;
        this.stage = stage;
        this.network = network;
    }

    void measure(int times, Series into, Runnable then) {
        rounds = times;
        series = into;
        done = then;
        stage.setWidth(1600);
        stage.setHeight(1000);
        model.begin(new Scenario(
                model.runProperty().get().scenario().data(),
                network,
                Map.of(),
                new TrainingPlan(new Optimizer.Sgd(), 0.01, new Schedule.Constant(), 16, 1, 0, 0)));
        await(
                () -> model.runProperty().get().blueprint().network().equals(network)
                        && model.overviewProperty().get() != null
                        && layout() != null,
                () -> {
                    map().folding().toggleAll();
                    await(
                            () -> layout().cards().stream().allMatch(card -> card.isOpen()),
                            () -> Moments.after(SETTLING_SECONDS, () -> view(0, 0)));
                });
    }

    private void view(int view, int round) {
        if (view == VIEWS.size()) {
            if (round + 1 == rounds) {
                done.run();
            } else {
                view(0, round + 1);
            }
            return;
        }
        String name = VIEWS.get(view);
        map().viewport().fit();
        map().viewport().centre(new Point2D(layout().width() / 2, layout().height() / 2));
        double scale = map().viewport().cameraProperty().get().scale();
        if (SCALES.get(name) > scale) {
            map().viewport().zoomMiddle(SCALES.get(name) / scale);
        }
        Moments.after(SETTLING_SECONDS, () -> pan(name, round, () -> view(view + 1, round)));
    }

    private void pan(String name, int round, Runnable then) {
        double before = FrameCost.cpuMillis();
        new AnimationTimer() {
            private long start;
            private int frames;

            @Override
            public void handle(long now) {
                start = start == 0 ? now : start;
                double seconds = (now - start) / 1e9;
                // There and back, in a slow wave: nothing that was seen a moment ago helps.
                double phase = 2 * Math.PI * seconds / SECONDS;
                map().viewport().pan(STEP * Math.cos(phase), STEP / 3 * Math.sin(2 * phase));
                frames++;
                if (seconds >= SECONDS) {
                    stop();
                    series.note("pan" + name, round, frames / seconds);
                    series.note("cost" + name, round, (FrameCost.cpuMillis() - before) / frames);
                    then.run();
                }
            }
        }.start();
    }

    private NetworkMapModel map() {
        if (stage.getScene().lookup("#network-map") instanceof NetworkMapView view) {
            return view.model();
        }
        throw new IllegalStateException("No map");
    }

    private NetworkMapLayout layout() {
        return map().viewport().layoutProperty().get();
    }

    private void await(BooleanSupplier condition, Runnable then) {
        Moments.after(BREATH_SECONDS, () -> {
            if (condition.getAsBoolean()) {
                then.run();
            } else {
                await(condition, then);
            }
        });
    }
}
