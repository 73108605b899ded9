/**
 * The network map: every map of every node for one image, and what leads from one to the next.
 *
 * <p>{@link org.convscope.ui.map.NetworkMapModel} knows where a person looks and what is said about it,
 * {@link org.convscope.ui.map.NetworkMapView} shows it. Geometry and painting have rooms of their own:
 * the FX thread only copies finished pixels.
 */
package org.convscope.ui.map;
