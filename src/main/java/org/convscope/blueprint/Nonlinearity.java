package org.convscope.blueprint;

/** Element-wise non-linearities, with the value they give. */
public enum Nonlinearity {
    SIGMOID("sigmoid", 0, 1) {
        @Override
        public double of(double z) {
            return 1 / (1 + Math.exp(-z));
        }
    },
    TANH("tanh", -1, 1) {
        @Override
        public double of(double z) {
            return Math.tanh(z);
        }
    },
    /**
     * 1.7159·tanh(⅔·z), which is ±1 at ±1. LeCun and others (1998), appendix A, of LeNet-5. At 1: 0.999997.
     */
    SCALED_TANH("scaled-tanh", -Nonlinearity.AMPLITUDE, Nonlinearity.AMPLITUDE) {
        @Override
        public double of(double z) {
            return AMPLITUDE * Math.tanh(INNER_SLOPE * z);
        }
    },
    RELU("relu", 0, Double.POSITIVE_INFINITY) {
        @Override
        public double of(double z) {
            return Math.max(0, z);
        }
    },
    LEAKY_RELU("leaky-relu", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) {
        @Override
        public double of(double z) {
            return z >= 0 ? z : LEAK * z;
        }
    };

    /** How far scaled tanh goes in both directions. */
    public static final double AMPLITUDE = 1.7159;

    /** What scaled tanh multiplies its input with. */
    public static final double INNER_SLOPE = 2 / 3.0;

    /** Slope of leaky ReLU below zero. */
    public static final double LEAK = 0.01;

    /** The part of its range, at each end, in which a unit is saturated: its slope is below 4 % of the steepest. */
    public static final double EDGE = 0.01;

    private final String id;
    private final double lowest;
    private final double highest;

    Nonlinearity(String id, double lowest, double highest) {
        this.id = id;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }

    /** The value for a pre-activation {@code z}. */
    public abstract double of(double z);

    /** Whether large inputs of both signs are pressed against an end: sigmoid and both tanhs. */
    public boolean saturates() {
        return Double.isFinite(lowest) && Double.isFinite(highest);
    }

    /** Whether a value it gave is saturated: sigmoid below 0.01 or above 0.99, tanh beyond ±0.98, scaled tanh beyond ±1.68. */
    public boolean isSaturated(double value) {
        double edge = EDGE * (highest - lowest);
        return saturates() && (value < lowest + edge || value > highest - edge);
    }

    /** Whether its values have both signs; {@code inputs} says whether those that go in do. */
    boolean signed(boolean inputs) {
        return inputs && lowest < 0;
    }
}
