package org.convscope.data;

import java.io.InputStream;
import java.lang.ref.SoftReference;
import org.convscope.problem.Problem;

/**
 * A dataset whose files ship inside the program, under {@code datasets/<id>/}. Once loaded it is kept
 * for as long as memory allows, so that two runs share one copy.
 */
public final class EmbeddedDataset {

    private final DatasetCard card;
    private SoftReference<Dataset> loaded = new SoftReference<>(null);

    /** The dataset of this card; nothing is read yet. */
    public EmbeddedDataset(DatasetCard card) {
        this.card = card;
    }

    /** What the dataset is. */
    public DatasetCard card() {
        return card;
    }

    /** The dataset, read and checked unless it still is in memory. Whoever comes second waits for the first. */
    public synchronized Dataset load() {
        Dataset dataset = loaded.get();
        if (dataset == null) {
            dataset = IdxLoader.load(card, new Resources(card.id()));
            loaded = new SoftReference<>(dataset);
        }
        return dataset;
    }

    /** The files as they ship. */
    record Resources(String id) implements IdxFiles {

        @Override
        public String describe(String name) {
            return "datasets/" + id + "/" + name + ".gz";
        }

        @Override
        public InputStream open(String name) {
            InputStream file = EmbeddedDataset.class.getResourceAsStream("/" + describe(name));
            if (file == null) {
                throw Problem.of("data.missingFile", "datasets/" + id, name + ".gz", String.join(", ", NAMES))
                        .asException();
            }
            return file;
        }
    }
}
