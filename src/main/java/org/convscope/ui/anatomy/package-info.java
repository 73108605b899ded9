/**
 * What networks are made of and what they cost, block by block and node by node, alone or two beside each other.
 *
 * <p>{@link org.convscope.ui.anatomy.AnatomyModel} counts whatever is chosen, open or not, away from the screen;
 * {@link org.convscope.ui.anatomy.AnatomyView} shows it. Nothing here asks a live network.
 */
package org.convscope.ui.anatomy;
