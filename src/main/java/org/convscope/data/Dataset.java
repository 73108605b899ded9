package org.convscope.data;

/**
 * A loaded dataset. It never changes, so that all rooms and threads may share it.
 *
 * @param card what it is
 * @param train the images a network learns from
 * @param test the images it is tested on and never learns
 */
public record Dataset(DatasetCard card, LabelledImages train, LabelledImages test) {}
