package org.convscope.data;

import java.lang.ref.SoftReference;
import org.convscope.data.fetch.Fetch;

/**
 * A dataset in CIFAR-10's binary version that is fetched when a person asks for it. Loading never fetches: until it is
 * here, a Problem says how it is brought. Once loaded it is kept for as long as memory allows.
 */
public final class FetchedDataset {

    private final DatasetCard card;
    private final Fetch fetch;
    private SoftReference<Dataset> loaded = new SoftReference<>(null);

    /** The dataset of this card; nothing is fetched or read yet. */
    public FetchedDataset(DatasetCard card, Fetch fetch) {
        this.card = card;
        this.fetch = fetch;
    }

    /** What the dataset is. */
    public DatasetCard card() {
        return card;
    }

    /** How it is brought. */
    public Fetch fetch() {
        return fetch;
    }

    /** The dataset, read unless it still is in memory. Whoever comes second waits for the first. */
    public synchronized Dataset load() {
        Dataset dataset = loaded.get();
        if (dataset == null) {
            if (!fetch.isHere()) {
                throw fetch.missing(card.title()).asException();
            }
            dataset = CifarFolder.at(fetch.folder()).load(card);
            loaded = new SoftReference<>(dataset);
        }
        return dataset;
    }
}
