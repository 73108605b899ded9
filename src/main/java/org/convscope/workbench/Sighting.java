package org.convscope.workbench;

import org.convscope.lens.Overview;

/**
 * All that a person sees of a network at one step: the numbers of one part are those of the other.
 *
 * @param overview every node that was asked for
 * @param closer what the lenses have shown of the place that was looked at closer
 */
public record Sighting(Overview overview, Findings closer) {}
