/**
 * Pictures of the map's columns as plain integers, made off the FX thread: values become colours, and
 * colours become squares of the size they have on screen.
 */
package org.convscope.ui.map.paint;
