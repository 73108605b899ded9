package org.convscope.data;

import static org.convscope.problem.ProblemAssert.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Fit;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    private static final Shape GREY_2X2 = Shape.of(1, 2, 2);

    @TempDir
    private Path folder;

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void aPictureOfTheWantedSizeKeepsItsValues(String format) throws IOException {
        byte[] bytes = new byte[28 * 28];
        new Random(28).nextBytes(bytes);
        LabelledImages noise = LabelledImages.of(Shape.of(1, 28, 28), bytes, new byte[1]);
        int[] colors = new int[bytes.length];
        Arrays.setAll(colors, i -> (bytes[i] & 0xFF) * 0x010101);
        assertEquals(noise.image(0), read(save(rgb(28, 28, colors), format), noise.shape()));
    }

    @Test
    void aJpegKeepsItsValuesAlmost() throws IOException {
        Path file = save(rgb(2, 2, 0x808080, 0x808080, 0x808080, 0x808080), "jpg");
        assertArrayEquals(
                new float[] {0.5f, 0.5f, 0.5f, 0.5f}, read(file, GREY_2X2).toArray(), 0.01f);
    }

    @Test
    void colorsBecomeChannels() throws IOException {
        Path file = save(rgb(2, 1, 0xFF3300, 0x0066FF), "png");
        Tensor picture = read(file, Shape.of(3, 1, 2));
        assertArrayEquals(new float[] {1, 0, 0.2f, 0.4f, 0, 1}, picture.toArray());
    }

    @Test
    void greyIsTheLumaOfTheColors() throws IOException {
        Path file = save(rgb(3, 1, 0xFF0000, 0x00FF00, 0x0000FF), "png");
        assertArrayEquals(
                new float[] {0.299f, 0.587f, 0.114f},
                read(file, Shape.of(1, 1, 3)).toArray());
    }

    @Test
    void aGreyPictureFillsAllThreeChannels() throws IOException {
        Path file = save(grey(1, 1, 51), "png");
        assertArrayEquals(
                new float[] {0.2f, 0.2f, 0.2f}, read(file, Shape.of(3, 1, 1)).toArray());
    }

    @Test
    void sixteenBitsAreReadAsFinely() throws IOException {
        BufferedImage deep = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 13_107);
        assertEquals(0.2f, read(save(deep, "png"), Shape.of(1, 1, 1)).flat(0));
    }

    @Test
    void whatIsTransparentLiesOnWhitePaper() throws IOException {
        BufferedImage drawing = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        drawing.setRGB(0, 0, 0xFF000000);
        drawing.setRGB(1, 0, 0x00000000);
        drawing.setRGB(2, 0, 0x33000000);
        Path file = save(drawing, "png");
        assertArrayEquals(
                new float[] {0, 1, 0.8f}, read(file, Shape.of(1, 1, 3)).toArray(), 1e-6f);
    }

    @Test
    void invertingSwapsDarkAndLight() throws IOException {
        Path file = save(grey(2, 2, 0, 51, 102, 255), "png");
        Tensor inverted = PictureReader.read(file, GREY_2X2, Fit.STRETCH, true);
        assertArrayEquals(new float[] {1, 0.8f, 0.6f, 0}, inverted.toArray(), 1e-6f);
    }

    @Test
    void stretchingShowsTheWholePicture() throws IOException {
        Path file = save(grey(4, 2, 0, 102, 51, 51, 0, 102, 255, 255), "png");
        assertArrayEquals(
                new float[] {0.2f, 0.2f, 0.2f, 1}, read(file, GREY_2X2).toArray(), 1e-6f);
    }

    @Test
    void croppingKeepsTheMiddle() throws IOException {
        Path file = save(grey(4, 2, 255, 0, 51, 255, 255, 102, 153, 255), "png");
        Tensor middle = PictureReader.read(file, GREY_2X2, Fit.CROP, false);
        assertArrayEquals(new float[] {0, 0.2f, 0.4f, 0.6f}, middle.toArray(), 1e-6f);
    }

    @Test
    void paddingShowsTheWholePictureWithNothingAroundIt() throws IOException {
        Path wide = save(grey(4, 2, 255, 255, 51, 51, 255, 255, 51, 51), "png");
        float[] padded = {0, 0, 0, 0, 1, 1, 0.2f, 0.2f, 1, 1, 0.2f, 0.2f, 0, 0, 0, 0};
        assertArrayEquals(
                padded,
                PictureReader.read(wide, Shape.of(1, 4, 4), Fit.PAD, false).toArray());
        Path tall = save(grey(1, 4, 0, 0, 0, 0), "png");
        float[] inverted = {0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0};
        assertArrayEquals(
                inverted,
                PictureReader.read(tall, Shape.of(1, 4, 4), Fit.PAD, true).toArray());
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    void aLineOfOnePixelFits(Fit fit) throws IOException {
        BufferedImage line = new BufferedImage(3000, 1, BufferedImage.TYPE_BYTE_GRAY);
        Tensor picture = PictureReader.read(save(line, "png"), Shape.of(1, 28, 28), fit, true);
        assertEquals(1, picture.stats().max());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stretchingKeepsTheMeanBrightness(long seed) throws IOException {
        Random random = new Random(seed);
        int width = 1 + random.nextInt(60);
        int height = 1 + random.nextInt(60);
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        double sum = 0;
        for (int i = 0; i < width * height; i++) {
            int value = random.nextInt(256);
            noise.getRaster().setSample(i % width, i / width, 0, value);
            sum += value / 255.0;
        }
        Shape shape = Shape.of(1, 1 + random.nextInt(30), 1 + random.nextInt(30));
        assertEquals(
                sum / (width * height), read(save(noise, "png"), shape).stats().mean(), 1e-5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedPictureIsReadOrIsAProblemAndNeverAnythingElse(long seed) throws IOException {
        Random random = new Random(seed);
        String format = List.of("png", "jpg", "gif", "bmp").get(random.nextInt(4));
        BufferedImage picture = new BufferedImage(20, 15, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 300; i++) {
            picture.setRGB(i % 20, i / 20, random.nextInt());
        }
        Path file = save(picture, format);
        byte[] content = Files.readAllBytes(file);
        for (int damage = 0; damage < 3; damage++) {
            content[random.nextInt(random.nextBoolean() ? content.length : 60)] = (byte) random.nextInt();
        }
        Files.write(
                file, Arrays.copyOf(content, random.nextBoolean() ? content.length : random.nextInt(content.length)));
        try {
            Tensor tensor = read(file, Shape.of(3, 8, 8));
            assertTrue(tensor.stats().min() >= 0 && tensor.stats().max() <= 1, format);
            assertEquals(0, tensor.stats().nonFinite());
        } catch (ProblemException problem) {
            assertTrue(problem.problem().code().startsWith("data."), problem.getMessage());
        }
    }

    @Test
    void aPictureThatIsNotThereIsAProblem() {
        Path nowhere = folder.resolve("nowhere.png");
        assertProblem("data.pictureMissing", () -> read(nowhere, GREY_2X2), nowhere.toString());
        assertProblem("data.pictureMissing", () -> read(folder, GREY_2X2), folder.toString());
    }

    @Test
    void aFileThatIsNoPictureIsAProblem() throws IOException {
        Path page = Files.write(folder.resolve("page.png"), "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
        assertProblem("data.noPicture", () -> read(page, GREY_2X2), page.toString(), "<!DOCTYP");
        Path empty = Files.createFile(folder.resolve("empty.png"));
        assertProblem("data.noPicture", () -> read(empty, GREY_2X2), empty.toString());
    }

    @Test
    void aPictureThatBreaksOffIsAProblem() throws IOException {
        Path file = save(grey(2, 2, 1, 2, 3, 4), "png");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 30));
        assertProblem("data.damagedPicture", () -> read(file, GREY_2X2), file.toString());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
        Path file = folder.resolve("large.png");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((65L << 20) + 1);
        }
        assertProblem("data.pictureFileTooLarge", () -> read(file, GREY_2X2), file.toString(), "65 MB", "64 MB");
    }

    @Test
    void tooManyPixelsAreRefusedBeforeTheyAreDecoded() throws IOException {
        Path file = Files.write(folder.resolve("bomb.png"), pngThatClaims(60_000, 60_000));
        assertProblem("data.pictureTooManyPixels", () -> read(file, GREY_2X2), "60000×60000", "50");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64})
    void aShapeThatIsNeitherGreyNorColorIsAProblem(int channels) {
        assertProblem(
                "data.pictureChannels",
                () -> read(folder.resolve("any.png"), Shape.of(channels, 8, 8)),
                channels + "×8×8");
    }

    private static Tensor read(Path file, Shape shape) {
        return PictureReader.read(file, shape, Fit.STRETCH, false);
    }

    private Path save(BufferedImage picture, String format) throws IOException {
        Path file = Files.createTempFile(folder, "picture", "." + format);
        assertTrue(ImageIO.write(picture, format, file.toFile()), format);
        return file;
    }

    private static BufferedImage grey(int width, int height, int... values) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setPixels(0, 0, width, height, values);
        return picture;
    }

    private static BufferedImage rgb(int width, int height, int... colors) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, colors, 0, width);
        return picture;
    }

    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.writeBytes(chunk(header.array()));
        png.writeBytes(chunk("IDAT".getBytes(StandardCharsets.US_ASCII)));
        return png.toByteArray();
    }

    private static byte[] chunk(byte[] typeAndData) {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8)
                .putInt(typeAndData.length - 4)
                .put(typeAndData)
                .putInt((int) crc.getValue())
                .array();
    }
}
