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
 * LeNet as the course gives it: the network of 1998 with sigmoids, plain average pooling and a linear
 * output in place of the Gaussian one. 61,706 parameters and 416,520 multiply-adds on 1×28×28.
 */
public final class LeNet implements Architecture {

    @Override
    public String id() {
        return "lenet";
    }

    @Override
    public String title() {
        return "LeNet";
    }

    @Override
    public String paper() {
        return "LeCun, Bottou, Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition (1998);"
                + " in the form of Dive into Deep Learning, chapter 7.6";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 28, 28);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choice.activation(), Choice.pool(), Choice.batchNorm(), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        Layers layers = new Layers(Blueprint.draw(id(), options, input).beginning(Choice.initialisation(options)));
        layers.conv(6, 5, 2).pool();
        layers.conv(16, 5, 0).pool();
        layers.dense(120).dense(84);
        return layers.drawing
                .then("logits", new Op.Dense(classes))
                .then("softmax", new Op.Softmax())
                .done();
    }

    /** Numbers the nodes as it draws them: conv1 act1 pool1 conv2 act2 pool2 fc1 act3 fc2 act4. */
    private static final class Layers {

        private final Blueprint.Drawing drawing;
        private final Nonlinearity nonlinearity;
        private final Pooling pooling;
        private final boolean batchNorm;
        private int convolutions;
        private int dense;
        private int activations;
        private int pools;

        Layers(Blueprint.Drawing drawing) {
            this.drawing = drawing;
            this.nonlinearity = Choice.activation(drawing.options());
            this.pooling = Choice.pool(drawing.options());
            this.batchNorm = Choice.batchNorm(drawing.options());
        }

        Layers conv(int channels, int kernelSize, int padding) {
            drawing.then("conv" + ++convolutions, new Op.Conv(channels, kernelSize, 1, padding));
            return activated();
        }

        Layers pool() {
            drawing.then("pool" + ++pools, new Op.Pool(pooling, 2, 2, 0));
            return this;
        }

        Layers dense(int units) {
            drawing.then("fc" + ++dense, new Op.Dense(units));
            return activated();
        }

        private Layers activated() {
            activations++;
            if (batchNorm) {
                drawing.then("bn" + activations, PaperDrawing.BATCH_NORM);
            }
            drawing.then("act" + activations, new Op.Activation(nonlinearity));
            return this;
        }
    }
}
