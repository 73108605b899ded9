package org.convscope.ui.meter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.convscope.lens.Overview;
import org.convscope.spec.Scenario;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.workbench.OpenRun;

/**
 * Drives an open window as a person would and notes how long things take. A picture counts as drawn
 * when the pulse that painted it is over.
 */
public final class WindowMeter {

    private static final int WARM_UP_IMAGES = 5;
    private static final double WARM_UP_SECONDS = 6;
    private static final int EPOCHS = 1000;
    private static final double TURN_SECONDS = 4;
    private static final double RESIDENT_EVERY_SECONDS = 10;

    private final Wish wish;
    private final ExploreModel model;
    private final Stage stage;
    private final Properties numbers = new Properties();

    /** A meter for a window that shows this model. */
    public WindowMeter(Wish wish, ExploreModel model, Stage stage) {
        this.wish = wish;
        this.model = model;
        this.stage = stage;
    }

    /** Waits for the first feature maps, measures what was wished, writes the answer, and ends the program. */
    public void begin() {
        whenNextPainted(() -> {
            note("firstMaps", 0, millisSinceStart());
            switch (wish.kind()) {
                case "start" -> firstStep();
                case "window" -> images(0);
                case "watch" -> train(() -> turn(0, true));
                case "memory" -> train(this::memory);
                case "travel" -> new TravelMeter(model, stage, wish.rounds(), this::note, this::end).measure();
                case "curves" -> new CurvesMeter(model, wish.rounds(), this::note, this::end).measure();
                case "pan" -> new PanMeter(model, stage, wish.network()).measure(wish.rounds(), this::note, this::end);
                case "lockstep" -> new LockStepMeter(model, stage).measure(wish.rounds(), this::note, this::end);
                default -> end();
            }
        });
    }

    /** Has the network learn as soon as it is seen. */
    private void firstStep() {
        model.newsProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(
                    ObservableValue<? extends List<TrainEvent>> source, List<TrainEvent> before, List<TrainEvent> now) {
                if (now.stream().anyMatch(TrainEvent.StepDone.class::isInstance)) {
                    source.removeListener(this);
                    note("firstStep", 0, millisSinceStart());
                    end();
                }
            }
        });
        pressTrain();
    }

    /** As soon as it is there: what stands around the maps is made after them. */
    private void pressTrain() {
        if (stage.getScene().lookup("#train") instanceof ButtonBase button) {
            button.fire();
        } else {
            Moments.afterPulse(stage.getScene(), this::pressTrain);
        }
    }

    /** Looks at image after image, first to warm up, then to measure. */
    private void images(int index) {
        if (index == WARM_UP_IMAGES + wish.rounds()) {
            maps(0);
            return;
        }
        long start = System.nanoTime();
        whenNextPainted(() -> {
            if (index >= WARM_UP_IMAGES) {
                note("image", index - WARM_UP_IMAGES, (System.nanoTime() - start) / 1e6);
            }
            images(index + 1);
        });
        model.showTestImage(index + 1);
    }

    /** Opens map after map; one is open when the inspector has drawn how its value is computed. */
    private void maps(int index) {
        if (index == WARM_UP_IMAGES + wish.rounds()) {
            train(this::frames);
            return;
        }
        long start = System.nanoTime();
        whenFound(() -> {
            if (index >= WARM_UP_IMAGES) {
                note("map", index - WARM_UP_IMAGES, (System.nanoTime() - start) / 1e6);
            }
            maps(index + 1);
        });
        model.selectionProperty().set(Selection.of(index % 2 == 0 ? "conv2" : "act2", index % 16));
    }

    /** Counts the screen's pulses while the network learns. */
    private void frames() {
        new AnimationTimer() {
            private long turnStart;
            private int frames;
            private int round;

            @Override
            public void handle(long now) {
                if (turnStart == 0) {
                    turnStart = now;
                    return;
                }
                frames++;
                double seconds = (now - turnStart) / 1e9;
                if (seconds >= TURN_SECONDS) {
                    note("frames", round++, frames / seconds);
                    frames = 0;
                    turnStart = now;
                    if (round == wish.rounds()) {
                        stop();
                        end();
                    }
                }
            }
        }.start();
    }

    /** Begins a run like the open one that goes on for longer than anybody measures. */
    private void train(Runnable then) {
        Scenario open = model.runProperty().get().scenario();
        TrainingPlan plan = open.plan();
        model.runProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends OpenRun> source, OpenRun before, OpenRun now) {
                source.removeListener(this);
                now.play();
                Moments.after(WARM_UP_SECONDS, then);
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

    /** Trains watched and unwatched in turns. */
    private void turn(int index, boolean watched) {
        if (index == wish.rounds()) {
            end();
            return;
        }
        model.pictures().perSecondProperty().set(watched ? 10 : 0);
        Moments.after(0.5, () -> {
            long images = model.runProperty().get().progress().images();
            long start = System.nanoTime();
            Moments.after(TURN_SECONDS, () -> {
                double seconds = (System.nanoTime() - start) / 1e9;
                long learned = model.runProperty().get().progress().images() - images;
                note(watched ? "watched" : "unwatched", index, learned / seconds);
                turn(watched ? index : index + 1, !watched);
            });
        });
    }

    private void memory() {
        int readings = (int) Math.ceil(wish.minutes() * 60 / RESIDENT_EVERY_SECONDS);
        int[] done = {0};
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(RESIDENT_EVERY_SECONDS), tick -> {
            note("resident", done[0]++, residentBytes());
            if (done[0] == readings) {
                end();
            }
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void whenNextPainted(Runnable then) {
        model.pictures().paintedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Overview> source, Overview before, Overview now) {
                if (now != null) {
                    source.removeListener(this);
                    Moments.afterPulse(stage.getScene(), then);
                }
            }
        });
    }

    private void whenFound(Runnable then) {
        // Also a picture like the last one comes with what was found in it.
        model.overviewProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable source) {
                if (model.overviewProperty().get() != null
                        && model.pictures().findingsProperty().get().isPresent()) {
                    source.removeListener(this);
                    Moments.afterPulse(stage.getScene(), then);
                }
            }
        });
    }

    private void note(String series, int index, double value) {
        numbers.setProperty(series + "." + index, String.valueOf(value));
    }

    private void end() {
        try (BufferedWriter writer = Files.newBufferedWriter(wish.answer())) {
            numbers.store(writer, "measured by the window itself");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static double millisSinceStart() {
        Instant start = ProcessHandle.current()
                .info()
                .startInstant()
                .orElseGet(() -> Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime()));
        return java.time.Duration.between(start, Instant.now()).toNanos() / 1e6;
    }

    /** Memory of the whole process, native arrays included, where the system tells it. */
    private static double residentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException noSuchFile) {
            Runtime java = Runtime.getRuntime();
            return (double) java.totalMemory() - java.freeMemory();
        }
        throw new IllegalStateException("The system does not say how much memory is resident");
    }
}
