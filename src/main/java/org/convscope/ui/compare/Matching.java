package org.convscope.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.lens.Pairing;
import org.convscope.train.Progress;
import org.convscope.train.TrainState;
import org.convscope.ui.kit.Pulse;

/** Which maps of the runs are like which of the first run; found anew with each epoch, and when the runs have come to rest. */
final class Matching {

    private final ReadOnlyObjectProperty<List<Side>> sides;
    private final ReadOnlyObjectProperty<Slots> slots;
    private final Executor work;
    private final Consumer<Runnable> found;
    private final BiConsumer<Side, Throwable> failed;
    private final BooleanProperty wished = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Map<Integer, Map<Integer, Pairing>>> pairings =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<OptionalLong> step = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private boolean isAsking;
    private Then then = new Then(List.of(), 0, List.of());

    /** How far the runs had come when it was last asked for: epochs that are over in the farthest, and steps. */
    private record Then(List<Side> sides, long epochs, List<Long> steps) {}

    /** Nothing is wished yet; what takes long is done by {@code work}. */
    Matching(
            ReadOnlyObjectProperty<List<Side>> sides,
            ReadOnlyObjectProperty<Slots> slots,
            Pulse pulse,
            Executor work,
            BiConsumer<Side, Throwable> failed) {
        this.sides = sides;
        this.slots = slots;
        this.work = work;
        this.failed = failed;
        this.found = pulse.every(all -> all.forEach(Runnable::run));
        wished.addListener((property, before, now) -> {
            forget();
            if (now) {
                ask();
            }
        });
    }

    /** Asks anew if the runs have moved on by an epoch, or have come to rest at other steps. */
    void follow() {
        if (wished.get() && !isAsking) {
            Then now = now();
            if (now.epochs != then.epochs || (isResting() && !now.steps.equals(then.steps))) {
                ask();
            }
        }
    }

    /** Whether maps are to stand under those of the first run that they are most like. */
    BooleanProperty wishedProperty() {
        return wished;
    }

    /** By run, from 1, and slot; nothing as long as it is not wished or not found. */
    ReadOnlyObjectProperty<Map<Integer, Map<Integer, Pairing>>> pairingsProperty() {
        return pairings.getReadOnlyProperty();
    }

    /** The step of the first run at which they were found; empty if there are none. */
    ReadOnlyObjectProperty<OptionalLong> stepProperty() {
        return step.getReadOnlyProperty();
    }

    private void forget() {
        isAsking = false;
        pairings.set(Map.of());
        step.set(OptionalLong.empty());
    }

    private void ask() {
        then = now();
        if (then.sides.size() < 2) {
            return;
        }
        isAsking = true;
        Then asked = then;
        var unused = Likeness.of(asked.sides.stream().map(Side::run).toList(), slots.get(), work)
                .whenComplete((likeness, wrong) -> found.accept(() -> take(asked, likeness, wrong)));
    }

    private void take(Then asked, Likeness.Found likeness, Throwable wrong) {
        if (wrong != null) {
            failed.accept(asked.sides.get(0), wrong);
        }
        if (wished.get() && asked.equals(then) && asked.sides.equals(sides.get())) {
            isAsking = false;
            if (wrong == null) {
                pairings.set(likeness.pairings());
                step.set(OptionalLong.of(likeness.step()));
                follow();
            }
        }
    }

    private Then now() {
        List<Side> all = sides.get();
        return new Then(
                all,
                all.stream()
                        .mapToLong(side -> progress(side).step()
                                / Math.max(1, progress(side).stepsPerEpoch()))
                        .max()
                        .orElse(0),
                all.stream().map(side -> progress(side).step()).toList());
    }

    private boolean isResting() {
        return sides.get().stream().noneMatch(side -> progress(side).state() == TrainState.RUNNING);
    }

    private static Progress progress(Side side) {
        return side.run().progress();
    }
}
