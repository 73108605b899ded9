package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.tensor.Shape;

/**
 * AlexNet as the course gives it: five convolutions, pooling windows that overlap, two wide dense layers with dropout;
 * no local response normalisation, and one processor in place of two. 46,764,746 parameters and 938.1 M multiply-adds
 * on 1×224×224.
 */
public final class AlexNet implements Architecture {

    private static final int DENSE_UNITS = 4096;
    private static final double DROPOUT_RATE = 0.5;

    @Override
    public String id() {
        return "alexnet";
    }

    @Override
    public String title() {
        return "AlexNet";
    }

    @Override
    public String paper() {
        return "Krizhevsky, Sutskever, Hinton: ImageNet Classification with Deep Convolutional Neural Networks (2012);"
                + " in the form of Dive into Deep Learning, chapter 8.1";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 224, 224);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.stem(),
                Choice.width(),
                Choice.units(DENSE_UNITS),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.batchNorm(),
                Choice.dropout(),
                Choice.head(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input).inBlock("block1");
        if (Choice.hasSmallStem(options)) {
            drawing.layer("", "1", 96, 5, 1, 2);
        } else {
            drawing.layer("", "1", 96, 11, 4, 1);
        }
        drawing.pool("pool1", 3, 2, 0);
        drawing.inBlock("block2").layer("", "2", 256, 5, 1, 2).pool("pool2", 3, 2, 0);
        drawing.inBlock("block3").layer("", "3", 384, 3, 1, 1);
        drawing.layer("", "4", 384, 3, 1, 1);
        drawing.layer("", "5", 256, 3, 1, 1).pool("pool3", 3, 2, 0);
        if (!Choice.hasDenseHead(options)) {
            return drawing.inBlock("").averaged("pool4").classified(classes);
        }
        Op.Dense dense = new Op.Dense(Choice.units(options));
        drawing.inBlock("head");
        drawing.then("fc1", dense).activation("act6").dropout("dropout1", DROPOUT_RATE);
        drawing.then("fc2", dense).activation("act7").dropout("dropout2", DROPOUT_RATE);
        return drawing.classified(classes);
    }
}
