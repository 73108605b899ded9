package org.convscope.ui.map.paint;

import org.convscope.frame.Surface;

/**
 * How sheets are painted.
 *
 * @param scale pixels for one point of the world
 * @param surface what they are seen on
 * @param frame colour of the edges, 0xAARRGGBB
 * @param strand colour of faint strands, 0xAARRGGBB
 */
public record Lighting(double scale, Surface surface, int frame, int strand) {}
