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
 * constant or very small do so, too. It is dead if, in addition, one of its layers is, and if that has
 * gone on for {@value #LOOKS} looks at the sample, since momentum can carry a layer back to life.
 *
 * <p>Measured on Fashion-MNIST: LeNet with ReLU at the rate 0.9 answers alike to 6e-5 from the first look
 * on, with 93 to 100 of 100 units of act2 dead; with sigmoids its answers differ by 2e-4 and more on the
 * whole of the first plateau, and no unit is dead.
 */
final class Health {

    /**
     * The least change of a class's probability that counts as an answer, as a part of the even share
     * 1 / classes.
     */
    static final double LEAST_REACTION = 1e-3;

    private static final int LOOKS = 3;

    private final LabelledImages sample;
    private final Sampling sampling;
    private final double advisedRate;
    private Checkpoint good;
    private FlatLayers suspicion;
    private Score suspect;

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
        if (score.reaction() > least(score)) {
            Checkpoint now = network.checkpoint();
            // ReLU turns what is no number into 0, so the loss alone proves nothing.
            if (!now.isFinite()) {
                return Optional.of(Verdict.weightsAreNoNumbers(score.loss(), seen(step, rate)));
            }
            good = now;
        } else if (step - good.step() >= (long) LOOKS * sampling.everySteps()) {
            suspicion = new FlatLayers(network.blueprint(), sample);
            suspect = score;
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
        Optional<FlatLayers.Layer> layer = suspicion.worst();
        suspicion = null;
        return layer.map(worst -> Verdict.layerIsDead(worst, suspect, least(suspect), seen(network.step(), rate)));
    }

    private static double least(Score score) {
        return LEAST_REACTION / score.confusion().classes();
    }

    private Verdict.Circumstances seen(long step, double rate) {
        return new Verdict.Circumstances(step, rate, good.step(), advisedRate);
    }
}
