/**
 * The boiler room: {@code net} done with DL4J, and the only place that has heard of it.
 *
 * <p>A blueprint is compiled to one DL4J layer per node, so that every value a person sees has a layer
 * it came from. DL4J's own layers are five to ten times too slow on a processor, silently: oneDNN's
 * helpers remove themselves in 1.0.0-M2.1, so {@code Helpers} attaches those that a test has found
 * right. A step of learning goes on blocks of 32 images where it can, several times as fast again: see
 * {@code block} and {@code kernel}. Whatever leaves this room is a copy.
 */
package org.convscope.engine;
