package org.convscope.net;

import java.util.Arrays;

/** Weights, optimizer state and step of a network at one moment, in the engine's own order. */
public final class Checkpoint {

    private final long step;
    private final float[] parameters;
    private final float[] optimizerState;

    /** Copies the values; {@code optimizerState} is empty for an optimizer that keeps none. */
    public Checkpoint(long step, float[] parameters, float[] optimizerState) {
        this.step = step;
        this.parameters = parameters.clone();
        this.optimizerState = optimizerState.clone();
    }

    /** Mini-batches learned when it was taken. */
    public long step() {
        return step;
    }

    /** A copy of all parameters. */
    public float[] parameters() {
        return parameters.clone();
    }

    /** A copy of the optimizer's state. */
    public float[] optimizerState() {
        return optimizerState.clone();
    }

    /** Whether every parameter is a number. */
    public boolean isFinite() {
        for (float parameter : parameters) {
            if (!Float.isFinite(parameter)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint checkpoint
                && step == checkpoint.step
                && Arrays.equals(parameters, checkpoint.parameters)
                && Arrays.equals(optimizerState, checkpoint.optimizerState);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parameters);
    }
}
