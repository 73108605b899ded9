package org.convscope.spec;

import java.util.Objects;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.problem.Problem;

/**
 * How a network is to learn.
 *
 * @param optimizer how a gradient becomes a change
 * @param learningRate above 0, before the schedule
 * @param schedule how the rate moves
 * @param batchSize images of one step, at least 1; the last batch of an epoch may be smaller
 * @param epochs times through the data, at least 1
 * @param seed of the first weights and of the order of images
 * @param limit only the first so many training images; 0 for all
 * @param labelNoise share of the training images that get the label of another class, by chance; 0 for none
 */
public record TrainingPlan(
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        int batchSize,
        int epochs,
        long seed,
        int limit,
        double labelNoise) {

    /** The largest batch that is accepted. */
    public static final int MOST_IMAGES_IN_A_BATCH = 65_536;

    /** The largest number of epochs that is accepted. */
    public static final int MOST_EPOCHS = 100_000;

    public TrainingPlan {
        Objects.requireNonNull(optimizer, "optimizer");
        Objects.requireNonNull(schedule, "schedule");
        checkRate(learningRate);
        checkBatch(batchSize);
        checkNoise(labelNoise);
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw Problem.of("spec.epochs", epochs, MOST_EPOCHS).asException();
        }
        if (limit < 0) {
            throw Problem.of("spec.limit", limit).asException();
        }
    }

    /** A plan that leaves every label as it is. */
    public TrainingPlan(
            Optimizer optimizer,
            double learningRate,
            Schedule schedule,
            int batchSize,
            int epochs,
            long seed,
            int limit) {
        this(optimizer, learningRate, schedule, batchSize, epochs, seed, limit, 0);
    }

    /** The same plan from another seed. */
    public TrainingPlan withSeed(long other) {
        return new TrainingPlan(optimizer, learningRate, schedule, batchSize, epochs, other, limit, labelNoise);
    }

    /** The same plan with such a share of wrong labels. */
    public TrainingPlan withLabelNoise(double share) {
        return new TrainingPlan(optimizer, learningRate, schedule, batchSize, epochs, seed, limit, share);
    }

    static void checkRate(double rate) {
        if (!(rate > 0 && rate <= 1000)) {
            throw Problem.of("spec.learningRate", rate).asException();
        }
    }

    static void checkBatch(int size) {
        if (size < 1 || size > MOST_IMAGES_IN_A_BATCH) {
            throw Problem.of("spec.batch", size, MOST_IMAGES_IN_A_BATCH).asException();
        }
    }

    static void checkNoise(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw Problem.of("spec.labelNoise", share).asException();
        }
    }

    /**
     * The rate that the course's recipe for LeNet takes: 0.9 where an activation's slope is small, 0.1
     * for ReLUs, which pass a gradient on whole.
     */
    public static double rateOfTheCourse(Nonlinearity activation) {
        return switch (activation) {
            case SIGMOID, TANH -> 0.9;
            case SCALED_TANH, RELU, LEAKY_RELU -> 0.1;
        };
    }

    /** Training images that are used of {@code available}. */
    public int images(int available) {
        return limit == 0 ? available : Math.min(limit, available);
    }

    /** Steps of one epoch over {@code images} images. */
    public long stepsPerEpoch(int images) {
        return (images + (long) batchSize - 1) / batchSize;
    }

    /** The learning rate of a step, from 0. */
    public double learningRateAt(long step, int images) {
        long perEpoch = stepsPerEpoch(images);
        return learningRate * schedule.factor(step, perEpoch, perEpoch * epochs);
    }
}
