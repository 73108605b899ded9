package org.convscope.run.tensorboard;

import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.convscope.run.RecordedRun;
import org.convscope.tensor.Histogram;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainEvent.EpochDone;
import org.convscope.train.TrainEvent.LayersMeasured;
import org.convscope.train.TrainEvent.SampleScored;
import org.convscope.train.TrainEvent.StepDone;
import org.convscope.train.TrainEvent.TrainSampleScored;

/** Tells TensorBoard what a run recorded: curves of the whole and of every layer, and histograms of every layer. */
public final class RunBoard {

    private static final double SECOND_MILLIS = 1000;

    private final List<StepDone> steps;
    private final List<TrainEvent> scores;
    private final List<LayersMeasured> layers;
    private final double began;
    private final NavigableMap<Long, Double> seconds = new TreeMap<>();

    /** The board of a recorded run. */
    public RunBoard(RecordedRun run) {
        steps = run.steps();
        scores = run.scores();
        layers = run.layers();
        began = run.card().standing().started().toEpochMilli() / SECOND_MILLIS;
        double now = began;
        for (StepDone done : steps) {
            now += done.millis() / SECOND_MILLIS;
            seconds.put(done.step(), now);
        }
    }

    /** When it began, in seconds since 1970. */
    public double began() {
        return began;
    }

    /**
     * When a step was over, in seconds since 1970: its own time and that of all before it, since only that is recorded.
     */
    public double seconds(long step) {
        var before = seconds.floorEntry(step);
        return before == null ? began : before.getValue();
    }

    /** Writes everything. */
    public void write(EventFile file) throws IOException {
        for (StepDone done : steps) {
            scalar(file, done, "loss/train", done.loss());
            scalar(file, done, "accuracy/train", done.accuracy());
            scalar(file, done, "learning rate", done.learningRate());
        }
        for (TrainEvent score : scores) {
            if (score instanceof EpochDone test) {
                scalar(file, test, "loss/test", test.testLoss());
                scalar(file, test, "accuracy/test", test.testAccuracy());
            } else if (score instanceof SampleScored sample) {
                scalar(file, sample, "loss/test sample", sample.loss());
                scalar(file, sample, "accuracy/test sample", sample.accuracy());
            } else if (score instanceof TrainSampleScored sample) {
                scalar(file, sample, "loss/training sample", sample.loss());
                scalar(file, sample, "accuracy/training sample", sample.accuracy());
            }
        }
        for (LayersMeasured measured : layers) {
            for (LayerMeasure layer : measured.layers()) {
                write(file, measured, layer);
            }
        }
    }

    private void write(EventFile file, LayersMeasured at, LayerMeasure layer) throws IOException {
        String node = layer.node();
        scalar(file, at, "gradient norm/" + node, layer.gradientNorm());
        scalar(file, at, "update ratio/" + node, layer.updateRatio());
        scalar(file, at, "weight rms/" + node, layer.weightRms());
        scalar(file, at, "dead share/" + node, layer.deadShare());
        scalar(file, at, "saturated share/" + node, layer.saturatedShare());
        histogram(file, at, "weights/" + node, layer.weights());
        histogram(file, at, "outputs/" + node, layer.outputs());
    }

    // What was not known is left out; a loss that was no number is told.
    private void scalar(EventFile file, TrainEvent at, String tag, double value) throws IOException {
        boolean isKnown = !Double.isNaN(value) || tag.startsWith("loss/");
        if (isKnown) {
            file.scalar(tag, at.step(), seconds(at.step()), value);
        }
    }

    private void histogram(EventFile file, TrainEvent at, String tag, Histogram values) throws IOException {
        if (values.bins() > 0) {
            file.histogram(tag, at.step(), seconds(at.step()), Buckets.of(values));
        }
    }
}
