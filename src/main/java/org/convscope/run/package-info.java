/**
 * The memory of runs: what was trained, how it went, and the weights, as plain files.
 *
 * <p>A run is a folder: {@code run.json} says what it is, {@code metrics.csv}, {@code scores.csv} and
 * {@code layers.csv} how it went, {@code model.zip} holds the network, {@code notes.json} what a person says of it;
 * {@code run.lock} keeps two writers apart. A {@link org.convscope.run.ModelFile} stands on its own: it
 * carries the same card inside, and DL4J reads it too. Whatever is written is there whole or not at
 * all; whatever is read may be a stranger's, and nothing in it is trusted.
 */
package org.convscope.run;
