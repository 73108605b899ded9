package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Options;
import org.convscope.tensor.Shape;

/**
 * The multilayer perceptron as the course gives it: pixels in a row, one hidden layer of 256 units with
 * ReLU, a linear output. 203,530 parameters on 1×28×28.
 */
public final class Mlp implements Architecture {

    private static final int HIDDEN_UNITS = 256;

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
    public List<Choice> choices() {
        return List.of(
                Choice.depth(1, 2, 3), Choice.width(), Choice.activation(Nonlinearity.RELU), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        for (int layer = 1; layer <= Choice.depth(options); layer++) {
            drawing.dense("fc" + layer, HIDDEN_UNITS).activation("act" + layer);
        }
        return drawing.classified(classes);
    }
}
