package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and files of a person's own: pictures, CIFAR-10, signals. */
class OwnDataTest {

    private static final int RECORD = 3073;

    @TempDir
    private Path folder;

    @Test
    void aFolderForEachClassIsADataset() throws IOException {
        paint("cat", 7, 6, 4, 0xFF0000);
        paint("dog", 5, 6, 4, 0x0000FF);
        DatasetCard card = Datasets.at(folder).card();
        assertEquals(List.of("cat", "dog"), card.classes());
        assertEquals(Shape.of(3, 4, 6), card.shape(), "small pictures of one size keep it");
        assertEquals(10, card.trainCount());
        assertEquals(2, card.testCount(), "every fifth");
        Dataset dataset = Datasets.at(folder).load();
        assertEquals(1, dataset.test().label(1));
        assertEquals(1, dataset.test().image(1).flat(2 * 24), "blue");
        assertEquals(0, dataset.test().image(1).flat(0));
    }

    @Test
    void trainAndTestMayBeApartAndLargePicturesBecomeSmall() throws IOException {
        paint("train/cat", 2, 300, 200, 0x00FF00);
        paint("train/dog", 3, 30, 30, 0);
        paint("test/dog", 1, 8, 8, 0xFFFFFF);
        Dataset dataset = Datasets.at(folder).load();
        assertEquals(Shape.of(3, 64, 64), dataset.train().shape());
        assertEquals(5, dataset.train().size());
        assertEquals(1, dataset.test().size());
        assertEquals(1, dataset.test().label(0));
    }

    @Test
    void aLongReadingIsToldPictureByPictureAndCanBeEnded() throws IOException {
        paint("cat", 60, 3, 3, 0);
        paint("dog", 60, 3, 3, 0xFFFFFF);
        Queue<Loading.Read> heard = new ConcurrentLinkedQueue<>();
        Datasets.at(folder).load(new Loading(heard::add, new Cancellation()));
        assertEquals(
                IntStream.rangeClosed(1, 120).boxed().toList(),
                heard.stream().map(Loading.Read::images).sorted().toList());
        assertTrue(heard.stream().allMatch(read -> read.total() == 120));
        Cancellation cancellation = new Cancellation();
        AtomicInteger last = new AtomicInteger();
        Loading ending = new Loading(
                read -> {
                    last.accumulateAndGet(read.images(), Math::max);
                    cancellation.cancel();
                },
                cancellation);
        assertThrows(CancellationException.class, () -> Datasets.at(folder).load(ending));
        assertTrue(last.get() < 10, "read on until " + last);
    }

    @Test
    void greyPicturesStayGrey() throws IOException {
        for (String name : List.of("a", "b")) {
            Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < 5; i++) {
                BufferedImage grey = new BufferedImage(5, 5, BufferedImage.TYPE_BYTE_GRAY);
                ImageIO.write(
                        grey, "png", folder.resolve(name + "/" + i + ".png").toFile());
            }
        }
        assertEquals(Shape.of(1, 5, 5), Datasets.at(folder).card().shape());
    }

    @Test
    void whatIsWrongWithAFolderIsSaid() throws IOException {
        assertProblem("data.nothingKnown", () -> Datasets.at(folder), folder);
        paint("cat", 5, 4, 4, 0);
        assertProblem("data.numberOfClasses", () -> Datasets.at(folder), folder, 1);
        Files.createDirectories(folder.resolve("dog"));
        Files.writeString(folder.resolve("dog/readme.txt"), "no dogs yet");
        assertProblem("data.classWithoutPictures", () -> Datasets.at(folder), folder.resolve("dog"));
        Files.writeString(folder.resolve("dog/0.png"), "this is no picture");
        assertProblem("data.noPicture", () -> Datasets.at(folder), "0.png");
        Files.delete(folder.resolve("dog/0.png"));
        paint("dog", 2, 4, 4, 0);
        Files.writeString(folder.resolve("dog/9.png"), "broken");
        DatasetSource source = Datasets.at(folder);
        assertProblem("data.noPicture", source::load, "9.png");
        Files.delete(folder.resolve("cat/4.png"));
        assertProblem("data.nothingToTest", () -> Datasets.at(folder), folder);
    }

    @Test
    void aClassThatIsOnlyTestedIsAProblem() throws IOException {
        paint("train/cat", 1, 4, 4, 0);
        paint("train/dog", 1, 4, 4, 0);
        paint("test/cow", 1, 4, 4, 0);
        paint("test/dog", 1, 4, 4, 0);
        assertProblem("data.classOnlyInTest", () -> Datasets.at(folder), "cow", "cat, dog");
    }

    @Test
    void linksThatLeadRoundInACircleLeadNowhere() throws IOException {
        paint("cat", 5, 4, 4, 0);
        Files.createSymbolicLink(folder.resolve("itself"), folder.resolve("itself"));
        assertProblem("data.numberOfClasses", () -> Datasets.at(folder), folder, 1);
        Files.createSymbolicLink(folder.resolve("upwards"), folder);
        assertProblem("data.classWithoutPictures", () -> Datasets.at(folder), folder.resolve("upwards"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cifar-10-batches-bin"})
    void cifarIsReadFromItsFolderOrTheOneAround(String inner) throws IOException {
        Path place = Files.createDirectories(folder.resolve(inner));
        byte[] all = new byte[4 * RECORD];
        new Random(3).nextBytes(all);
        for (int i = 0; i < 4; i++) {
            all[i * RECORD] = (byte) (9 - i);
        }
        for (int i = 1; i <= 5; i++) {
            Files.write(place.resolve("data_batch_" + i + ".bin"), all);
        }
        Files.write(place.resolve("test_batch.bin"), java.util.Arrays.copyOf(all, RECORD));
        Dataset dataset = Datasets.at(folder).load();
        assertEquals("truck", dataset.card().classes().get(9));
        assertEquals(20, dataset.train().size());
        assertEquals(1, dataset.test().size());
        assertEquals(7, dataset.train().label(6));
        for (int i = 0; i < 3072; i += 100) {
            assertEquals(
                    (all[2 * RECORD + 1 + i] & 0xFF) / 255f,
                    dataset.train().image(6).flat(i));
        }

        Files.write(place.resolve("test_batch.bin"), new byte[RECORD - 1]);
        assertProblem("data.cifarSize", () -> Datasets.at(folder), "test_batch.bin", RECORD - 1);
        byte[] eleventh = new byte[RECORD];
        eleventh[0] = 10;
        Files.write(place.resolve("test_batch.bin"), eleventh);
        DatasetSource source = Datasets.at(folder);
        assertProblem("data.labelOutOfRange", source::load, "test_batch.bin", 10, 9);
        Files.delete(place.resolve("data_batch_3.bin"));
        assertProblem("data.missingFile", () -> Datasets.at(folder), "data_batch_3.bin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"','", "';'", "'\t'", "', '"},
            quoteCharacter = '\'')
    void signalsAreReadWhateverStandsBetweenTheirValues(String separator) throws IOException {
        String between = separator.replace("\\t", "\t");
        Path file = folder.resolve("Waves.csv");
        Files.writeString(
                file,
                IntStream.range(0, 20)
                        .mapToObj(i -> String.join(between, List.of(i % 2 == 0 ? "1.0" : "-1", "0", "5", "10")))
                        .collect(Collectors.joining(
                                "\n", "class" + between + "a" + between + "b" + between + "c\n", "\n")));
        Dataset dataset = Datasets.named(file.toString()).load();
        assertEquals(List.of("-1", "1"), dataset.card().classes());
        assertEquals(Shape.of(1, 1, 3), dataset.card().shape());
        assertEquals("Waves", dataset.card().title());
        assertEquals(16, dataset.train().size());
        assertEquals(4, dataset.test().size());
        assertArrayEquals(
                new float[] {0, 128 / 255f, 1}, dataset.train().image(0).toArray());
        assertEquals(1, dataset.train().label(0));
    }

    @Test
    void aPairOfFilesIsOneDataset() throws IOException {
        Path train = folder.resolve("Gun_TRAIN.tsv");
        Files.writeString(train, "1\t0\t1\n2\t1\t2\n");
        assertProblem("data.missingFile", () -> Datasets.at(train), "Gun_TEST.tsv");
        Files.writeString(folder.resolve("Gun_TEST.tsv"), "2\t-7\t9\n");
        Dataset dataset = Datasets.at(folder.resolve("Gun_TEST.tsv")).load();
        assertEquals(2, dataset.train().size());
        assertArrayEquals(new float[] {0, 1}, dataset.test().image(0).toArray(), "beyond what was learned is its end");
        Files.writeString(folder.resolve("Gun_TEST.tsv"), "3\t0\t0\n");
        assertProblem("data.classOnlyInTest", () -> Datasets.at(train), 3);
        Files.writeString(folder.resolve("Gun_TEST.tsv"), "2\t0\n");
        assertProblem("data.seriesLength", () -> Datasets.at(train), "Gun_TEST.tsv", 1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', data.noSignals",
        "'1,2,3\n1,2\n', data.seriesLength",
        "'1,2,3\n1,2,x\n', data.seriesNumber",
        "'1,2,3\n1,2,NaN\n', data.seriesNumber",
        "'1,2,3\n7\n', data.seriesLine",
        "'1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n', data.numberOfClasses",
        "'1,2,3\n2,2,3\n', data.nothingToTest",
    })
    void whatIsWrongWithSignalsIsSaid(String text, String code) throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, text.replace("\\n", "\n"));
        assertProblem(code, () -> Datasets.at(file), file);
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});
        assertProblem("data.notText", () -> Datasets.at(file), file);
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).length() == 3);
    }

    private void paint(String name, int count, int width, int height, int colour) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < count; i++) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < width * height; pixel++) {
                picture.setRGB(pixel % width, pixel / width, colour);
            }
            ImageIO.write(picture, "png", place.resolve(i + ".png").toFile());
        }
    }
}
