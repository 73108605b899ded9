package org.convscope.ui.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.spec.Subject;
import org.convscope.train.TrainState;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Sighting;
import org.convscope.workbench.Viewer;

/**
 * Asks the runs that are compared for what is seen of them: their pictures about ten times a second while they learn, and
 * never faster than they come; how their layers fare every other second.
 */
final class Watching {

    private static final int TICK_MILLIS = 20;
    private static final int TICKS_BETWEEN_PICTURES = 5;
    private static final int TICKS_BETWEEN_HEALTH = 100;

    private final CompareModel model;
    private final BiConsumer<Side, Throwable> failed;
    private final Map<Side, Watch> watches = new HashMap<>();
    private final Consumer<Seen> seen;
    private final Consumer<Measured> measured;
    private final Map<Side, Long> asked = new HashMap<>();
    private long ticks;

    /** Who asks one side. */
    private record Watch(Viewer<Question, Overview> maps, Viewer<OpenRun, LayerHealth> layers) {}

    /** Of these nodes, or of all if there are none; at a recorded step, or now. */
    private record Question(OpenRun run, int image, OptionalLong moment, OptionalLong step, Set<String> nodes) {}

    private record Seen(Side side, Question question, Overview overview) {}

    private record Measured(Side side, LayerHealth health) {}

    /** Nobody is watched yet; {@code drawn} is called when pictures came, {@code failed} hears what went wrong. */
    Watching(CompareModel model, Pulse pulse, Runnable drawn, BiConsumer<Side, Throwable> failed) {
        this.model = model;
        this.failed = failed;
        this.seen = pulse.every(pictures -> {
            pictures.forEach(this::draw);
            drawn.run();
        });
        this.measured = pulse.every(all -> all.forEach(one -> one.side.examine(one.health)));
        pulse.repeat(TICK_MILLIS, this::tick);
    }

    void add(Side side) {
        watches.put(
                side,
                new Watch(
                        new Viewer<>(question -> sight(side, question), (overview, wrong) -> {}),
                        new Viewer<>(OpenRun::health, (health, wrong) -> answer(side, health, wrong))));
    }

    void remove(Side side) {
        watches.remove(side);
        asked.remove(side);
    }

    boolean isWatched(Side side) {
        return watches.containsKey(side);
    }

    /** Asks all for the picture of now, or of the moment that is looked at. */
    void refresh() {
        model.sidesProperty().get().forEach(this::ask);
    }

    /** Asks how the layers fare, at the moment that is looked at. */
    void examine(List<Side> sides) {
        for (Side side : sides) {
            OptionalLong step = stepOf(side);
            CompletableFuture<LayerHealth> coming = step.isPresent()
                    ? side.run().history().health(step.getAsLong())
                    : side.run().health();
            var unused = coming.whenComplete((health, wrong) -> answer(side, health, wrong));
        }
    }

    private void ask(Side side) {
        Watch watch = watches.get(side);
        // One that is being taken out is asked no more.
        if (watch != null) {
            int image = model.gaze().imageProperty().get();
            OptionalLong moment = model.momentProperty().get();
            watch.maps.ask(new Question(side.run(), image, moment, stepOf(side), wanted(side)));
        }
    }

    private CompletableFuture<Overview> sight(Side side, Question asked) {
        return sighting(asked).handle((sighting, wrong) -> {
            if (wrong == null) {
                seen.accept(new Seen(side, asked, sighting.overview()));
                return sighting.overview();
            }
            failed.accept(side, wrong);
            return null;
        });
    }

    private static CompletableFuture<Sighting> sighting(Question asked) {
        OpenRun run = asked.run;
        Subject subject =
                run.testImage(Math.floorMod(asked.image, run.dataset().test().size()));
        if (asked.step.isPresent()) {
            return run.history().see(asked.step.getAsLong(), subject, Scope.LAYER, asked.nodes, Optional.empty());
        }
        return asked.nodes.isEmpty()
                ? run.see(subject, Scope.LAYER, Optional.empty())
                : run.see(subject, Scope.LAYER, asked.nodes, Optional.empty());
    }

    private void answer(Side side, LayerHealth health, Throwable wrong) {
        if (wrong == null) {
            measured.accept(new Measured(side, health));
        } else {
            failed.accept(side, wrong);
        }
    }

    private void draw(Seen picture) {
        boolean isWished =
                picture.question.image == model.gaze().imageProperty().get()
                        && picture.question.moment.equals(model.momentProperty().get());
        if (isWatched(picture.side) && isWished) {
            picture.side.show(picture.overview);
        }
    }

    /** The recorded step that is nearest to the moment that is looked at; empty for now. */
    private OptionalLong stepOf(Side side) {
        OptionalLong moment = model.momentProperty().get();
        return moment.isEmpty()
                ? OptionalLong.empty()
                : side.run().history().nearest(side.scores().stepAt(moment.getAsLong()));
    }

    /** The nodes of the next picture; none stands for all. */
    private Set<String> wanted(Side side) {
        Set<Integer> inSight = model.gaze().inSightProperty().get();
        boolean isMoving =
                model.momentProperty().get().isEmpty() && side.run().progress().state() == TrainState.RUNNING;
        if (!isMoving || inSight.isEmpty()) {
            return Set.of();
        }
        int row = model.sidesProperty().get().indexOf(side);
        List<Slots.Slot> all = model.slotsProperty().get().slots();
        Set<String> nodes = new HashSet<>();
        inSight.stream()
                .filter(slot -> slot < all.size())
                .forEach(slot -> all.get(slot).nodes().get(row).ifPresent(nodes::add));
        nodes.add(side.run().blueprint().last().id());
        return nodes;
    }

    private void tick() {
        ticks++;
        for (Side side : model.sidesProperty().get()) {
            Watch watch = watches.get(side);
            Overview drawn = side.overviewProperty().get();
            LayerHealth examined = side.healthProperty().get();
            long step = side.run().progress().step();
            boolean isPast = stepOf(side).isPresent();
            boolean isOld = drawn != null && !isPast && (drawn.stamp().step() != step || lacksSome(side, drawn));
            long due = asked.getOrDefault(side, 0L) + TICKS_BETWEEN_PICTURES;
            if (ticks >= due && isOld && !watch.maps.isBusy()) {
                // Counted from when it was due: one that was late is not followed by another that is.
                asked.put(side, Math.max(due, ticks - TICKS_BETWEEN_PICTURES + 1));
                ask(side);
            }
            boolean isDue = examined != null && !isPast && examined.stamp().step() != step;
            if (ticks % TICKS_BETWEEN_HEALTH == 0 && isDue && !watch.layers.isBusy()) {
                watch.layers.ask(side.run());
            }
        }
    }

    private boolean lacksSome(Side side, Overview drawn) {
        Set<String> nodes = wanted(side);
        return nodes.isEmpty()
                ? drawn.mosaics().size() < side.run().blueprint().nodes().size()
                : !drawn.mosaics().keySet().containsAll(nodes);
    }
}
