package org.convscope.ui.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.convscope.lens.Overview;
import org.convscope.spec.Scenario;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.workbench.OpenRun;

/**
 * Trains ten epochs with the window open, says what the run then takes on the disk, and drags the slider of its
 * recorded steps to and fro: at rest, and while another epoch would be learned. A step counts as drawn when the pulse
 * that painted all its maps is over.
 */
final class TravelMeter {

    private static final int EPOCHS = 10;
    private static final int WARM_UP = 20;
    private static final int DRAGS = 50;
    private static final double SETTLING_SECONDS = 2;

    private final ExploreModel model;
    private final Stage stage;
    private final PanMeter.Series series;
    private final Runnable done;
    private final int rounds;

    TravelMeter(ExploreModel model, Stage stage, int rounds, PanMeter.Series series, Runnable done) {
        this.model = model;
        this.stage = stage;
        this.rounds = rounds;
        this.series = series;
        this.done = done;
    }

    void measure() {
        Scenario open = model.runProperty().get().scenario();
        TrainingPlan plan = open.plan();
        model.runProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends OpenRun> source, OpenRun before, OpenRun now) {
                source.removeListener(this);
                train(now);
            }
        });
        model.begin(new Scenario(
                open.data(),
                open.network(),
                open.options(),
                new TrainingPlan(
                        plan.optimizer(),
                        plan.learningRate(),
                        plan.schedule(),
                        plan.batchSize(),
                        EPOCHS,
                        plan.seed(),
                        plan.limit())));
    }

    private void train(OpenRun run) {
        int[] middle = {0};
        model.newsProperty().addListener((news, before, now) -> {
            for (TrainEvent event : now) {
                if (event instanceof TrainEvent.EpochDone epoch && epoch.epoch() == EPOCHS / 2 && middle[0]++ == 0) {
                    Moments.after(SETTLING_SECONDS, () -> drag("dragLearning", 0, () -> {}));
                } else if (event instanceof TrainEvent.StateChanged change
                        && change.to().isEnd()) {
                    Moments.after(SETTLING_SECONDS, () -> rest(run));
                }
            }
        });
        run.play();
    }

    private void rest(OpenRun run) {
        series.note("disk", 0, bytes(run.folder()));
        series.note("steps", 0, run.history().steps().size());
        drag("drag", 0, done);
    }

    /** Goes to another recorded step as soon as the last one is drawn, the first times to warm up. */
    private void drag(String name, int index, Runnable then) {
        if (index == WARM_UP + DRAGS * rounds) {
            slider().setValue(slider().getMax());
            then.run();
            return;
        }
        long start = System.nanoTime();
        // To and fro in steps that no cache foresees.
        slider().setValue(Math.floorMod(37 * (index + 1), (int) slider().getMax()));
        whenPainted(model.moment().step().getAsLong(), () -> {
            if (index >= WARM_UP) {
                series.note(name, index - WARM_UP, (System.nanoTime() - start) / 1e6);
            }
            drag(name, index + 1, then);
        });
    }

    private void whenPainted(long wanted, Runnable then) {
        model.pictures().paintedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Overview> source, Overview before, Overview now) {
                // While it learns, the step may be let go before it is drawn; then it is another that is.
                boolean isDrawn = now != null
                        && model.moment().isPast()
                        && (now.stamp().step() == wanted
                                || !model.runProperty().get().history().steps().contains(wanted));
                if (isDrawn) {
                    source.removeListener(this);
                    Moments.afterPulse(stage.getScene(), then);
                }
            }
        });
    }

    private Slider slider() {
        if (stage.getScene().lookup("#travel-slider") instanceof Slider slider) {
            return slider;
        }
        throw new IllegalStateException("No slider");
    }

    private static double bytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
