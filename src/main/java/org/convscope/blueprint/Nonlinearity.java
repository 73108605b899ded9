package org.convscope.blueprint;

/** Element-wise non-linearities, with the value they give. */
public enum Nonlinearity {
    SIGMOID("sigmoid") {
        @Override
        public double of(double z) {
            return 1 / (1 + Math.exp(-z));
        }
    },
    TANH("tanh") {
        @Override
        public double of(double z) {
            return Math.tanh(z);
        }
    },
    RELU("relu") {
        @Override
        public double of(double z) {
            return Math.max(0, z);
        }
    },
    LEAKY_RELU("leaky-relu") {
        @Override
        public double of(double z) {
            return z >= 0 ? z : LEAK * z;
        }
    };

    /** Slope of leaky ReLU below zero. */
    public static final double LEAK = 0.01;

    private final String id;

    Nonlinearity(String id) {
        this.id = id;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }

    /** The value for a pre-activation {@code z}. */
    public abstract double of(double z);
}
