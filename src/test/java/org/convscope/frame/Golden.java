package org.convscope.frame;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Pictures that must not drift. A picture equals its golden pixel by pixel, as integers, or the test
 * fails; so does it when there is no golden.
 *
 * <p>{@code mvn test -Dgolden.update} writes what differs into {@code src/test/resources/golden} and
 * fails all the same: look at the difference, then run again.
 */
final class Golden {

    private static final Path SOURCE = Path.of("src", "test", "resources", "golden");
    private static final Path DIFFERENCES = Path.of("target", "golden");
    private static final int SAME = 0xFF202020;

    private Golden() {}

    static void check(String name, int[] actual, int width) throws IOException {
        BufferedImage expected = read(name);
        int height = actual.length / width;
        if (expected != null && expected.getWidth() == width && Arrays.equals(pixels(expected), actual)) {
            return;
        }
        String what = expected == null ? "There is no golden " + name : name + " differs from its golden";
        Path difference = DIFFERENCES.resolve(name + ".png");
        write(difference, besides(expected, image(actual, width, height)));
        if (System.getProperty("golden.update") != null) {
            write(SOURCE.resolve(name + ".png"), image(actual, width, height));
            fail(what + "; it was written anew. Look at " + difference + ", then run the test again");
        }
        fail(what + ". Golden, picture and difference stand beside each other in " + difference);
    }

    private static BufferedImage read(String name) throws IOException {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + name + ".png")) {
            return stream == null ? null : ImageIO.read(stream);
        }
    }

    /** Golden, picture, and where they differ: there the picture's colour, elsewhere dark grey. */
    private static BufferedImage besides(BufferedImage expected, BufferedImage actual) {
        BufferedImage golden = expected == null ? new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB) : expected;
        int width = Math.max(golden.getWidth(), actual.getWidth());
        int height = Math.max(golden.getHeight(), actual.getHeight());
        BufferedImage all = new BufferedImage(3 * width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int wanted = at(golden, x, y);
                int got = at(actual, x, y);
                all.setRGB(x, y, wanted);
                all.setRGB(width + x, y, got);
                all.setRGB(2 * width + x, y, wanted == got ? SAME : got | 0xFF000000);
            }
        }
        return all;
    }

    private static int at(BufferedImage image, int x, int y) {
        return x < image.getWidth() && y < image.getHeight() ? image.getRGB(x, y) : 0;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage image(int[] pixels, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
