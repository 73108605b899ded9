package org.convscope.ui.kit;

import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.convscope.tensor.Tensor;

/** Turns values into what JavaFX can draw, one pixel a value. */
public final class TensorImage {

    private static final int OPAQUE = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;
    /** Shorter ones are rather rows of an image. */
    private static final int LEAST_SIGNAL = 16;

    private TensorImage() {}

    /**
     * An image of its own colours: {@code [C, H, W]} from 0 to 1, grey with one channel, else red, green, blue. A
     * signal, {@code [C, 1, L]}, is a curve, 1 at the top.
     */
    public static Image of(Tensor image) {
        if (image.shape().height() == 1 && image.shape().width() >= LEAST_SIGNAL) {
            return curve(image);
        }
        int height = image.shape().height();
        int width = image.shape().width();
        WritableImage target = new WritableImage(width, height);
        target.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels(image), 0, width);
        return target;
    }

    private static Image curve(Tensor signal) {
        int side = signal.shape().width();
        int[] pixels = curvePixels(signal);
        WritableImage target = new WritableImage(side, side);
        target.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        return target;
    }

    /** A square of black with the first channel as a white line; a jump is filled, so that the line holds together. */
    static int[] curvePixels(Tensor signal) {
        int side = signal.shape().width();
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, OPAQUE);
        int thick = Math.max(1, side / 64);
        int before = rowOf(signal.flat(0), side);
        for (int x = 0; x < side; x++) {
            int row = rowOf(signal.flat(x), side);
            int end = Math.min(side - 1, Math.max(before, row) + thick - 1);
            for (int y = Math.min(before, row); y <= end; y++) {
                pixels[y * side + x] = WHITE;
            }
            before = row;
        }
        return pixels;
    }

    private static int rowOf(float value, int side) {
        return Math.round((1 - Math.min(1, Math.max(0, value))) * (side - 1));
    }

    /** The same as 0xAARRGGBB, row-major. */
    static int[] pixels(Tensor image) {
        int area = image.shape().height() * image.shape().width();
        int second = image.planes() < 3 ? 0 : area;
        int[] pixels = new int[area];
        for (int i = 0; i < area; i++) {
            int red = level(image.flat(i));
            int green = level(image.flat(i + second));
            int blue = level(image.flat(i + 2 * second));
            pixels[i] = OPAQUE | red << 16 | green << 8 | blue;
        }
        return pixels;
    }

    private static int level(float value) {
        return Math.round(255 * Math.min(1, Math.max(0, value)));
    }
}
