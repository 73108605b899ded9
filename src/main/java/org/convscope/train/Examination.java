package org.convscope.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a network took each of some test images for: the first so many of the test set, or all of it. It holds eight
 * bytes an image and never changes.
 */
public final class Examination {

    /** The surest first; of two that are as sure, the one that comes first. What is no number comes last. */
    private static final Comparator<Mistake> SUREST = Comparator.<Mistake>comparingDouble(
                    mistake -> Double.isNaN(mistake.probability()) ? -1 : mistake.probability())
            .reversed()
            .thenComparingInt(Mistake::index);

    private final long step;
    private final Confusion confusion;
    private final short[] labels;
    private final short[] predictions;
    private final float[] probabilities;

    /** Takes the arrays as they are, all {@code [N]}; whoever hands them over must forget them. */
    Examination(long step, Confusion confusion, short[] labels, short[] predictions, float[] probabilities) {
        this.step = step;
        this.confusion = confusion;
        this.labels = labels;
        this.predictions = predictions;
        this.probabilities = probabilities;
    }

    /** Mini-batches that the network had learned. */
    public long step() {
        return step;
    }

    /** How many test images were examined, from the first on. */
    public int images() {
        return labels.length;
    }

    /** Which class was taken for which. */
    public Confusion confusion() {
        return confusion;
    }

    /** Share that was classified rightly, from 0 to 1. */
    public double accuracy() {
        return (double) confusion.right() / images();
    }

    /** What a test image was taken for. */
    public Mistake answer(int index) {
        return new Mistake(index, labels[index], predictions[index], probabilities[index]);
    }

    /** The mistakes of which the network was surest, that one first; as many as there are, but no more than {@code most}. */
    public List<Mistake> mistakes(int most) {
        return surest(index -> labels[index] != predictions[index], most);
    }

    /** Every image of class {@code label} that was taken for {@code prediction}, the surest first. */
    public List<Mistake> taken(int label, int prediction) {
        return surest(index -> labels[index] == label && predictions[index] == prediction, images());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Examination that
                && step == that.step
                && confusion.classes() == that.confusion.classes()
                && Arrays.equals(labels, that.labels)
                && Arrays.equals(predictions, that.predictions)
                && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Objects.hash(step, Arrays.hashCode(predictions));
    }

    @Override
    public String toString() {
        return confusion.right() + " of " + images() + " right at step " + step;
    }

    private List<Mistake> surest(IntPredicate wanted, int most) {
        return IntStream.range(0, images())
                .filter(wanted)
                .mapToObj(this::answer)
                .sorted(SUREST)
                .limit(most)
                .toList();
    }
}
