/**
 * Two to four runs under each other: the same image in all of them, the same layer in one column, what differs said in
 * words, and their curves over each other.
 */
package org.convscope.ui.compare;
