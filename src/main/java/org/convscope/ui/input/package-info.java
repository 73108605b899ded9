/** The column of what goes in: the image, what the network takes it for, and where to find others. */
package org.convscope.ui.input;
