package org.convscope.ui.dock.steer;

import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.convscope.problem.Problem;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.Steering.Knob;
import org.convscope.spec.TrainingPlan;

/** Reads what was typed for a knob; what cannot be is a Problem that says what is expected. */
final class SteerReader {

    private SteerReader() {}

    /** The change that was typed; whether its number is in range shows when it is made. */
    static UnaryOperator<Steering> change(Knob knob, String typed) {
        String text = typed.strip();
        try {
            return read(knob, text);
        } catch (NumberFormatException notANumber) {
            throw problem(knob, text).asException(notANumber);
        }
    }

    private static UnaryOperator<Steering> read(Knob knob, String text) {
        if (knob == Knob.SCHEDULE) {
            Schedule schedule = Schedule.parse(text);
            return now -> now.withSchedule(schedule);
        }
        if (knob == Knob.BATCH_SIZE) {
            int size = Integer.parseInt(text);
            return now -> now.withBatchSize(size);
        }
        if (knob == Knob.DROPOUT && text.isEmpty()) {
            return now -> now.withDropout(OptionalDouble.empty());
        }
        double number = Double.parseDouble(text);
        return switch (knob) {
            case LEARNING_RATE -> now -> now.withLearningRate(number);
            case MOMENTUM -> now -> now.withMomentum(number);
            case WEIGHT_DECAY -> now -> now.withWeightDecay(number);
            case DROPOUT -> now -> now.withDropout(OptionalDouble.of(number));
            case LABEL_NOISE -> now -> now.withLabelNoise(number);
            default -> throw new IllegalArgumentException(knob + " is not typed");
        };
    }

    private static Problem problem(Knob knob, String text) {
        return switch (knob) {
            case LEARNING_RATE -> Problem.of("spec.learningRate", text);
            case MOMENTUM -> Problem.of("spec.momentum", text);
            case WEIGHT_DECAY -> Problem.of("spec.weightDecay", text);
            case BATCH_SIZE -> Problem.of("spec.batch", text, TrainingPlan.MOST_IMAGES_IN_A_BATCH);
            case DROPOUT -> Problem.of("spec.dropout", text);
            case LABEL_NOISE -> Problem.of("spec.labelNoise", text);
            default -> throw new IllegalArgumentException(knob + " is not typed");
        };
    }
}
