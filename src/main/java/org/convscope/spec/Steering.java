package org.convscope.spec;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.convscope.problem.Problem;

/**
 * What a person may change while a network learns, as it is in force from one step on. A run begins with what its plan
 * says, no weight decay, and the dropout that its network was drawn with.
 *
 * <p>Weight decay is decoupled from the gradient, as in AdamW (Loshchilov and Hutter, 2019): besides its update every
 * weight w changes by −rate·λ·w. For plain descent that is the same as a penalty λ/2·‖w‖² on the loss. Biases, batch
 * norms and coefficients of a subsampling do not decay.
 *
 * @param learningRate above 0, before the schedule
 * @param schedule how the rate moves; it counts from the run's first epoch, whenever it was chosen
 * @param momentum µ of Nesterov's momentum, from 0 to below 1; 0 of every other optimizer
 * @param weightDecay λ, from 0 to 1
 * @param batchSize images of one step; the last batch of an epoch may be smaller
 * @param dropout the share that every dropout drops, from 0 to below 1; empty for what each was drawn with
 * @param labelNoise share of the training images that have a wrong label, from 0 to 1
 * @param frozen ids of the nodes whose parameters stay as they are
 */
public record Steering(
        double learningRate,
        Schedule schedule,
        double momentum,
        double weightDecay,
        int batchSize,
        OptionalDouble dropout,
        double labelNoise,
        Set<String> frozen) {

    /** One thing that can be changed. */
    public enum Knob {
        LEARNING_RATE,
        SCHEDULE,
        MOMENTUM,
        WEIGHT_DECAY,
        BATCH_SIZE,
        DROPOUT,
        LABEL_NOISE,
        FROZEN
    }

    public Steering {
        Objects.requireNonNull(schedule, "schedule");
        TrainingPlan.checkRate(learningRate);
        TrainingPlan.checkBatch(batchSize);
        TrainingPlan.checkNoise(labelNoise);
        if (!(momentum >= 0 && momentum < 1)) {
            throw Problem.of("spec.momentum", momentum).asException();
        }
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw Problem.of("spec.weightDecay", weightDecay).asException();
        }
        if (dropout.isPresent() && !(dropout.getAsDouble() >= 0 && dropout.getAsDouble() < 1)) {
            throw Problem.of("spec.dropout", dropout.getAsDouble()).asException();
        }
        frozen = Set.copyOf(frozen);
    }

    /** What is in force from the first step on. */
    public static Steering of(TrainingPlan plan) {
        return new Steering(
                plan.learningRate(),
                plan.schedule(),
                plan.optimizer() instanceof Optimizer.Nesterov nesterov ? nesterov.momentum() : 0,
                0,
                plan.batchSize(),
                OptionalDouble.empty(),
                plan.labelNoise(),
                Set.of());
    }

    /** The same with another rate before the schedule. */
    public Steering withLearningRate(double rate) {
        return new Steering(rate, schedule, momentum, weightDecay, batchSize, dropout, labelNoise, frozen);
    }

    /** The same with another schedule. */
    public Steering withSchedule(Schedule other) {
        return new Steering(learningRate, other, momentum, weightDecay, batchSize, dropout, labelNoise, frozen);
    }

    /** The same with another momentum. */
    public Steering withMomentum(double other) {
        return new Steering(learningRate, schedule, other, weightDecay, batchSize, dropout, labelNoise, frozen);
    }

    /** The same with another weight decay. */
    public Steering withWeightDecay(double decay) {
        return new Steering(learningRate, schedule, momentum, decay, batchSize, dropout, labelNoise, frozen);
    }

    /** The same with batches of another size. */
    public Steering withBatchSize(int size) {
        return new Steering(learningRate, schedule, momentum, weightDecay, size, dropout, labelNoise, frozen);
    }

    /** The same with another dropout in every dropout layer; empty for what each was drawn with. */
    public Steering withDropout(OptionalDouble share) {
        return new Steering(learningRate, schedule, momentum, weightDecay, batchSize, share, labelNoise, frozen);
    }

    /** The same with another share of wrong labels. */
    public Steering withLabelNoise(double share) {
        return new Steering(learningRate, schedule, momentum, weightDecay, batchSize, dropout, share, frozen);
    }

    /** The same with these nodes frozen, and no others. */
    public Steering withFrozen(Set<String> nodes) {
        return new Steering(learningRate, schedule, momentum, weightDecay, batchSize, dropout, labelNoise, nodes);
    }

    /** What is not the same in another, in the order of the knobs. */
    public Set<Knob> differences(Steering other) {
        Set<Knob> different = EnumSet.noneOf(Knob.class);
        for (Knob knob : Knob.values()) {
            if (!text(knob).equals(other.text(knob))) {
                different.add(knob);
            }
        }
        return different;
    }

    /**
     * How one knob stands, without a word of any language: {@code 0.05}, {@code step:4:0.5}, {@code conv1 conv2}; empty
     * for dropout as drawn, and where nothing is frozen.
     */
    public String text(Knob knob) {
        return switch (knob) {
            case LEARNING_RATE -> plain(learningRate);
            case SCHEDULE -> schedule.text();
            case MOMENTUM -> plain(momentum);
            case WEIGHT_DECAY -> plain(weightDecay);
            case BATCH_SIZE -> String.valueOf(batchSize);
            case DROPOUT -> dropout.isPresent() ? plain(dropout.getAsDouble()) : "";
            case LABEL_NOISE -> plain(labelNoise);
            case FROZEN -> String.join(" ", new TreeSet<>(frozen));
        };
    }

    private static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
