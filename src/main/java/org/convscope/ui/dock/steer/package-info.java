/** The knobs that a person turns while a network learns. */
package org.convscope.ui.dock.steer;
