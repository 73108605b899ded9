package org.convscope.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.convscope.tensor.Tensor;

/** Turns values into what JavaFX can draw, one pixel a value. */
public final class TensorImage {

    private static final int OPAQUE = 0xFF000000;

    private TensorImage() {}

    /** An image of its own colours: {@code [C, H, W]} from 0 to 1, grey with one channel, else red, green, blue. */
    public static Image of(Tensor image) {
        int height = image.shape().height();
        int width = image.shape().width();
        WritableImage target = new WritableImage(width, height);
        target.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels(image), 0, width);
        return target;
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
