package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convscope.problem.Problem;
import org.convscope.run.RunCard;
import org.convscope.run.RunEntry;
import org.convscope.run.Standing;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent.Steered;
import org.convscope.train.TrainState;

/** A recorded run as JSON and as words. */
final class RunsFormat {

    private static final double MEGABYTE = 1e6;

    private RunsFormat() {}

    /** The keys that are promised for every run. */
    static ObjectNode object(RunEntry run) {
        ObjectNode entry = Voice.object().put("id", run.id());
        RunCard card = run.card().orElse(null);
        entry.put("network", card == null ? null : card.scenario().network())
                .put("state", card == null ? null : card.standing().state().name())
                .put("step", card == null ? null : card.standing().step());
        Voice.put(
                entry,
                "testAccuracy",
                card == null ? Double.NaN : card.standing().testAccuracy());
        return entry.put("bytes", run.bytes())
                .put("started", card == null ? null : card.standing().started().toString())
                .put("data", card == null ? null : card.scenario().data())
                .put("name", run.notes().name())
                .put("note", run.notes().note())
                .put("starred", run.notes().starred())
                .put("open", run.isOpen())
                .put("folder", run.folder().toString())
                .put("problem", run.problem().map(Problem::inOneLine).orElse(null));
    }

    /** The same, and how it was made. */
    static ObjectNode whole(RunEntry run, RunCard card, List<Steered> steered) {
        ObjectNode entry = object(run);
        Standing now = card.standing();
        TrainingPlan plan = card.scenario().plan();
        entry.put("ended", now.ended().map(Object::toString).orElse(null)).put("epoch", now.epoch());
        Voice.put(entry, "trainLoss", now.trainLoss());
        Voice.put(entry, "trainAccuracy", now.trainAccuracy());
        Voice.put(entry, "testLoss", now.testLoss());
        entry.put("optimizer", plan.optimizer().id())
                .put("learningRate", plan.learningRate())
                .put("schedule", plan.schedule().text())
                .put("batch", plan.batchSize())
                .put("epochs", plan.epochs())
                .put("seed", plan.seed())
                .put("limit", plan.limit())
                .put("labelNoise", plan.labelNoise());
        for (Steered change : steered) {
            ObjectNode line = entry.withArray("steering").addObject().put("step", change.step());
            change.changes().forEach(knob -> line.put(key(knob), change.now().text(knob)));
        }
        new TreeMap<>(card.scenario().options()).forEach(entry.putObject("options")::put);
        return entry.put("convscope", card.versions().convscope())
                .put("engine", card.engine().engine())
                .put("sha256", card.sha256().isEmpty() ? null : card.sha256());
    }

    /** {@code step 1,200: learning rate 0.1 → 0.05, frozen none → conv1}. */
    static String line(Steered change) {
        return change.changes().stream()
                .map(knob -> word(knob) + " " + value(change.before(), knob) + " → " + value(change.now(), knob))
                .collect(Collectors.joining(", ", String.format(Locale.ROOT, "  step %,d: ", change.step()), ""));
    }

    private static String word(Steering.Knob knob) {
        return knob.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code learningRate}. */
    private static String key(Steering.Knob knob) {
        return Pattern.compile(" (.)").matcher(word(knob)).replaceAll(blank -> blank.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static String value(Steering steering, Steering.Knob knob) {
        String text = steering.text(knob);
        if (text.isEmpty()) {
            return knob == Steering.Knob.DROPOUT ? "as drawn" : "none";
        }
        return text;
    }

    static String line(RunEntry run) {
        String said = run.notes().name().isEmpty() ? "" : "  " + run.notes().name();
        return String.format(
                Locale.ROOT,
                "%s %-42s %-11s step %,8d  test accuracy %s %8.1f MB%s",
                run.notes().starred() ? "*" : " ",
                run.id(),
                run.card().map(card -> state(run, card)).orElse("damaged"),
                run.card().map(card -> card.standing().step()).orElse(0L),
                run.card().map(card -> share(card.standing().testAccuracy())).orElse("–     "),
                run.bytes() / MEGABYTE,
                said);
    }

    /** Who says that it runs, and is written by nobody, was killed. */
    static String state(RunEntry run, RunCard card) {
        TrainState state = card.standing().state();
        return state == TrainState.RUNNING && !run.isOpen() ? "cut off" : state.toString();
    }

    static String share(double accuracy) {
        return Double.isFinite(accuracy) ? String.format(Locale.ROOT, "%.4f", accuracy) : "–     ";
    }
}
