package org.convscope.train;

import org.convscope.data.Dice;

/**
 * Labels that are wrong on purpose: a share of the images gets the label of another class, every other one as likely
 * (symmetric noise, as in Zhang et al., 2017, where a network learns such labels by heart). Which images and which
 * labels is a function of the seed and the image's index alone: an image that is wrong at 0.1 is equally wrong at 0.3.
 *
 * @param seed of the plan
 * @param share from 0 to 1
 * @param classes at least 2 where anything is to be wrong
 */
public record LabelNoise(long seed, double share, int classes) {

    /** Tells these numbers from those that an image is varied with, whose second one is an epoch. */
    private static final long PURPOSE = -1;

    /** The label that image {@code index} is learned with; {@code label} is the right one. */
    public int label(int index, int label) {
        if (share == 0 || classes < 2) {
            return label;
        }
        Dice dice = new Dice(Dice.seed(seed, PURPOSE, index));
        return dice.fraction() < share ? (label + 1 + dice.below(classes - 1)) % classes : label;
    }
}
