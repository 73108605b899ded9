package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Size;
import org.convscope.tensor.Shape;

/**
 * The multilayer perceptron as the course gives it: pixels in a row, one hidden layer of 256 units with
 * ReLU, a linear output. 203,530 parameters on 1×28×28. Up to four hidden layers, from 8 to 8192 units each.
 */
public final class Mlp implements Architecture {

    private static final int HIDDEN_UNITS = 256;
    private static final double DROPOUT_RATE = 0.5;

    @Override
    public String id() {
        return "mlp";
    }

    @Override
    public String title() {
        return "MLP";
    }

    @Override
    public String paper() {
        return "Rumelhart, Hinton, Williams: Learning Representations by Back-Propagating Errors (1986);"
                + " in the form of Dive into Deep Learning, chapter 5.2";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 28, 28);
    }

    @Override
    public Size size() {
        return Size.SMALL;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.depth(1, 2, 3, 4),
                Choice.units(HIDDEN_UNITS),
                Choice.activation(Nonlinearity.RELU),
                Choice.batchNorm(),
                Choice.dropout().withStandard("no"),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        for (int layer = 1; layer <= Choice.depth(options); layer++) {
            drawing.then("fc" + layer, new Op.Dense(Choice.units(options)))
                    .norm("bn" + layer)
                    .activation("act" + layer)
                    .dropout("dropout" + layer, DROPOUT_RATE);
        }
        return drawing.classified(classes);
    }
}
