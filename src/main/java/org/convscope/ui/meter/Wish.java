package org.convscope.ui.meter;

import java.nio.file.Path;

/**
 * What is to be measured of the window.
 *
 * @param kind start, window, watch, memory, travel, lockstep or pan
 * @param rounds how often
 * @param minutes how long, for memory
 * @param network over whose map is panned, or empty
 * @param answer where the numbers go: {@code series.index=value}, a line each
 */
public record Wish(String kind, int rounds, double minutes, String network, Path answer) {}
