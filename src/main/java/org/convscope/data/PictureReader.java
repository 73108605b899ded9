package org.convscope.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.convscope.problem.Problem;
import org.convscope.spec.Fit;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/** Reads a person's own picture (PNG, JPEG, GIF or BMP) as a network wants to see it. */
public final class PictureReader {

    static final long MAX_FILE_BYTES = 64L << 20;
    static final int MAX_PIXELS = 50_000_000;

    private static final List<String> FORMATS = List.of("png", "jpeg", "gif", "bmp");
    private static final int BEGIN_BYTES = 8;

    private PictureReader() {}

    /**
     * Reads a picture. Every value is the mean over the area that it covers; what is transparent is taken
     * as lying on white paper. A turn that a camera only noted beside its picture is not made.
     *
     * @param file the picture; of an animation, the first image counts
     * @param shape what is wanted, {@code [C, H, W]}: grey with one channel, red-green-blue with three
     * @param fit what to do when the proportions differ
     * @param invert whether to swap dark and light, for a black drawing that is shown to a network which
     *     learned white on black
     * @return the picture, its values from 0 to 1
     */
    public static Tensor read(Path file, Shape shape, Fit fit, boolean invert) {
        if (!shape.isMaps() || shape.channels() != 1 && shape.channels() != 3) {
            throw Problem.of("data.pictureChannels", shape).asException();
        }
        BufferedImage picture = decode(file);
        Placement placement = Placement.of(picture.getWidth(), picture.getHeight(), shape, fit);
        return placement.scale(new PictureRows(picture, shape.channels(), invert), shape);
    }

    /** Shape of a picture as it is: one channel if it is grey, else three. */
    static Shape shapeOf(Path file) {
        BufferedImage picture = decode(file);
        boolean isGrey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return Shape.of(isGrey ? 1 : 3, picture.getHeight(), picture.getWidth());
    }

    private static BufferedImage decode(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of("data.pictureMissing", file).asException();
        }
        try {
            long bytes = Files.size(file);
            if (bytes > MAX_FILE_BYTES) {
                throw Problem.of("data.pictureFileTooLarge", file, bytes >> 20, MAX_FILE_BYTES >> 20)
                        .asException();
            }
            try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
                return decode(file, content);
            }
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
    }

    private static BufferedImage decode(Path file, ImageInputStream content) throws IOException {
        ImageReader decoder = decoder(file, content);
        try {
            // Neither comments nor colour profiles are wanted, and both can be made to unfold without end.
            decoder.setInput(content, true, true);
            int width = orDamaged(file, () -> decoder.getWidth(0));
            int height = orDamaged(file, () -> decoder.getHeight(0));
            if ((long) width * height > MAX_PIXELS) {
                throw Problem.of("data.pictureTooManyPixels", file, width, height, MAX_PIXELS / 1_000_000)
                        .asException();
            }
            return orDamaged(file, () -> decoder.read(0));
        } finally {
            decoder.dispose();
        }
    }

    private static ImageReader decoder(Path file, ImageInputStream content) throws IOException {
        Iterator<ImageReader> candidates = ImageIO.getImageReaders(content);
        while (candidates.hasNext()) {
            ImageReader candidate = candidates.next();
            List<String> names =
                    Arrays.asList(candidate.getOriginatingProvider().getFormatNames());
            if (names.stream().anyMatch(FORMATS::contains)) {
                return candidate;
            }
            candidate.dispose();
        }
        try (InputStream begin = Files.newInputStream(file)) {
            throw Problem.of("data.noPicture", file, FileProblem.readable(begin.readNBytes(BEGIN_BYTES)))
                    .asException();
        }
    }

    private interface Decoding<R> {
        R run() throws IOException;
    }

    /** Over a damaged file a decoder stumbles with whatever exception comes first. */
    private static <R> R orDamaged(Path file, Decoding<R> decoding) {
        try {
            return decoding.run();
        } catch (IOException | RuntimeException damage) {
            throw Problem.of("data.damagedPicture", file, FileProblem.reason(damage))
                    .asException(damage);
        }
    }
}
