package org.convscope.ui.map.model;

import org.convscope.lens.Overview;
import org.convscope.train.Progress;

/** Whether a picture lags so far behind the weights that it must say so. */
final class Lag {

    private Lag() {}

    /**
     * Whether the next picture is overdue. While a network learns, a picture grows one interval old before
     * the next one replaces it; one that lags by a whole interval more is late.
     *
     * @param picturesPerSecond how many are wished for
     */
    static boolean isLate(Overview shown, Progress now, int picturesPerSecond) {
        if (shown == null || now == null) {
            return false;
        }
        double imagesPerStep = now.step() == 0 ? 1 : Math.max(1, (double) now.images() / now.step());
        double stepsPerSecond = Double.isNaN(now.imagesPerSecond()) ? 0 : now.imagesPerSecond() / imagesPerStep;
        double stepsPerPicture = Math.max(1, stepsPerSecond / Math.max(1, picturesPerSecond));
        return now.step() - shown.stamp().step() > 2 * stepsPerPicture;
    }
}
