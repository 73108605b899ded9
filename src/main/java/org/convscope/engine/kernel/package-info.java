/**
 * Arithmetic on blocks of 32 images at a time, by the processor's vector instructions.
 *
 * <p>All arrays are {@code [C, H, W, 32]}: the same cell of 32 images lies side by side, so that one
 * instruction serves as many images as a register holds. A convolution is then a weighted sum of whole
 * vectors at fixed distances, whatever its kernel, stride and channels, and reaches nine tenths of what the
 * machine's matrix product does. Sums are added up in an order that depends on nothing but the shapes: the
 * same numbers give the same bits, compiled or not.
 *
 * <p>The only place that knows {@code jdk.incubator.vector}; nothing of it shows outside.
 */
package org.convscope.engine.kernel;
