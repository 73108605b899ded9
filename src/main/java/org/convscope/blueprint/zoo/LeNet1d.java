package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Size;
import org.convscope.blueprint.Width;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * LeNet's layers along a series: kernels of 1×5 and pools of 1×2 slide over maps of a single row, with ReLU and maxima.
 * On 1×1×128: 6 maps of 128, 64 behind the pool, 16 of 60 and 30, then dense layers of 120 and 84 units; 69,266
 * parameters.
 */
public final class LeNet1d implements Architecture {

    private static final int KERNEL_SIZE = 5;
    private static final double DROPOUT_RATE = 0.5;

    @Override
    public String id() {
        return "lenet-1d";
    }

    @Override
    public String title() {
        return "LeNet-1D";
    }

    @Override
    public String paper() {
        return "LeCun, Bengio: Convolutional Networks for Images, Speech, and Time Series (1995);"
                + " with the layers of Dive into Deep Learning, chapter 7.6";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 1, 128);
    }

    @Override
    public Size size() {
        return Size.SMALL;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.batchNorm(),
                Choice.dropout().withStandard("no"),
                Choice.head(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        Width width = Choice.width(options);
        Op.Pool pool = new Op.Pool(Choice.pool(options), Window.row(2, 2, 0));
        drawing.layer("", "1", new Op.Conv(width.of(6), Window.row(KERNEL_SIZE, 1, 2)))
                .then("pool1", pool)
                .layer("", "2", new Op.Conv(width.of(16), Window.row(KERNEL_SIZE, 1, 0)))
                .then("pool2", pool);
        if (!Choice.hasDenseHead(options)) {
            return drawing.averaged("pool3").classified(classes);
        }
        drawing.dense("fc1", 120).norm("bn3").activation("act3").dropout("dropout1", DROPOUT_RATE);
        drawing.dense("fc2", 84).norm("bn4").activation("act4").dropout("dropout2", DROPOUT_RATE);
        return drawing.classified(classes);
    }
}
