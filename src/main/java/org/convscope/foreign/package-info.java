/**
 * Networks that other programs saved: DL4J's zips, Keras' HDF5 files, TensorFlow.js' layers models.
 *
 * <p>A file becomes a {@link org.convscope.foreign.ForeignModel}: a drawing in our own words, the weights in the
 * port's order, and what had to be left out, by name. Everything in the file is a stranger's. Nothing in it is
 * executed, no class is made because it is named there, no path in it leads out of its folder, and nothing is made
 * room for before the file is seen to hold it. Layers come as JSON, are read into {@link
 * org.convscope.foreign.Layer}s and drawn by {@link org.convscope.foreign.Sketch}. To read another kind of layer, add
 * it to {@code KerasLayers} or {@code Dl4jLayers}.
 */
package org.convscope.foreign;
