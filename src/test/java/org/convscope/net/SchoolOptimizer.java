package org.convscope.net;

import org.convscope.spec.Optimizer;

/**
 * Optimizers as their papers write them, one parameter at a time. What they remember is rounded to float,
 * so that a checkpoint loses nothing.
 */
public final class SchoolOptimizer {

    private Optimizer optimizer;
    private final double[] first;
    private final double[] second;

    /** Remembers as much as {@code optimizer} needs for so many parameters. */
    public SchoolOptimizer(Optimizer optimizer, int parameters) {
        this.optimizer = optimizer;
        this.first = new double[optimizer instanceof Optimizer.Sgd ? 0 : parameters];
        this.second = new double[optimizer instanceof Optimizer.Adam ? parameters : 0];
    }

    /**
     * What the learning rate is multiplied with and what is then taken away from parameter {@code i}.
     *
     * @param step number of this step, from 1
     */
    public double direction(double gradient, int i, long step) {
        if (optimizer instanceof Optimizer.Nesterov nesterov) {
            first[i] = (float) (nesterov.momentum() * first[i] + gradient);
            return gradient + nesterov.momentum() * first[i];
        }
        if (optimizer instanceof Optimizer.Adam adam) {
            first[i] = (float) (adam.beta1() * first[i] + (1 - adam.beta1()) * gradient);
            second[i] = (float) (adam.beta2() * second[i] + (1 - adam.beta2()) * gradient * gradient);
            // The paper's second form: both corrections outside, ε beside the uncorrected root.
            double correction = Math.sqrt(1 - Math.pow(adam.beta2(), step)) / (1 - Math.pow(adam.beta1(), step));
            return correction * first[i] / (Math.sqrt(second[i]) + adam.epsilon());
        }
        return gradient;
    }

    /** Another momentum from the next step on; what it remembers stays. */
    public void momentum(double momentum) {
        if (optimizer instanceof Optimizer.Nesterov) {
            optimizer = new Optimizer.Nesterov(momentum);
        }
    }

    float[] state() {
        float[] state = new float[first.length + second.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = (float) (i < first.length ? first[i] : second[i - first.length]);
        }
        return state;
    }

    void restore(float[] state) {
        for (int i = 0; i < state.length; i++) {
            if (i < first.length) {
                first[i] = state[i];
            } else {
                second[i - first.length] = state[i];
            }
        }
    }

    int size() {
        return first.length + second.length;
    }
}
