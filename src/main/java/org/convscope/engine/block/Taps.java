package org.convscope.engine.block;

import org.convscope.engine.kernel.TapSums;

/**
 * Sums over taps for every cell of some maps: which cells of the source each cell reads, relative to where it stands,
 * and with which weights. For a stride, the gradient with respect to the input takes several of these, one for each
 * row and column modulo the stride.
 */
final class Taps {

    private final int[] offsets;
    private final int[] places;
    private final int channels;
    private final int placesPerChannel;
    private final float[] weights;

    /**
     * Taps that every target channel has.
     *
     * @param offsets from a cell's base to each tap
     * @param places where each tap's weight for the first channel lies, counted from the layer's first weight
     * @param channels target channels
     * @param placesPerChannel from a channel's weight to the next channel's
     */
    Taps(int[] offsets, int[] places, int channels, int placesPerChannel) {
        this.offsets = offsets;
        this.places = places;
        this.channels = channels;
        this.placesPerChannel = placesPerChannel;
        this.weights = new float[Maps.filledUp(channels) * offsets.length];
    }

    /** Takes over the weights, which begin at {@code first} in the parameters. */
    void load(float[] parameters, int first) {
        // Along whichever of the two lies closer together.
        if (placesPerChannel < offsets.length) {
            for (int tap = 0; tap < offsets.length; tap++) {
                for (int channel = 0; channel < channels; channel++) {
                    load(parameters, first, channel, tap);
                }
            }
        } else {
            for (int channel = 0; channel < channels; channel++) {
                for (int tap = 0; tap < offsets.length; tap++) {
                    load(parameters, first, channel, tap);
                }
            }
        }
    }

    private void load(float[] parameters, int first, int channel, int tap) {
        weights[(channel / TapSums.GROUP * offsets.length + tap) * TapSums.GROUP + channel % TapSums.GROUP] =
                parameters[first + channel * placesPerChannel + places[tap]];
    }

    /** From a cell's base to each tap. */
    int offset(int tap) {
        return offsets[tap];
    }

    /** Where a tap's weight for the first channel lies, counted from the layer's first weight. */
    int place(int tap) {
        return places[tap];
    }

    /** Number of taps. */
    int count() {
        return offsets.length;
    }

    /** From a channel's weight to the next channel's. */
    int placesPerChannel() {
        return placesPerChannel;
    }

    /** Sums for four channels, or two where no more are left, of one cell. */
    void sum(float[] source, int base, float[] starts, int channel, Maps target, int first) {
        int weight = channel * offsets.length;
        if (target.channels - channel > 2) {
            TapSums.four(
                    source,
                    base,
                    offsets,
                    weights,
                    weight,
                    starts,
                    channel,
                    target.values,
                    first,
                    target.channelDistance);
        } else {
            TapSums.two(
                    source,
                    base,
                    offsets,
                    weights,
                    weight,
                    starts,
                    channel,
                    target.values,
                    first,
                    target.channelDistance);
        }
    }
}
