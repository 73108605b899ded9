package org.convscope.data;

import java.util.Arrays;
import org.convscope.spec.Fit;
import org.convscope.spec.Preparation;
import org.convscope.tensor.Shape;

/**
 * Turns images of a dataset into what a network is shown: grey or coloured, resized, varied where it learns,
 * and normalised last. It never changes; every image is made when it is asked for, none is kept.
 */
final class Preparer {

    private final Preparation preparation;
    private final Shape own;
    private final Shape shape;
    /** Channels until the last moment: a grey image is resized once, not three times. */
    private final int channels;

    private final Resize resize;
    private final float[] mean;
    private final float[] perDeviation;

    /** How images like {@code train} are prepared; normalising measures all of them. */
    Preparer(Preparation preparation, LabelledImages train) {
        this.preparation = preparation;
        this.own = train.ownShape();
        this.shape = preparation.shape(own);
        this.channels = Math.min(own.channels(), shape.channels());
        this.resize = new Resize(placement(own, shape, preparation.fit()), own.width(), own.height(), shape);
        this.mean = new float[shape.channels()];
        this.perDeviation = new float[shape.channels()];
        Arrays.fill(perDeviation, 1);
        if (preparation.normalise()) {
            measure(train);
        }
    }

    private static Placement placement(Shape own, Shape shape, Fit fit) {
        return fit == Fit.PAD
                ? Placement.framed(own.width(), own.height(), shape)
                : Placement.of(own.width(), own.height(), shape, fit);
    }

    /** Shape of what comes out. */
    Shape shape() {
        return shape;
    }

    /** An image as a person may look at it: everything but normalised, values from 0 to 1. */
    void picture(float[] image, float[] target, int offset) {
        fit(image, target, offset);
        repeat(target, offset);
    }

    /** A variant of an image, as a person may look at it; the same seed makes the same one. */
    void variant(float[] image, long seed, float[] target, int offset) {
        fit(image, target, offset);
        if (!preparation.augment().isEmpty()) {
            new Variation(preparation.augment(), shape.height(), shape.width(), seed).apply(target, offset, channels);
        }
        repeat(target, offset);
    }

    /** Makes of a picture what the network is shown. */
    void normalise(float[] target, int offset) {
        if (preparation.normalise()) {
            int area = shape.height() * shape.width();
            for (int channel = 0; channel < shape.channels(); channel++) {
                int start = offset + channel * area;
                for (int i = start; i < start + area; i++) {
                    target[i] = (target[i] - mean[channel]) * perDeviation[channel];
                }
            }
        }
    }

    private void fit(float[] image, float[] target, int offset) {
        resize.apply(recoloured(image), channels, target, offset);
    }

    private float[] recoloured(float[] image) {
        if (own.channels() == channels) {
            return image;
        }
        int area = own.height() * own.width();
        float[] grey = new float[area];
        for (int i = 0; i < area; i++) {
            grey[i] = Luma.of(image[i], image[area + i], image[2 * area + i]);
        }
        return grey;
    }

    private void repeat(float[] target, int offset) {
        int area = shape.height() * shape.width();
        for (int channel = channels; channel < shape.channels(); channel++) {
            System.arraycopy(target, offset, target, offset + channel * area, area);
        }
    }

    /** Mean and deviation of each channel over all images in their own size, always added up in the same order. */
    private void measure(LabelledImages train) {
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        int area = own.height() * own.width();
        float[] image = new float[own.size()];
        for (int index = 0; index < train.size(); index++) {
            train.copyOwn(index, image);
            float[] values = recoloured(image);
            for (int i = 0; i < channels * area; i++) {
                double value = values[i];
                sums[i / area] += value;
                squares[i / area] += value * value;
            }
        }
        double count = (double) train.size() * area;
        for (int channel = 0; channel < shape.channels(); channel++) {
            int measured = Math.min(channel, channels - 1);
            double average = sums[measured] / count;
            double variance = squares[measured] / count - average * average;
            mean[channel] = (float) average;
            // Of images that are all alike there is nothing to scale.
            perDeviation[channel] = variance > 1e-12 ? (float) (1 / Math.sqrt(variance)) : 1;
        }
    }
}
