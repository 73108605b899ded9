/** How one value came about, written down: as arithmetic, as its largest terms, as a fraction, as a curve. */
package org.convscope.ui.inspect.sum;
