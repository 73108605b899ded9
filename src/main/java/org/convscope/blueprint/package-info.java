/**
 * Architectures as drawings: nodes, shapes, parameters, multiply-accumulates, receptive fields.
 *
 * <p>A {@link org.convscope.blueprint.Blueprint} is data. It can be counted, drawn on screen and
 * saved without any engine; {@code engine} compiles it into something that learns. To add a network,
 * write one {@link org.convscope.blueprint.Architecture} in {@code zoo} and add it to {@link
 * org.convscope.blueprint.Zoo#ALL}.
 */
package org.convscope.blueprint;
