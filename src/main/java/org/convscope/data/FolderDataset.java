package org.convscope.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * A person's own dataset: a folder with the four IDX files, each gzip or plain. Its classes are the
 * numbers from 0 to the largest label.
 */
final class FolderDataset implements DatasetSource {

    private final DatasetCard card;
    private final IdxFiles files;

    private FolderDataset(DatasetCard card, IdxFiles files) {
        this.card = card;
        this.files = files;
    }

    /** Whether a folder holds one of the files. */
    static boolean isIn(Path folder) {
        return IdxFiles.NAMES.stream()
                .anyMatch(name ->
                        Files.isRegularFile(folder.resolve(name)) || Files.isRegularFile(folder.resolve(name + ".gz")));
    }

    /** Reads the labels, and what the files of images say about themselves; no image yet. */
    static FolderDataset at(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        IdxFiles files = new Folder(place);
        IdxFile trainLabels = files.read(IdxFiles.TRAIN_LABELS);
        IdxFile testLabels = files.read(IdxFiles.TEST_LABELS);
        IdxHeader trainImages = files.readHeader(IdxFiles.TRAIN_IMAGES);
        IdxHeader testImages = files.readHeader(IdxFiles.TEST_IMAGES);
        int largest = Math.max(trainLabels.largestLabel(), testLabels.largestLabel());
        List<String> classes =
                IntStream.rangeClosed(0, largest).mapToObj(String::valueOf).toList();
        DatasetCard card = new DatasetCard(
                place.toString(),
                String.valueOf(place.getFileName() == null ? place : place.getFileName()),
                classes,
                Shape.of(1, trainImages.rows(), trainImages.columns()),
                trainImages.count(),
                testImages.count(),
                "",
                place.toString(),
                Map.of());
        return new FolderDataset(card, files);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Dataset load() {
        return IdxLoader.load(card, files);
    }

    private record Folder(Path place) implements IdxFiles {

        @Override
        public String describe(String name) {
            return find(name).toString();
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(find(name));
        }

        private Path find(String name) {
            Path zipped = place.resolve(name + ".gz");
            Path plain = place.resolve(name);
            if (!Files.isRegularFile(zipped) && !Files.isRegularFile(plain)) {
                throw Problem.of("data.missingFile", place, name, String.join(", ", NAMES))
                        .asException();
            }
            return Files.isRegularFile(zipped) ? zipped : plain;
        }
    }
}
