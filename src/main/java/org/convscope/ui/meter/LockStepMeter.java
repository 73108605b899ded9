package org.convscope.ui.meter;

import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.stage.Stage;
import org.convscope.spec.Contrasts;
import org.convscope.ui.compare.CompareModel;
import org.convscope.ui.compare.CompareView;
import org.convscope.ui.compare.Side;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;

/**
 * Trains two LeNets in lock-step and one of them alone, in turns, in the same window with the maps of whoever learns
 * moving; notes the images that are learned a second, and the pictures that come of each.
 */
final class LockStepMeter {

    private static final int EPOCHS = 1000;
    private static final double WARM_UP_SECONDS = 6;
    private static final double TURN_SECONDS = 5;
    private static final double SETTLING_SECONDS = 0.7;
    private static final double BREATH_SECONDS = 0.1;

    private final ExploreModel explore;
    private final Stage stage;
    private CompareModel model;
    private PanMeter.Series series;
    private Runnable done;
    private int rounds;
    private int pictures;

    LockStepMeter(ExploreModel explore, Stage stage) {
        this.explore = explore;
        this.stage = stage;
    }

    void measure(int times, PanMeter.Series into, Runnable then) {
        rounds = times;
        series = into;
        done = then;
        explore.modeProperty().set(Mode.COMPARE);
        if (!(stage.getScene().lookup("#compare") instanceof CompareView view)) {
            throw new IllegalStateException("Nothing compares");
        }
        model = view.model();
        model.sidesProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable came) {
                if (!model.sidesProperty().get().isEmpty()) {
                    model.sidesProperty().removeListener(this);
                    model.sidesProperty().get().forEach(side -> side.overviewProperty()
                            .addListener(picture -> pictures++));
                    Moments.after(WARM_UP_SECONDS, () -> rest(() -> turn(0, true)));
                }
            }
        });
        model.start(Contrasts.byId("activation").with(EPOCHS, 0, 0));
    }

    /** Both, then the first alone, as often as wished. */
    private void turn(int round, boolean together) {
        if (round == rounds) {
            done.run();
            return;
        }
        if (together) {
            model.playOrPause();
        } else {
            model.playOrPause(first());
        }
        Moments.after(SETTLING_SECONDS, () -> {
            long before = images();
            pictures = 0;
            long start = System.nanoTime();
            Moments.after(TURN_SECONDS, () -> {
                double seconds = (System.nanoTime() - start) / 1e9;
                series.note(together ? "together" : "alone", round, (images() - before) / seconds);
                series.note(together ? "picturesTogether" : "picturesAlone", round, pictures / seconds);
                rest(() -> turn(together ? round : round + 1, !together));
            });
        });
    }

    private void rest(Runnable then) {
        if (model.learningProperty().get()) {
            model.playOrPause();
        }
        await(() -> !model.learningProperty().get(), then);
    }

    private static void await(BooleanSupplier wanted, Runnable then) {
        if (wanted.getAsBoolean()) {
            then.run();
        } else {
            Moments.after(BREATH_SECONDS, () -> await(wanted, then));
        }
    }

    private Side first() {
        return model.sidesProperty().get().get(0);
    }

    private long images() {
        return model.sidesProperty().get().stream()
                .mapToLong(side -> side.run().progress().images())
                .sum();
    }
}
