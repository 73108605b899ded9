package org.convscope.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;

/** Makes a dataset of four IDX files and holds it against its card. */
final class IdxLoader {

    private final DatasetCard card;
    private final IdxFiles files;

    private IdxLoader(DatasetCard card, IdxFiles files) {
        this.card = card;
        this.files = files;
    }

    /**
     * Reads and checks all four files at the same time. The dataset's card carries the checksums of what
     * was read; where {@code card} has one for a file, it was the same.
     */
    static Dataset load(DatasetCard card, IdxFiles files) {
        return new IdxLoader(card, files).load();
    }

    private Dataset load() {
        Map<String, CompletableFuture<IdxFile>> reading = new LinkedHashMap<>();
        Map<String, IdxFile> read = new LinkedHashMap<>();
        // The longest file comes first, so the others are done when it is.
        try (ReadingThreads threads = new ReadingThreads()) {
            IdxFiles.NAMES.forEach(
                    name -> reading.put(name, CompletableFuture.supplyAsync(() -> readChecked(name), threads)));
            reading.forEach((name, file) -> read.put(name, file.join()));
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw failure;
        }
        Map<String, String> found = new LinkedHashMap<>();
        read.forEach((name, file) -> found.put(name, file.sha256()));
        return new Dataset(
                card.withSha256(found),
                join(read.get(IdxFiles.TRAIN_IMAGES), read.get(IdxFiles.TRAIN_LABELS)),
                join(read.get(IdxFiles.TEST_IMAGES), read.get(IdxFiles.TEST_LABELS)));
    }

    private IdxFile readChecked(String name) {
        IdxFile file = files.read(name);
        String published = card.sha256().get(name);
        if (published != null) {
            file.requireSha256(published);
        }
        return file;
    }

    private LabelledImages join(IdxFile images, IdxFile labels) {
        int count = images.header().count();
        if (count != labels.header().count()) {
            throw Problem.of(
                            "data.countsDiffer",
                            images.name(),
                            count,
                            labels.name(),
                            labels.header().count())
                    .asException();
        }
        Shape shape = Shape.of(1, images.header().rows(), images.header().columns());
        if (!shape.equals(card.shape())) {
            throw Problem.of("data.shapesDiffer", images.name(), shape, card.shape())
                    .asException();
        }
        labels.requireLabelsBelow(card.classes().size());
        return new LabelledImages(shape, images.values(), labels.values(), count);
    }
}
