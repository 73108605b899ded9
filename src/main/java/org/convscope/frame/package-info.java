/**
 * Pictures as data: mosaics, bars, sums, distributions, curves.
 *
 * <p>A frame knows its values, its colour scale and when it was true, and nothing of windows: the
 * window paints it, the command line writes it to a file, a test compares its pixels as integers.
 */
package org.convscope.frame;
