package org.convscope.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.convscope.spec.Scenario;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;

/**
 * What became of a run that is compared with others.
 *
 * @param name what it is called among them
 * @param run its id
 * @param state how it ended, or stands
 * @param stateAtStep the step that showed it: of a run that died, the one at which it was found dead
 * @param finalLoss mean cross-entropy on test images when they were last scored, in nats; NaN if never
 * @param testAccuracy share of the whole test set that was right at the end of the last epoch; NaN before
 * @param sampleAccuracy share of the fixed sample of test images that was right at the last look; NaN if never
 * @param classes number of classes
 * @param health how its layers fared when they were last measured before it ended
 * @param scores every score of the run, in order
 */
public record Outcome(
        String name,
        String run,
        Scenario scenario,
        TrainState state,
        long stateAtStep,
        double finalLoss,
        double testAccuracy,
        double sampleAccuracy,
        int classes,
        LayerHealth health,
        List<TrainEvent> scores) {

    /** How far a loss may be from that of guessing, as a share of it, for nothing to have been learned. */
    private static final double PLATEAU = 0.05;

    public Outcome {
        scores = List.copyOf(scores);
    }

    /** Of a run that stands so; its losses are those of its last scores. */
    static Outcome of(
            String name,
            String id,
            OpenRun run,
            TrainState state,
            long step,
            LayerHealth health,
            List<TrainEvent> past) {
        double loss = Double.NaN;
        double accuracy = Double.NaN;
        double ofSample = Double.NaN;
        List<TrainEvent> scores = past.stream()
                .filter(event -> event instanceof TrainEvent.EpochDone || event instanceof TrainEvent.SampleScored)
                .toList();
        for (TrainEvent score : scores) {
            if (score instanceof TrainEvent.EpochDone epoch) {
                loss = epoch.testLoss();
                accuracy = epoch.testAccuracy();
            } else if (score instanceof TrainEvent.SampleScored sample) {
                loss = sample.loss();
                ofSample = sample.accuracy();
            }
        }
        return new Outcome(
                name,
                id,
                run.scenario(),
                state,
                step,
                loss,
                accuracy,
                ofSample,
                run.blueprint().classes(),
                health,
                scores);
    }

    /** The same where only this is known of the whole test set. */
    Outcome knowing(double accuracy) {
        return new Outcome(
                name, run, scenario, state, stateAtStep, finalLoss, accuracy, sampleAccuracy, classes, health, scores);
    }

    /** Whether it ended where it began: its loss is that of guessing, ln(classes), which is 2.303 for ten. */
    public boolean isOnPlateau() {
        double guessing = Math.log(classes);
        return Math.abs(finalLoss - guessing) < PLATEAU * guessing;
    }

    /** Mean over the layers that have an activation of their share of dead units; NaN where there is none. */
    public double deadShare() {
        return mean(LayerHealth.Row::deadShare);
    }

    /** Mean over the layers whose activation has ends of their share of saturated values; NaN where there is none. */
    public double saturatedShare() {
        return mean(LayerHealth.Row::saturatedShare);
    }

    /** For each node that learns the RMS of its weights' gradient; NaN before the first step. */
    public Map<String, Double> gradientRms() {
        Map<String, Double> byNode = new LinkedHashMap<>();
        health.layers().forEach(row -> byNode.put(row.node(), row.gradientRms()));
        return byNode;
    }

    private double mean(ToDoubleFunction<LayerHealth.Row> share) {
        OptionalDouble mean = health.layers().stream()
                .mapToDouble(share)
                .filter(Double::isFinite)
                .average();
        return mean.orElse(Double.NaN);
    }
}
