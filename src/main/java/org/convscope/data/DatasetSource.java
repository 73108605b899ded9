package org.convscope.data;

/** A dataset that can be had: what it is, and how to load it. */
public interface DatasetSource {

    /** What the dataset is, known before it is loaded. */
    DatasetCard card();

    /** Reads and checks the whole dataset; a Problem names the file that cannot be read. */
    Dataset load();
}
