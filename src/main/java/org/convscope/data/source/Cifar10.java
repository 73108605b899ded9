package org.convscope.data.source;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.data.Dataset;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.FetchedDataset;
import org.convscope.data.fetch.DatasetsFolder;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchTools;
import org.convscope.data.fetch.Parcel;
import org.convscope.tensor.Shape;

/**
 * CIFAR-10: small photographs in colour, as many of each class. Collected by A. Krizhevsky, V. Nair and G. Hinton; not
 * shipped, since nobody has stated under which terms it may be passed on.
 *
 * <p>Its authors publish the MD5 of the archive, 162 MB of 1,048,576 bytes each. Its length in bytes and its SHA-256 are
 * those that programs which fetch the same archive have written down, as GoMLX and TorchVision for Ruby; all must hold.
 *
 * <p>A. Krizhevsky: <i>Learning Multiple Layers of Features from Tiny Images</i>, University of Toronto, 2009.
 */
public final class Cifar10 implements DatasetSource {

    private static final String ARCHIVE = "cifar-10-binary.tar.gz";
    private static final String MD5 = "c32a1d4ab5d03f1284b67883e8d87530";
    private static final String SHA_256 = "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd";
    private static final long ARCHIVE_BYTES = 170_052_171;

    /** Ten thousand images, each a byte for its class and three planes of 32×32. */
    private static final long FILE_BYTES = 10_000L * (1 + 3 * 32 * 32);

    private final FetchedDataset fetched = new FetchedDataset(
            new DatasetCard(
                    "cifar-10",
                    "CIFAR-10",
                    List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"),
                    Shape.of(3, 32, 32),
                    50_000,
                    10_000,
                    "none stated by its authors, who ask to cite their report",
                    "https://www.cs.toronto.edu/~kriz/cifar.html",
                    Map.of(ARCHIVE, SHA_256)),
            new Fetch(parcel(), DatasetsFolder.standard(), FetchTools.STANDARD));

    @Override
    public DatasetCard card() {
        return fetched.card();
    }

    @Override
    public Dataset load() {
        return fetched.load();
    }

    @Override
    public Optional<Fetch> fetch() {
        return Optional.of(fetched.fetch());
    }

    private static Parcel parcel() {
        Map<String, Long> files = new LinkedHashMap<>();
        for (int batch = 1; batch <= 5; batch++) {
            files.put("cifar-10-batches-bin/data_batch_" + batch + ".bin", FILE_BYTES);
        }
        files.put("cifar-10-batches-bin/test_batch.bin", FILE_BYTES);
        return new Parcel(
                "cifar-10",
                URI.create("https://www.cs.toronto.edu/~kriz/" + ARCHIVE),
                ARCHIVE_BYTES,
                Map.of("SHA-256", SHA_256, "MD5", MD5),
                files);
    }
}
