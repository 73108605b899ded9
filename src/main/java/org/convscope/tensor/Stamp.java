package org.convscope.tensor;

/**
 * When a number was true: the run it was measured in and the step whose weights it belongs to.
 *
 * @param run the run's id
 * @param step mini-batches learned before the measurement, from 0
 */
public record Stamp(String run, long step) {}
