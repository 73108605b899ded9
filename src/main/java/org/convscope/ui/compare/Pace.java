package org.convscope.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.train.TrainState;
import org.convscope.workbench.LockStep;

/** How the runs of a comparison go on: kept together by the images that they have seen, or each as fast as it can. */
final class Pace {

    private final ReadOnlyObjectProperty<List<Side>> sides;
    private final BooleanProperty together = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper learning = new ReadOnlyBooleanWrapper();
    private Optional<LockStep> lockStep = Optional.empty();

    Pace(ReadOnlyObjectProperty<List<Side>> sides) {
        this.sides = sides;
        together.addListener(changed -> bind());
    }

    /** Keeps the runs together that are compared now, if that is wished. */
    void bind() {
        release();
        lockStep = together.get() && sides.get().size() > 1
                ? Optional.of(new LockStep(sides.get().stream().map(Side::run).toList()))
                : Optional.empty();
    }

    /** Holds none of them. */
    void release() {
        lockStep.ifPresent(LockStep::close);
        lockStep = Optional.empty();
    }

    /** Has all go on, or all rest. */
    void playOrPause() {
        if (learning.get()) {
            lockStep.ifPresentOrElse(LockStep::pause, () -> sides.get().forEach(side -> {
                var unused = side.run().pause();
            }));
        } else {
            lockStep.ifPresentOrElse(
                    LockStep::play, () -> sides.get().forEach(side -> side.run().play()));
        }
    }

    /** Has all make one step; those that learn rest instead. */
    void step() {
        if (learning.get()) {
            playOrPause();
        } else {
            lockStep.ifPresentOrElse(
                    LockStep::step, () -> sides.get().forEach(side -> side.run().step()));
        }
    }

    /** Has one go on, or rest, whatever the others do. */
    static void playOrPause(Side side) {
        if (isLearning(side)) {
            var unused = side.run().pause();
        } else {
            side.run().play();
        }
    }

    /** Looks anew whether one of them learns. */
    void tell() {
        learning.set(sides.get().stream().anyMatch(Pace::isLearning));
    }

    ReadOnlyBooleanProperty learningProperty() {
        return learning.getReadOnlyProperty();
    }

    BooleanProperty togetherProperty() {
        return together;
    }

    private static boolean isLearning(Side side) {
        return side.run().progress().state() == TrainState.RUNNING;
    }
}
