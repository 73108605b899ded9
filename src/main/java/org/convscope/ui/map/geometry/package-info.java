/**
 * Where everything of the network map lies: columns and tiles, the camera that looks at them, the
 * strands between them. Pure geometry in points; nothing here is a node or knows a colour.
 *
 * <p>The map's own plane, before the camera, is called the world; its origin is the upper left corner.
 */
package org.convscope.ui.map.geometry;
