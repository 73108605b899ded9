/**
 * What the network gets wrong: the matrix of which class was taken for which, the mistakes of which it was surest, and
 * a few test images that are watched while it learns.
 */
package org.convscope.ui.mistakes;
