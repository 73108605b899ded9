/**
 * The program without a face: open a run, look at it through a lens, let it learn.
 *
 * <p>Window and command line see a run as an {@link org.convscope.workbench.OpenRun}: choices go in,
 * news and pictures come out. Network, trainer, probes and record of a run are born and closed together.
 */
package org.convscope.workbench;
