/** The time line: goes to any recorded step of the open run, plays them both ways, and pins one. */
package org.convscope.ui.travel;
