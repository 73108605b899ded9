package org.convscope.train;

import java.util.Optional;
import org.convscope.data.LabelledImages;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.spec.TrainingPlan;

/**
 * Watches whether a network can still learn, and keeps the last weights that could.
 *
 * <p>Weights are good if they are numbers, give a loss that is one, and answer different images
 * differently. A network that answers the whole sample alike has not failed yet: weights that begin
 * constant do so, too. It has failed if, in addition, a layer is found through which no gradient passes
 * any more.
 */
final class Health {

    /** Probabilities that differ by less between any two images are the same but for rounding. */
    static final double LEAST_REACTION = 1e-6;

    private final LabelledImages sample;
    private final Sampling sampling;
    private final double advisedRate;
    private Checkpoint good;
    private FlatLayers suspicion;
    private double suspectLoss;

    Health(LabelledImages sample, Sampling sampling, TrainingPlan plan) {
        this.sample = sample;
        this.sampling = sampling;
        this.advisedRate = plan.learningRate() / 10;
    }

    /** Begins with weights that nothing is known against. */
    void begin(Checkpoint first) {
        good = first;
        suspicion = null;
    }

    /** The last good weights. */
    Checkpoint good() {
        return good;
    }

    /** Judges by a loss, of a step or of a score. */
    Optional<Verdict> judge(double loss, long step, double rate) {
        return Double.isFinite(loss) ? Optional.empty() : Optional.of(Verdict.lossIsNoNumber(loss, seen(step, rate)));
    }

    /** Judges by a score of the sample, and keeps the weights if they are good. */
    Optional<Verdict> judge(Score score, Network network, double rate) {
        long step = network.step();
        if (score.reaction() > LEAST_REACTION) {
            Checkpoint now = network.checkpoint();
            // ReLU turns what is no number into 0, so the loss alone proves nothing.
            if (!now.isFinite()) {
                return Optional.of(Verdict.weightsAreNoNumbers(score.loss(), seen(step, rate)));
            }
            good = now;
        } else if (step - good.step() >= 2L * sampling.everySteps()) {
            // Momentum can carry a layer back to life, so it must have been without reaction before.
            suspicion = new FlatLayers(network.blueprint(), sample);
            suspectLoss = score.loss();
        }
        return judge(score.loss(), step, rate);
    }

    /** Whether there is something to examine before the next step. */
    boolean isSuspicious() {
        return suspicion != null;
    }

    /** Examines the next images. */
    Optional<Verdict> examine(Network network, double rate) {
        if (!suspicion.advance(network)) {
            return Optional.empty();
        }
        Optional<String> layer = suspicion.first();
        suspicion = null;
        return layer.map(node -> Verdict.noUnitIsAlive(node, sample.size(), suspectLoss, seen(network.step(), rate)));
    }

    private Verdict.Circumstances seen(long step, double rate) {
        return new Verdict.Circumstances(step, rate, good.step(), advisedRate);
    }
}
