package org.convscope.ui.input;

import java.util.Comparator;
import java.util.List;
import org.convscope.frame.Bars;
import org.convscope.spec.Subject;

/**
 * One of the classes that the network thinks of.
 *
 * @param label index of the class
 * @param probability from 0 to 1
 * @param right whether the image is of this class, as far as anybody has said
 */
record Guess(int label, double probability, boolean right) {

    /** The likeliest classes, the likeliest first. */
    static List<Guess> best(Bars prediction, int count, Subject subject) {
        return prediction.bars().stream()
                .sorted(Comparator.comparingDouble(Bars.Bar::value).reversed())
                .limit(count)
                .map(bar -> new Guess(bar.index(), bar.value(), subject != null && subject.label() == bar.index()))
                .toList();
    }
}
