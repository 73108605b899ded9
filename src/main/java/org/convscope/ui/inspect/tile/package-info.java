/**
 * Planes of numbers as small tiles beside each other: where each lies, its colours and its legend, and
 * what is read when one of its squares is pointed at.
 */
package org.convscope.ui.inspect.tile;
