/**
 * Labelled images: read, checked, fed.
 *
 * <p>A {@link org.convscope.data.DatasetSource} is a card and a way to load what the card describes.
 * Pixels stay bytes as the file had them and become floats where they are needed, an image or a
 * mini-batch at a time: 70,000 images of 28×28 are 55 MB so, and 220 MB as floats.
 *
 * <p>To add a dataset, write one {@link org.convscope.data.DatasetSource} in {@code source} and add it
 * to {@link org.convscope.data.Datasets#ALL}; its files go to {@code resources/datasets/<id>}, the
 * names of its classes to {@code resources/text/classes/<id>.properties}. What may not or cannot ship is brought by
 * {@link org.convscope.data.fetch}, and only when a person asks for it.
 */
package org.convscope.data;
