/**
 * Whoever races ConvScope in a bench, in a process of its own: libtorch, built by Maven when it is first
 * wanted, never on the program's class path.
 *
 * <p>The peer gets the network as JSON, with the parameters and the images in files, and obeys lines. All
 * processes are {@link org.convscope.cli.peer.Children}, so that none outlives the bench.
 */
package org.convscope.cli.peer;
