package org.convscope.ui.dock.steer;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.Steering.Knob;
import org.convscope.train.Steerable;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/**
 * The knobs of the open run: what is in force, what is typed, and why something cannot be. What is typed is tried when
 * it is committed; what cannot be stays in its field, marked, and nothing is changed.
 */
public final class SteerModel {

    private static final String IN_STEPS = "step";

    private final ExploreModel explore;
    private final Consumer<Refused> refused;
    private final ReadOnlyObjectWrapper<Steering> inForce = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<Knob, Problem>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Steerable>> steerable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Knob, StringProperty> typed = new EnumMap<>(Knob.class);
    private final StringProperty decayOfSteps = new SimpleStringProperty("");
    private final StringProperty epochsOfSteps = new SimpleStringProperty("");
    private final Map<String, BooleanProperty> frozen = new LinkedHashMap<>();
    private boolean filling;

    /** A change that the run did not take. */
    private record Refused(Knob knob, Throwable reason) {}

    /** Steers what {@code explore} has open. */
    public SteerModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.refused = pulse.latest(this::refuse);
        for (Knob knob : Knob.values()) {
            typed.put(knob, new SimpleStringProperty(""));
        }
        explore.runProperty().addListener(changed -> takeRun());
        explore.newsProperty().addListener((property, before, news) -> hear(news));
        takeRun();
    }

    /** What holds from the next step on; {@code null} as long as nothing is open. */
    ReadOnlyObjectProperty<Steering> inForceProperty() {
        return inForce;
    }

    /** What stands in a knob's field; of the schedule its kind: {@code constant}, {@code step} or {@code cosine}. */
    StringProperty typedProperty(Knob knob) {
        return typed.get(knob);
    }

    /** What the rate is multiplied with, of a schedule in steps. */
    StringProperty decayOfStepsProperty() {
        return decayOfSteps;
    }

    /** After how many epochs, of a schedule in steps. */
    StringProperty epochsOfStepsProperty() {
        return epochsOfSteps;
    }

    /** Why what was typed last cannot be, by knob. */
    ReadOnlyObjectProperty<Map<Knob, Problem>> problemsProperty() {
        return problems;
    }

    /** What the open run lets itself be changed in; empty while none is open. */
    ReadOnlyObjectProperty<Optional<Steerable>> steerableProperty() {
        return steerable;
    }

    /** Whether a layer is frozen; to be set by a person. */
    BooleanProperty frozenProperty(String node) {
        return frozen.get(node);
    }

    /** Has the run take what stands in a knob's field, from the next step on. */
    void commit(Knob knob) {
        if (!filling && whyNot(knob).isEmpty()) {
            try {
                UnaryOperator<Steering> change = SteerReader.change(knob, text(knob));
                var unused = change.apply(inForce.get());
                forgive(knob);
                steer(knob, change);
            } catch (ProblemException wrong) {
                mark(knob, wrong.problem());
            }
        }
    }

    /** Everything as the plan says. */
    void backToThePlan() {
        if (isOpen() && whyNoneOfAll().isEmpty()) {
            Steering plan = Steering.of(run().scenario().plan());
            problems.set(Map.of());
            fill(EnumSet.allOf(Knob.class));
            steer(Knob.LEARNING_RATE, now -> plan);
        }
    }

    /** Whether anything is not as the plan says. */
    BooleanBinding isSteered() {
        return Bindings.createBooleanBinding(
                () -> isOpen()
                        && !inForce.get().equals(Steering.of(run().scenario().plan())),
                inForce);
    }

    /** Why a knob cannot be turned; empty if it can. */
    StringBinding whyNotProperty(Knob knob) {
        return Bindings.createStringBinding(
                () -> whyNot(knob), explore.runProperty(), explore.progressProperty(), steerable, Texts.language());
    }

    /** Why no knob can be turned; empty if one can. */
    StringBinding whyNoneProperty() {
        return Bindings.createStringBinding(
                this::whyNoneOfAll, explore.runProperty(), explore.progressProperty(), steerable, Texts.language());
    }

    private String whyNot(Knob knob) {
        String none = whyNoneOfAll();
        if (!none.isEmpty()) {
            return none;
        }
        Steerable open = steerable.get().orElseThrow();
        if (knob == Knob.MOMENTUM && !open.hasMomentum()) {
            return Texts.get(
                    "dock.steer.noMomentum",
                    Texts.get("dock.optimizer." + open.optimizer().id()));
        }
        return knob == Knob.DROPOUT && !open.hasDropout() ? Texts.get("dock.steer.noDropout") : "";
    }

    private String whyNoneOfAll() {
        if (!isOpen()) {
            return Texts.get("dock.steer.nothingOpen");
        }
        if (run().isOnlyLookedAt()) {
            return Texts.get("dock.onlyLooked");
        }
        if (run().watch().isPresent()) {
            return Texts.get("dock.steer.watched");
        }
        boolean hasEnded = explore.progressProperty().get().state().isEnd();
        return hasEnded ? Texts.get("dock.steer.ended") : "";
    }

    private String text(Knob knob) {
        String text = typed.get(knob).get();
        return knob == Knob.SCHEDULE && text.equals(IN_STEPS)
                ? IN_STEPS + ":" + epochsOfSteps.get().strip() + ":"
                        + decayOfSteps.get().strip()
                : text;
    }

    private void freeze(String node, boolean isFrozen) {
        if (!filling && whyNot(Knob.FROZEN).isEmpty()) {
            steer(Knob.FROZEN, now -> {
                Set<String> nodes = new TreeSet<>(now.frozen());
                if (isFrozen) {
                    nodes.add(node);
                } else {
                    nodes.remove(node);
                }
                return now.withFrozen(nodes);
            });
        }
    }

    private void steer(Knob knob, UnaryOperator<Steering> change) {
        var unused = run().steer(change).whenComplete((step, wrong) -> {
            if (wrong != null) {
                refused.accept(new Refused(knob, wrong));
            }
        });
    }

    private void refuse(Refused change) {
        Throwable cause = change.reason instanceof CompletionException ? change.reason.getCause() : change.reason;
        if (cause instanceof ProblemException expected) {
            mark(change.knob, expected.problem());
        } else {
            explore.report(cause);
        }
    }

    private void mark(Knob knob, Problem problem) {
        Map<Knob, Problem> more = new EnumMap<>(Knob.class);
        more.putAll(problems.get());
        more.put(knob, problem);
        problems.set(more);
    }

    private void forgive(Knob knob) {
        Map<Knob, Problem> fewer = new EnumMap<>(Knob.class);
        fewer.putAll(problems.get());
        fewer.remove(knob);
        problems.set(fewer);
    }

    private void takeRun() {
        problems.set(Map.of());
        inForce.set(isOpen() ? run().steering() : null);
        frozen.clear();
        if (isOpen()) {
            Steerable open =
                    Steerable.of(run().blueprint(), run().scenario().plan().optimizer());
            for (String node : open.learning()) {
                BooleanProperty box = new SimpleBooleanProperty();
                box.addListener((property, before, now) -> freeze(node, now));
                frozen.put(node, box);
            }
            steerable.set(Optional.of(open));
            fill(EnumSet.allOf(Knob.class));
        } else {
            steerable.set(Optional.empty());
        }
    }

    private void hear(List<TrainEvent> news) {
        boolean isChanged = news.stream()
                .anyMatch(event -> event instanceof TrainEvent.Steered || event instanceof TrainEvent.Reset);
        if (isChanged && isOpen()) {
            Steering now = run().steering();
            Set<Knob> changed = now.differences(inForce.get());
            inForce.set(now);
            fill(changed);
        }
    }

    /** Writes what is in force into the fields of these knobs; what is typed elsewhere stays. */
    private void fill(Set<Knob> knobs) {
        filling = true;
        Steering now = inForce.get();
        for (Knob knob : knobs) {
            typed.get(knob).set(now.text(knob));
        }
        if (knobs.contains(Knob.SCHEDULE)) {
            Schedule.Step steps =
                    now.schedule() instanceof Schedule.Step chosen ? chosen : (Schedule.Step) Schedule.parse(IN_STEPS);
            typed.get(Knob.SCHEDULE).set(now.schedule().text().replaceFirst(":.*", ""));
            epochsOfSteps.set(String.valueOf(steps.epochs()));
            decayOfSteps.set(String.valueOf(steps.decay()));
        }
        frozen.forEach((node, box) -> box.set(now.frozen().contains(node)));
        filling = false;
    }

    private boolean isOpen() {
        return run() != null && explore.progressProperty().get() != null;
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }
}
