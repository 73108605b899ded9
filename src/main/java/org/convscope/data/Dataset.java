package org.convscope.data;

import org.convscope.spec.Preparation;

/**
 * A loaded dataset. It never changes, so that all rooms and threads may share it.
 *
 * @param card what it is
 * @param train the images a network learns from
 * @param test the images it is tested on and never learns
 */
public record Dataset(DatasetCard card, LabelledImages train, LabelledImages test) {

    /** The same images prepared in this way, each of them when it is asked for. The card stays as it is. */
    public Dataset prepared(Preparation preparation) {
        Preparer preparer = preparation.leaves(train.ownShape()) ? null : new Preparer(preparation, train);
        return new Dataset(card, train.prepared(preparer), test.prepared(preparer));
    }
}
