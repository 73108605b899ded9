package org.convscope.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.convscope.frame.Curve;
import org.convscope.frame.CurveDecimation;
import org.convscope.run.RecordedRun;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;

/**
 * A run's recorded course, thinned to what a small picture can show. In each list: every step on its own batch, the
 * sample of test images, the whole test set.
 *
 * @param folder whose it is
 * @param lastStep where the axis ends
 * @param loss mean cross-entropies, in nats
 * @param accuracy shares from 0 to 1
 */
record RunCurves(Path folder, long lastStep, List<Curve> loss, List<Curve> accuracy) {

    private static final int COLUMNS = 320;

    RunCurves {
        loss = List.copyOf(loss);
        accuracy = List.copyOf(accuracy);
    }

    /** Reads what was recorded, which takes about a second for a million steps. */
    static RunCurves of(RecordedRun run) {
        List<StepDone> steps = run.steps();
        List<TrainEvent> scores = run.scores();
        List<SampleScored> samples = only(SampleScored.class, scores);
        List<EpochDone> tests = only(EpochDone.class, scores);
        long last = Math.max(
                steps.isEmpty() ? 1 : steps.get(steps.size() - 1).step(),
                scores.isEmpty() ? 1 : scores.get(scores.size() - 1).step());
        return new RunCurves(
                run.folder(),
                last,
                List.of(
                        curve(steps, StepDone::loss, last),
                        curve(samples, SampleScored::loss, last),
                        curve(tests, EpochDone::testLoss, last)),
                List.of(
                        curve(steps, StepDone::accuracy, last),
                        curve(samples, SampleScored::accuracy, last),
                        curve(tests, EpochDone::testAccuracy, last)));
    }

    boolean isEmpty() {
        return loss.stream().allMatch(curve -> curve.size() == 0);
    }

    private static <E extends TrainEvent> List<E> only(Class<E> kind, List<TrainEvent> scores) {
        return scores.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <E extends TrainEvent> Curve curve(List<E> events, ToDoubleFunction<E> value, long last) {
        double[] x = events.stream().mapToDouble(TrainEvent::step).toArray();
        double[] y = events.stream().mapToDouble(value).toArray();
        return CurveDecimation.of(Curve.of("", x, y), 0, last, COLUMNS);
    }
}
