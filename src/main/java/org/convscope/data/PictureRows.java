package org.convscope.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.Arrays;

/**
 * A decoded picture as brightness from 0 to 1, one row at a time, so that a large picture is never held
 * twice.
 */
final class PictureRows {

    private final BufferedImage picture;
    private final boolean invert;
    private final float[][] colors;
    private final float[][] shown;

    /** Rows of {@code channels} channels: 1 for grey, 3 for red-green-blue. */
    PictureRows(BufferedImage picture, int channels, boolean invert) {
        this.picture = picture;
        this.invert = invert;
        this.colors = new float[4][picture.getWidth()];
        this.shown = new float[channels][picture.getWidth()];
    }

    /** One row, {@code [C, W]}; the next call writes into the same arrays. */
    float[][] read(int row) {
        if (hasPlainSamples(picture.getColorModel())) {
            readSamples(row);
        } else {
            readPacked(row);
        }
        for (int x = 0; x < picture.getWidth(); x++) {
            float alpha = colors[3][x];
            float red = onWhite(colors[0][x], alpha);
            float green = onWhite(colors[1][x], alpha);
            float blue = onWhite(colors[2][x], alpha);
            if (shown.length == 1) {
                shown[0][x] = toned(Luma.of(red, green, blue));
            } else {
                shown[0][x] = toned(red);
                shown[1][x] = toned(green);
                shown[2][x] = toned(blue);
            }
        }
        return shown;
    }

    private static float onWhite(float value, float alpha) {
        return value * alpha + (1 - alpha);
    }

    private float toned(float value) {
        return invert ? 1 - value : value;
    }

    // Java's own conversion takes grey files for linear light, showing 100 as 168, and spends seconds on
    // following a colour profile through a phone's photograph. The samples are what other readers give.
    private static boolean hasPlainSamples(ColorModel model) {
        int type = model.getColorSpace().getType();
        return model instanceof ComponentColorModel
                && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB)
                && (model.getTransferType() == DataBuffer.TYPE_BYTE
                        || model.getTransferType() == DataBuffer.TYPE_USHORT);
    }

    private void readSamples(int row) {
        ColorModel model = picture.getColorModel();
        int[] samples = picture.getRaster().getPixels(0, row, picture.getWidth(), 1, (int[]) null);
        int lastColor = model.getNumColorComponents() - 1;
        for (int color = 0; color < 3; color++) {
            copyBand(samples, Math.min(color, lastColor), colors[color]);
        }
        if (model.hasAlpha()) {
            copyBand(samples, lastColor + 1, colors[3]);
        } else {
            Arrays.fill(colors[3], 1);
        }
    }

    private void copyBand(int[] samples, int band, float[] target) {
        ColorModel model = picture.getColorModel();
        float largest = (1 << model.getComponentSize(band)) - 1;
        for (int x = 0; x < target.length; x++) {
            target[x] = samples[x * model.getNumComponents() + band] / largest;
        }
    }

    private void readPacked(int row) {
        int[] argb = picture.getRGB(0, row, picture.getWidth(), 1, null, 0, picture.getWidth());
        for (int x = 0; x < picture.getWidth(); x++) {
            colors[0][x] = (argb[x] >> 16 & 0xFF) / 255f;
            colors[1][x] = (argb[x] >> 8 & 0xFF) / 255f;
            colors[2][x] = (argb[x] & 0xFF) / 255f;
            colors[3][x] = (argb[x] >>> 24) / 255f;
        }
    }
}
