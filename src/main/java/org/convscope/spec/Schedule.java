package org.convscope.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscope.problem.Problem;

/** How the learning rate moves during a run. */
public sealed interface Schedule {

    /**
     * What the plan's learning rate is multiplied with.
     *
     * @param step the step about to be taken, from 0
     * @param stepsPerEpoch steps of one epoch
     * @param totalSteps steps of the whole plan
     * @return a factor from 0 to 1
     */
    double factor(long step, long stepsPerEpoch, long totalSteps);

    /** As a person types it, and as {@link #parse} reads it. */
    String text();

    /** Always the same. */
    record Constant() implements Schedule {
        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return 1;
        }

        @Override
        public String text() {
            return "constant";
        }
    }

    /**
     * Multiplied by {@code decay} after every {@code epochs} epochs.
     *
     * @param epochs at least 1
     * @param decay above 0, at most 1
     */
    record Step(int epochs, double decay) implements Schedule {
        public Step {
            if (epochs < 1 || !(decay > 0 && decay <= 1)) {
                throw Problem.of("spec.schedule", "step:" + epochs + ":" + decay)
                        .asException();
            }
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return Math.pow(decay, (double) (step / (stepsPerEpoch * epochs)));
        }

        @Override
        public String text() {
            return "step:" + epochs + ":" + decay;
        }
    }

    /** Half a cosine from 1 down to 0 over the whole plan; Loshchilov and Hutter, 2017, without restarts. */
    record Cosine() implements Schedule {
        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            double progress = Math.min(1, (double) step / Math.max(1, totalSteps));
            return (1 + Math.cos(Math.PI * progress)) / 2;
        }

        @Override
        public String text() {
            return "cosine";
        }
    }

    /** {@code constant}, {@code cosine}, {@code step} (every 4 epochs by half) or {@code step:EPOCHS:DECAY}. */
    static Schedule parse(String text) {
        Matcher step = Pattern.compile("step(?::(\\d{1,6}):([0-9.]{1,12}))?").matcher(text);
        if (text.equals("constant")) {
            return new Constant();
        }
        if (text.equals("cosine")) {
            return new Cosine();
        }
        if (!step.matches()) {
            throw Problem.of("spec.schedule", text).asException();
        }
        try {
            return step.group(1) == null
                    ? new Step(4, 0.5)
                    : new Step(Integer.parseInt(step.group(1)), Double.parseDouble(step.group(2)));
        } catch (NumberFormatException notANumber) {
            throw Problem.of("spec.schedule", text).asException(notANumber);
        }
    }
}
