package org.convscope.train;

import java.math.BigDecimal;
import java.math.MathContext;
import org.convscope.problem.Problem;

/**
 * Why a training must end before its plan is done.
 *
 * @param state what it ends as
 * @param problem what was seen and what to try
 */
record Verdict(TrainState state, Problem problem) {

    /**
     * What all verdicts tell.
     *
     * @param step the step that showed it
     * @param rate learning rate of that step
     * @param goodStep step of the weights that come back
     * @param advisedRate what to try in place of the plan's rate
     */
    record Circumstances(long step, double rate, long goodStep, double advisedRate) {}

    static Verdict lossIsNoNumber(double loss, Circumstances seen) {
        return new Verdict(
                TrainState.DIVERGED,
                Problem.of(
                        "train.diverged",
                        seen.step,
                        plain(loss),
                        plain(seen.rate),
                        seen.goodStep,
                        plain(seen.advisedRate)));
    }

    static Verdict weightsAreNoNumbers(double loss, Circumstances seen) {
        return new Verdict(
                TrainState.DIVERGED,
                Problem.of(
                        "train.weights",
                        seen.step,
                        plain(loss),
                        plain(seen.rate),
                        seen.goodStep,
                        plain(seen.advisedRate)));
    }

    static Verdict layerIsDead(FlatLayers.Layer layer, Score score, Circumstances seen) {
        return new Verdict(
                TrainState.DEAD,
                Problem.of(
                        "train.dead",
                        seen.step,
                        layer.node(),
                        (int) (100 * layer.share()),
                        score.images(),
                        plain(Health.SILENCE / score.confusion().classes()),
                        plain(score.loss()),
                        plain(seen.rate),
                        seen.goodStep,
                        plain(seen.advisedRate)));
    }

    /** Four digits are enough to act on, and 0.9 / 10 is not shown as 0.09000000000000001. */
    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
