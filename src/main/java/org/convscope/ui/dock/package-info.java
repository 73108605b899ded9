/**
 * The dock below the map: how the run is driven, and the slots for its curves and its health; and the
 * form for a new run.
 */
package org.convscope.ui.dock;
