/**
 * Brings datasets that do not ship with the program: over the network, only when a person asks for it, from the
 * address that the dataset's card names or that the person gives.
 *
 * <p>What comes is a stranger's until its checksums are right: it is bounded, checked, unpacked file by file by name,
 * and only then moved to where datasets are read from. What was cut off is kept and goes on where it ended.
 */
package org.convscope.data.fetch;
