package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void putASmallDatasetIntoTheFolder() throws IOException {
        Random random = new Random(5);
        write("train-images-idx3-ubyte.gz", Idx.zipped(Idx.images(random, 5, 3, 4)));
        write("train-labels-idx1-ubyte", Idx.labels(0, 1, 2, 0, 1));
        write("t10k-images-idx3-ubyte", Idx.images(random, 2, 3, 4));
        write("t10k-labels-idx1-ubyte.gz", Idx.zipped(Idx.labels(3, 0)));
    }

    @Test
    void aFolderIsADatasetZippedOrNot() {
        DatasetSource source = Datasets.at(folder);
        DatasetCard card = source.card();
        assertEquals(folder.toString(), card.id());
        assertEquals(List.of("0", "1", "2", "3"), card.classes());
        assertEquals(card.classes(), card.classNames(Locale.SIMPLIFIED_CHINESE));
        assertEquals(Shape.of(1, 3, 4), card.shape());
        assertEquals(5, card.trainCount());
        assertEquals(2, card.testCount());

        Dataset dataset = source.load();
        assertEquals(5, dataset.train().size());
        assertEquals(2, dataset.test().size());
        assertEquals(3, dataset.test().label(0));
        assertEquals(IdxFiles.NAMES, List.copyOf(dataset.card().sha256().keySet()));
    }

    @Test
    void aDatasetIsNamedByItsIdOrItsFolder() {
        assertSame(Datasets.byId("mnist"), Datasets.named("mnist"));
        assertEquals(folder.toString(), Datasets.named(folder.toString()).card().id());
    }

    @Test
    void anUnknownNameIsAProblemThatListsTheIds() {
        assertProblem("data.unknownDataset", () -> Datasets.byId("minst"), "minst", "fashion-mnist, mnist");
        assertProblem("data.unknownDataset", () -> Datasets.named("minst"), "minst", "fashion-mnist, mnist");
        assertProblem("data.unknownDataset", () -> Datasets.named("min\0st"), "fashion-mnist, mnist");
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        Path nowhere = folder.resolve("nowhere");
        assertProblem("data.noFolder", () -> Datasets.at(nowhere), nowhere.toString());
        assertProblem("data.noFolder", () -> Datasets.named(nowhere.toString()), nowhere.toString());
    }

    @Test
    void aMissingFileIsAProblem() throws IOException {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        assertProblem("data.missingFile", () -> Datasets.at(folder), folder.toString(), "t10k-images-idx3-ubyte");
    }

    @Test
    void aWebPageAmongTheFilesIsAProblem() throws IOException {
        write("t10k-images-idx3-ubyte", "<html>not found</html>".getBytes(StandardCharsets.US_ASCII));
        assertProblem("data.webPage", () -> Datasets.at(folder), "t10k-images-idx3-ubyte", "<htm");
    }

    @Test
    void moreLabelsThanImagesAreAProblem() throws IOException {
        write("train-labels-idx1-ubyte", Idx.labels(0, 1, 2, 0, 1, 2));
        DatasetSource source = Datasets.at(folder);
        assertProblem("data.countsDiffer", source::load, "train-images-idx3-ubyte.gz", "5", "6");
    }

    @Test
    void testImagesOfAnotherSizeAreAProblem() throws IOException {
        write("t10k-images-idx3-ubyte", Idx.images(new Random(1), 2, 4, 3));
        DatasetSource source = Datasets.at(folder);
        assertProblem("data.shapesDiffer", source::load, "t10k-images-idx3-ubyte", "1×4×3", "1×3×4");
    }

    @Test
    void aLabelThatCameLaterIsAProblem() throws IOException {
        DatasetSource source = Datasets.at(folder);
        write("train-labels-idx1-ubyte", Idx.labels(0, 1, 7, 0, 1));
        assertProblem("data.labelOutOfRange", source::load, "train-labels-idx1-ubyte", "7", "3");
    }

    @Test
    void aFileThatBreaksOffIsAProblem() throws IOException {
        byte[] whole = Idx.images(new Random(1), 2, 3, 4);
        write("t10k-images-idx3-ubyte", Arrays.copyOf(whole, whole.length - 5));
        DatasetSource source = Datasets.at(folder);
        assertProblem("data.tooShort", source::load, "t10k-images-idx3-ubyte", "35", "40");
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }
}
