package org.convscope.data;

import java.util.Optional;
import org.convscope.data.fetch.Fetch;

/** A dataset that can be had: what it is, and how to load it. */
public interface DatasetSource {

    /** What the dataset is, known before it is loaded. */
    DatasetCard card();

    /** Reads and checks the whole dataset; a Problem names the file that cannot be read. */
    Dataset load();

    /** The same for a source that may take long: it tells how far it is, and can be ended. */
    default Dataset load(Loading loading) {
        return load();
    }

    /** How it is brought before it can be loaded; empty for what ships, is drawn, or is a person's own. */
    default Optional<Fetch> fetch() {
        return Optional.empty();
    }
}
