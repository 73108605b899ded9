package org.convscope.net;

/**
 * What one step of learning saw, measured before its update.
 *
 * @param loss mean cross-entropy of the batch, in nats; may be NaN or infinite
 * @param accuracy share of the batch that was classified rightly, from 0 to 1
 * @param millis how long the step took
 */
public record StepResult(double loss, double accuracy, double millis) {}
