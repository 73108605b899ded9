package org.convscope.engine.block;

import org.convscope.engine.kernel.Lanes;
import org.convscope.engine.kernel.Moments;

/**
 * Batch normalisation: {@code y = γ·(x − μ)/σ + β} with the mean and the deviation of all cells and images of a
 * channel. The variance is taken around the mean in a second pass; the mean of the squares less the square of the
 * mean loses too many digits. The mean itself is rounded to a float, the centre, that values are taken away from
 * exactly; what rounding left over goes into the offset.
 */
final class Norm implements Layer {

    private final Maps source;
    private final Maps sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;
    private final Place place;
    private final double epsilon;
    private final double decay;
    private final float[] scale;
    private final float[] shift;
    private final double[] mean;
    private final double[] variance;
    private final double[] inverseDeviation;
    private final float[] scaleGradient;
    private final float[] shiftGradient;
    private final float[] runningMean;
    private final float[] runningVariance;

    /** Where the four parameters of a batch norm begin. */
    record Place(int scale, int shift, int mean, int variance) {}

    Norm(Maps source, Maps sourceDeltas, Maps target, Maps targetDeltas, Place place, double epsilon, double decay) {
        this.source = source;
        this.sourceDeltas = sourceDeltas;
        this.target = target;
        this.targetDeltas = targetDeltas;
        this.place = place;
        this.epsilon = epsilon;
        this.decay = decay;
        int channels = source.channels;
        this.scale = new float[channels];
        this.shift = new float[channels];
        this.mean = new double[channels];
        this.variance = new double[channels];
        this.inverseDeviation = new double[channels];
        this.scaleGradient = new float[channels];
        this.shiftGradient = new float[channels];
        this.runningMean = new float[channels];
        this.runningVariance = new float[channels];
    }

    @Override
    public void prepare(float[] parameters, long step, int firstBlock) {
        int channels = source.channels;
        System.arraycopy(parameters, place.scale, scale, 0, channels);
        System.arraycopy(parameters, place.shift, shift, 0, channels);
        System.arraycopy(parameters, place.mean, runningMean, 0, channels);
        System.arraycopy(parameters, place.variance, runningVariance, 0, channels);
    }

    @Override
    public void forward(int from, int to, int images) {
        double count = (double) images * source.height * source.width;
        for (int channel = 0; channel < source.channels; channel++) {
            int plane = channel;
            mean[channel] = sum(
                            from,
                            to,
                            images,
                            (block, row, lanes) -> Moments.add(
                                    source.values, source.at(block, plane, row, 0), source.rowLength(), lanes))
                    / count;
            float centre = (float) mean[channel];
            double leftOver = mean[channel] - centre;
            variance[channel] = sum(
                                    from,
                                    to,
                                    images,
                                    (block, row, lanes) -> Moments.addSquares(
                                            source.values,
                                            source.at(block, plane, row, 0),
                                            source.rowLength(),
                                            centre,
                                            lanes))
                            / count
                    - leftOver * leftOver;
            inverseDeviation[channel] = 1 / Math.sqrt(variance[channel] + epsilon);
            draw(from, to, channel, mean[channel], inverseDeviation[channel]);
        }
    }

    /** Around the running mean, by the running deviation. */
    @Override
    public void infer(int from, int to) {
        for (int channel = 0; channel < source.channels; channel++) {
            draw(from, to, channel, runningMean[channel], 1 / Math.sqrt(runningVariance[channel] + epsilon));
        }
    }

    private void draw(int from, int to, int channel, double middle, double inverse) {
        float centre = (float) middle;
        double slope = scale[channel] * inverse;
        for (int block = from; block < to; block++) {
            for (int row = 0; row < source.height; row++) {
                Moments.line(
                        source.values,
                        source.at(block, channel, row, 0),
                        source.rowLength(),
                        centre,
                        (float) slope,
                        (float) (shift[channel] - (middle - centre) * slope),
                        target.values,
                        target.at(block, channel, row, 0));
            }
        }
    }

    /** With d for the deltas and x̂ for the normalised values: {@code γ/σ · (d − mean d − x̂ · mean(d·x̂))}. */
    @Override
    public void backward(int from, int to, int images) {
        double count = (double) images * source.height * source.width;
        for (int channel = 0; channel < source.channels; channel++) {
            int plane = channel;
            double sum = sum(
                    from,
                    to,
                    images,
                    (block, row, lanes) -> Moments.add(
                            targetDeltas.values, targetDeltas.at(block, plane, row, 0), source.rowLength(), lanes));
            float centre = (float) mean[channel];
            double leftOver = mean[channel] - centre;
            double products = sum(
                            from,
                            to,
                            images,
                            (block, row, lanes) -> Moments.addProducts(
                                    targetDeltas.values,
                                    targetDeltas.at(block, plane, row, 0),
                                    source.values,
                                    source.at(block, plane, row, 0),
                                    source.rowLength(),
                                    centre,
                                    lanes))
                    - leftOver * sum;
            double scaled = products * inverseDeviation[channel];
            scaleGradient[channel] = (float) scaled;
            shiftGradient[channel] = (float) sum;
            double slope = scale[channel] * inverseDeviation[channel];
            double ofValue = -slope * scaled / count * inverseDeviation[channel];
            double constant = -slope * sum / count - ofValue * leftOver;
            spread(from, to, images, channel, new float[] {centre, (float) slope, (float) ofValue, (float) constant});
        }
    }

    private void spread(int from, int to, int images, int channel, float[] numbers) {
        for (int block = from; block < to; block++) {
            float[] weights = weights(block - from, images);
            for (int row = 0; row < source.height; row++) {
                Moments.plane(
                        targetDeltas.values,
                        targetDeltas.at(block, channel, row, 0),
                        source.values,
                        source.at(block, channel, row, 0),
                        source.rowLength(),
                        numbers,
                        weights,
                        sourceDeltas.values,
                        sourceDeltas.at(block, channel, row, 0));
            }
        }
    }

    /** Running statistics stand among the gradients as what is to be taken away from them. */
    @Override
    public void finish(float[] gradients) {
        for (int channel = 0; channel < source.channels; channel++) {
            gradients[place.scale + channel] = scaleGradient[channel];
            gradients[place.shift + channel] = shiftGradient[channel];
            gradients[place.mean + channel] = (float) ((1 - decay) * (runningMean[channel] - mean[channel]));
            gradients[place.variance + channel] =
                    (float) ((1 - decay) * (runningVariance[channel] - variance[channel]));
        }
    }

    /** Adds up one row of a channel, an image a lane. */
    private interface Row {
        void add(int block, int row, float[] lanes);
    }

    private double sum(int from, int to, int images, Row rows) {
        double sum = 0;
        for (int block = from; block < to; block++) {
            float[] lanes = new float[Lanes.BLOCK];
            for (int row = 0; row < source.height; row++) {
                rows.add(block, row, lanes);
            }
            int count = Math.min(Lanes.BLOCK, images - (block - from) * Lanes.BLOCK);
            for (int lane = 0; lane < count; lane++) {
                sum += lanes[lane];
            }
        }
        return sum;
    }

    private static float[] weights(int block, int images) {
        float[] weights = new float[Lanes.BLOCK];
        java.util.Arrays.fill(weights, 0, Math.min(Lanes.BLOCK, images - block * Lanes.BLOCK), 1);
        return weights;
    }
}
