/**
 * Instruments. A probe asks a live network one question and answers with plain numbers.
 *
 * <p>It runs on the network's own thread and must be brief: training waits meanwhile. Readings are
 * copies, stamped with run and step; nothing here knows colours or windows. To add an instrument,
 * write one {@link org.convscope.probe.Probe}; to show it, write a lens in the room above.
 */
package org.convscope.probe;
