package org.convscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * CIFAR-10 in its binary version: five files to learn from and one to test on, each of records of one byte for
 * the class and 3×32×32 for the image.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">The CIFAR-10 dataset, "Binary version"</a>
 */
final class CifarFolder implements DatasetSource {

    /** What the unpacked archive calls its folder. */
    static final String INNER = "cifar-10-batches-bin";

    private static final String TEST = "test_batch.bin";
    private static final List<String> TRAIN = IntStream.rangeClosed(1, 5)
            .mapToObj(i -> "data_batch_" + i + ".bin")
            .toList();
    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final Shape SHAPE = Shape.of(3, 32, 32);
    private static final int RECORD_BYTES = 1 + 3 * 32 * 32;
    private static final int MOST_BYTES = 10_000 * RECORD_BYTES;

    private final Path place;
    private final DatasetCard card;

    private CifarFolder(Path place, DatasetCard card) {
        this.place = place;
        this.card = card;
    }

    /** Whether a folder, or the archive's folder in it, holds one of the files. */
    static boolean isIn(Path folder) {
        return hasAny(folder) || hasAny(folder.resolve(INNER));
    }

    /** Looks at the files' lengths; no image is read yet. */
    static CifarFolder at(Path folder) {
        Path place = hasAny(folder) ? folder : folder.resolve(INNER);
        int train =
                TRAIN.stream().mapToInt(name -> records(place.resolve(name))).sum();
        DatasetCard card = new DatasetCard(
                folder.toString(),
                "CIFAR-10",
                CLASSES,
                SHAPE,
                train,
                records(place.resolve(TEST)),
                "",
                folder.toString(),
                Map.of());
        return new CifarFolder(place, card);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Dataset load() {
        return load(card);
    }

    /** The images, with what is known of them by another card. */
    Dataset load(DatasetCard known) {
        return new Dataset(known, read(TRAIN, card.trainCount()), read(List.of(TEST), card.testCount()));
    }

    private LabelledImages read(List<String> names, int count) {
        byte[] pixels = new byte[count * SHAPE.size()];
        byte[] labels = new byte[count];
        int image = 0;
        for (String name : names) {
            Path file = place.resolve(name);
            byte[] records = bytes(file);
            for (int at = 0; at < records.length && image < count; at += RECORD_BYTES) {
                int label = records[at] & 0xFF;
                if (label >= CLASSES.size()) {
                    throw Problem.of("data.labelOutOfRange", file, at / RECORD_BYTES, label, CLASSES.size() - 1)
                            .asException();
                }
                labels[image] = records[at];
                System.arraycopy(records, at + 1, pixels, image * SHAPE.size(), SHAPE.size());
                image++;
            }
        }
        return new LabelledImages(SHAPE, pixels, labels, image);
    }

    private static byte[] bytes(Path file) {
        records(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
    }

    private static int records(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(
                            "data.missingFile",
                            file.getParent(),
                            file.getFileName(),
                            String.join(", ", TRAIN) + ", " + TEST)
                    .asException();
        }
        try {
            long bytes = Files.size(file);
            if (bytes == 0 || bytes % RECORD_BYTES != 0 || bytes > MOST_BYTES) {
                throw Problem.of("data.cifarSize", file, bytes, RECORD_BYTES, MOST_BYTES)
                        .asException();
            }
            return (int) (bytes / RECORD_BYTES);
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
    }

    private static boolean hasAny(Path folder) {
        return TRAIN.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)))
                || Files.isRegularFile(folder.resolve(TEST));
    }
}
