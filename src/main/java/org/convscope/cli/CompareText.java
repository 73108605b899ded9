package org.convscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscope.spec.Contrast;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.Outcome;

/** Outcomes as text: a table for a person, tables for a spreadsheet. */
final class CompareText {

    private static final int LEAST_NAME = 20;

    private CompareText() {}

    /** What differs, then a row for each run, then the gradients of its layers. */
    static String table(List<Outcome> outcomes, List<Contrast.Difference> differences) {
        StringBuilder text = new StringBuilder();
        // Presets have short names; an id of a recorded run is longer, and moves all that stands behind it.
        int wide =
                outcomes.stream().mapToInt(outcome -> outcome.name().length()).reduce(LEAST_NAME, Math::max);
        String name = "%-" + wide + "s ";
        for (Contrast.Difference difference : differences) {
            text.append(difference.what())
                    .append(": ")
                    .append(String.join(" | ", difference.values()))
                    .append('\n');
        }
        text.append(String.format(
                Locale.ROOT,
                "%n" + name + "%-28s %8s %9s %7s %9s%n",
                "run",
                "ended",
                "loss",
                "accuracy",
                "dead",
                "saturated"));
        for (Outcome outcome : outcomes) {
            text.append(String.format(
                    Locale.ROOT,
                    name + "%-28s %8s %9s %7s %9s%n",
                    outcome.name(),
                    end(outcome),
                    number("%.3f", outcome.finalLoss()),
                    accuracy(outcome),
                    percent(outcome.deadShare()),
                    percent(outcome.saturatedShare())));
        }
        text.append(String.format(Locale.ROOT, "%nRMS of the gradient of each layer's weights, at the last look%n"));
        for (Outcome outcome : outcomes) {
            text.append(String.format(Locale.ROOT, name, outcome.name()))
                    .append(outcome.gradientRms().entrySet().stream()
                            .map(layer -> layer.getKey() + " " + number("%.1e", layer.getValue()))
                            .collect(Collectors.joining("  ")))
                    .append('\n');
        }
        return text.toString();
    }

    /** A line for each run. */
    static String csv(List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder(
                "run,state,stateAtStep,onPlateau,finalLoss,testAccuracy,sampleAccuracy,deadShare,saturatedShare\n");
        for (Outcome outcome : outcomes) {
            text.append(String.join(
                            ",",
                            quoted(outcome.name()),
                            outcome.state().name(),
                            String.valueOf(outcome.stateAtStep()),
                            String.valueOf(outcome.isOnPlateau()),
                            bare(outcome.finalLoss()),
                            bare(outcome.testAccuracy()),
                            bare(outcome.sampleAccuracy()),
                            bare(outcome.deadShare()),
                            bare(outcome.saturatedShare())))
                    .append('\n');
        }
        return text.toString();
    }

    /** A line for each score of each run. */
    static String curves(List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder("run,step,kind,trainLoss,trainAccuracy,loss,accuracy\n");
        for (Outcome outcome : outcomes) {
            for (TrainEvent score : outcome.scores()) {
                text.append(quoted(outcome.name()))
                        .append(',')
                        .append(score.step())
                        .append(',');
                if (score instanceof TrainEvent.EpochDone epoch) {
                    text.append(String.join(
                            ",",
                            "epoch",
                            bare(epoch.trainLoss()),
                            bare(epoch.trainAccuracy()),
                            bare(epoch.testLoss()),
                            bare(epoch.testAccuracy())));
                } else if (score instanceof TrainEvent.SampleScored sample) {
                    text.append(String.join(",", "sample", "", "", bare(sample.loss()), bare(sample.accuracy())));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static String end(Outcome outcome) {
        String state = outcome.state().name().toLowerCase(Locale.ROOT);
        boolean early = outcome.state() != TrainState.FINISHED;
        String where = early ? " at step " + outcome.stateAtStep() : "";
        return state + where + (outcome.isOnPlateau() && !early ? ", on the plateau" : "");
    }

    // Before the first test on all images there is only the sample.
    private static String accuracy(Outcome outcome) {
        return Double.isFinite(outcome.testAccuracy())
                ? number("%.3f", outcome.testAccuracy())
                : "(" + number("%.3f", outcome.sampleAccuracy()) + ")";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }

    private static String bare(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    private static String quoted(String word) {
        return '"' + word.replace("\"", "\"\"") + '"';
    }
}
