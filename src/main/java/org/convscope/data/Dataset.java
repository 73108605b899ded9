package org.convscope.data;

/** A loaded dataset. */
public record Dataset(DatasetCard card, LabelledImages train, LabelledImages test) {}
