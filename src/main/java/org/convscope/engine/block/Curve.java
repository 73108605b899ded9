package org.convscope.engine.block;

import org.convscope.blueprint.Nonlinearity;
import org.convscope.engine.kernel.Curves;

/** An activation, written over what it reads: its slope is known from its output. */
final class Curve implements Layer {

    private static final float AMPLITUDE = (float) Nonlinearity.AMPLITUDE;
    private static final float SLOPE = (float) Nonlinearity.INNER_SLOPE;

    private final Nonlinearity kind;
    private final Maps outputs;
    private final Maps deltas;

    Curve(Nonlinearity kind, Maps outputs, Maps deltas) {
        this.kind = kind;
        this.outputs = outputs;
        this.deltas = deltas;
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < outputs.channels; channel++) {
                for (int row = 0; row < outputs.height; row++) {
                    bend(outputs.at(block, channel, row, 0));
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < outputs.channels; channel++) {
                for (int row = 0; row < outputs.height; row++) {
                    slope(deltas.at(block, channel, row, 0), outputs.at(block, channel, row, 0));
                }
            }
        }
    }

    private void bend(int at) {
        int length = outputs.rowLength();
        switch (kind) {
            case SIGMOID -> Curves.sigmoid(outputs.values, at, length);
            case TANH -> Curves.tanh(outputs.values, at, length);
            case SCALED_TANH -> Curves.tanh(outputs.values, at, length, AMPLITUDE, SLOPE);
            case RELU -> Curves.rectifier(outputs.values, at, length, 0);
            case LEAKY_RELU -> Curves.rectifier(outputs.values, at, length, (float) Nonlinearity.LEAK);
        }
    }

    private void slope(int delta, int output) {
        int length = outputs.rowLength();
        float[] d = deltas.values;
        float[] a = outputs.values;
        switch (kind) {
            case SIGMOID -> Curves.sigmoidSlope(d, delta, a, output, length);
            case TANH -> Curves.tanhSlope(d, delta, a, output, length);
            case SCALED_TANH -> Curves.tanhSlope(d, delta, a, output, length, AMPLITUDE, SLOPE);
            case RELU -> Curves.rectifierSlope(d, delta, a, output, length, 0);
            case LEAKY_RELU -> Curves.rectifierSlope(d, delta, a, output, length, (float) Nonlinearity.LEAK);
        }
    }
}
