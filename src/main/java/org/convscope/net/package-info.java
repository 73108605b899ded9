/**
 * The port: what a live network can be asked, and the one thread that may ask.
 *
 * <p>{@link org.convscope.net.Network} says nothing about how it is done; {@code engine} does it with
 * DL4J, tests with a few loops. A network belongs to one {@link org.convscope.net.NetworkThread};
 * a training step and a question are letters in the same mailbox, so every answer sees whole weights.
 */
package org.convscope.net;
