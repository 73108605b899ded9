/** Measures the window from inside, for {@code ./convscope bench}: starts, clicks, frames, memory. */
package org.convscope.ui.meter;
