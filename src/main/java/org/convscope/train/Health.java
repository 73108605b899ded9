package org.convscope.train;

import java.util.Optional;
import org.convscope.data.LabelledImages;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.spec.TrainingPlan;

/**
 * Watches whether a network can still learn, and keeps the last weights that could.
 *
 * <p>A network that answers the whole sample almost alike has not failed yet: weights that begin
 * constant or very small do so, too. It is dead if one of its layers is, besides, and if both were so for
 * {@value #DEAD_LOOKS} looks in a row, since momentum can carry a layer back to life. All other weights
 * are good if they and their loss are numbers.
 *
 * <p>Measured on Fashion-MNIST: LeNet with ReLU at the rate 0.9 answers alike to 1.4e-4 from the first
 * look on, with 93 to 100 of 100 units of act2 dead; with sigmoids it answers alike to 2e-4 and more on
 * its first plateau, too, but none of its units is dead.
 */
final class Health {

    /** Of the even share 1 / classes, the change of a probability below which answers are almost alike. */
    static final double SILENCE = 1e-2;

    private static final int DEAD_LOOKS = 3;

    private final LabelledImages sample;
    private final double advisedRate;
    private Checkpoint good;
    private int deadLooks;
    private FlatLayers suspicion;
    private Score suspect;

    Health(LabelledImages sample, TrainingPlan plan) {
        this.sample = sample;
        this.advisedRate = plan.learningRate() / 10;
    }

    /** Begins with weights that nothing is known against. */
    void begin(Checkpoint first) {
        good = first;
        deadLooks = 0;
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

    /** Judges by a score of the sample; if that is not enough, there is something to examine afterwards. */
    Optional<Verdict> judge(Score score, Network network, double rate) {
        Optional<Verdict> verdict = judge(score.loss(), network.step(), rate);
        if (verdict.isEmpty() && score.reaction() * score.confusion().classes() < SILENCE) {
            suspicion = new FlatLayers(network.blueprint(), sample);
            suspect = score;
        } else if (verdict.isEmpty()) {
            return keep(score, network, rate);
        }
        return verdict;
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
        Optional<FlatLayers.Layer> worst = suspicion.worst();
        suspicion = null;
        if (worst.isEmpty()) {
            return keep(suspect, network, rate);
        }
        deadLooks++;
        return worst.filter(layer -> deadLooks >= DEAD_LOOKS)
                .map(layer -> Verdict.layerIsDead(layer, suspect, seen(network.step(), rate)));
    }

    private Optional<Verdict> keep(Score score, Network network, double rate) {
        deadLooks = 0;
        Checkpoint now = network.checkpoint();
        // ReLU turns what is no number into 0, so the loss alone proves nothing.
        if (!now.isFinite()) {
            return Optional.of(Verdict.weightsAreNoNumbers(score.loss(), seen(network.step(), rate)));
        }
        good = now;
        return Optional.empty();
    }

    private Verdict.Circumstances seen(long step, double rate) {
        return new Verdict.Circumstances(step, rate, good.step(), advisedRate);
    }
}
