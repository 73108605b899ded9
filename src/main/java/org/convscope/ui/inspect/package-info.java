/**
 * The inspector: one map, enlarged, and how its values came about.
 *
 * <p>{@link org.convscope.ui.inspect.InspectorModel} asks the open run what the open aspect needs, again
 * with every new picture of the network, and drops answers that come too late. The panes show it: sums
 * as tiles and as arithmetic, kernels, gradients, health.
 */
package org.convscope.ui.inspect;
