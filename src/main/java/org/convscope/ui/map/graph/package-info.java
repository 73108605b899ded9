/**
 * How a network with branches, or with many blocks, is laid out: nodes are gathered into blocks and
 * stages, each block is laid out for itself, from the inside out, and stands as one box in the block
 * around it. So opening a block moves what surrounds it and changes nothing within.
 *
 * <p>Pure geometry in points of the world. {@link org.convscope.ui.map.graph.ElkLayers} alone knows ELK.
 */
package org.convscope.ui.map.graph;
