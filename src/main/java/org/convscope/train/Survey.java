package org.convscope.train;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.data.LabelledImages;
import org.convscope.net.Network;

/**
 * What is measured beside learning: the layers, and a few training images scored as test images are. It comes before
 * the score of the sample, so that a network that dies of what the sample shows has left its last measurements, and
 * neither takes more than its share of the time: where it would, it is left out until the time is saved up.
 */
final class Survey {

    /** A plan that is longer is surveyed at every second, third … score. */
    private static final long MOST_SURVEYS = 1000;

    /** Layers of all surveys together: about 12 MB on the disk. */
    private static final long MOST_ROWS = 40_000;

    private final BatchFeed feed;
    private final LabelledImages sample;
    private final Sampling sampling;
    private final long plannedSteps;
    private final LongSupplier clock;
    private final Share ofLayers;
    private final Share ofTrain;
    private LayerMeter meter;
    private Scorer scorer;
    private double spentMillis;

    /**
     * Nothing is due.
     *
     * @param feed of whose images the first ones are scored, by the labels that they are learned with
     * @param sample images whose outputs are looked at
     * @param clock nanoseconds
     */
    Survey(BatchFeed feed, LabelledImages sample, Sampling sampling, long plannedSteps, LongSupplier clock) {
        this.feed = feed;
        this.sample = sample;
        this.sampling = sampling;
        this.plannedSteps = plannedSteps;
        this.clock = clock;
        this.ofLayers = new Share(sampling.share());
        this.ofTrain = new Share(sampling.share());
    }

    /** A step was learned; what is due after it is so from now on. */
    void learned(TrainEvent.StepDone done, Blueprint blueprint) {
        ofLayers.learned(done.millis());
        ofTrain.learned(done.millis());
        if (done.step() % sampling.everySteps() != 0) {
            return;
        }
        if (ofLayers.isEnough() && done.step() % everySteps(sampling, plannedSteps, layers(blueprint)) == 0) {
            meter = new LayerMeter(blueprint, sample);
        }
        if (ofTrain.isEnough()) {
            scorer = new Scorer(feed.first(sampling.images()), blueprint.classes(), feed::label);
        }
    }

    /** Whether there is something to do before the next step. */
    boolean isDue() {
        return meter != null || scorer != null;
    }

    /** Does a piece of it. */
    void advance(Network network, int epoch, Consumer<TrainEvent> news) {
        long begin = clock.getAsLong();
        boolean ofTheLayers = meter != null;
        boolean isOver = ofTheLayers ? meter.advance(network) : scorer.advance(network);
        spentMillis += (clock.getAsLong() - begin) / 1e6;
        if (!isOver) {
            return;
        }
        (ofTheLayers ? ofLayers : ofTrain).spend(spentMillis);
        spentMillis = 0;
        if (ofTheLayers) {
            news.accept(new TrainEvent.LayersMeasured(network.step(), epoch, meter.measured()));
            meter = null;
        } else {
            Score score = scorer.score();
            news.accept(new TrainEvent.TrainSampleScored(network.step(), epoch, score.loss(), score.accuracy()));
            scorer = null;
        }
    }

    /** The weights are others: nothing is due any more. */
    void forget() {
        meter = null;
        scorer = null;
        spentMillis = 0;
    }

    private static long layers(Blueprint blueprint) {
        return Census.of(blueprint).rows().stream()
                .filter(row -> row.parameters().total() > 0)
                .count();
    }

    /** Steps between two measurements of so many layers: a multiple of those between two scores. */
    static long everySteps(Sampling sampling, long plannedSteps, long layers) {
        long most = Math.max(1, Math.min(MOST_SURVEYS, MOST_ROWS / Math.max(1, layers)));
        long scores = plannedSteps / sampling.everySteps();
        return sampling.everySteps() * Math.max(1, (scores + most - 1) / most);
    }
}
