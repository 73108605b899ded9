/**
 * Learning as a service: play, pause, step, stop, reset, and the news of it.
 *
 * <p>The {@link org.convscope.train.Trainer} posts one training step at a time into the network's
 * mailbox, so a question waits for one step at the most and a pause is exact. Whoever listens hears
 * every {@link org.convscope.train.TrainEvent} in order, on the network's thread, and must be brief.
 */
package org.convscope.train;
