package org.convscope.ui.dock;

import java.util.Optional;
import org.convscope.data.DatasetCard;
import org.convscope.data.fetch.Fetch;
import org.convscope.problem.Problem;

/**
 * The dataset that is chosen for a new run.
 *
 * @param fetch how it is brought; empty for what cannot be missing
 */
record Material(DatasetCard card, Optional<Fetch> fetch) {

    /** Why nothing can be learned from it yet; empty if it is here. */
    Optional<Problem> missing() {
        return fetch.filter(way -> !way.isHere()).map(way -> way.missing(card.title()));
    }
}
