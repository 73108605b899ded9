package org.convscope.blueprint.zoo;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Width;
import org.convscope.tensor.Shape;

/** Draws layers in the chosen width and with the chosen non-linearity, so that a paper's numbers stand as printed. */
final class PaperDrawing {

    /** Added to a variance, and the share of running statistics that a step keeps, as in PyTorch. */
    static final Op.BatchNorm BATCH_NORM = new Op.BatchNorm(1e-5, 0.9);

    private final Blueprint.Drawing drawing;
    private final Width width;
    private final Nonlinearity nonlinearity;
    private String last;

    PaperDrawing(String network, Options options, Shape input) {
        this.drawing = Blueprint.draw(network, options, input).beginning(Choice.initialisation(options));
        this.width = Choice.width(options);
        this.nonlinearity = Choice.activation(options);
        this.last = "input";
    }

    /** Id of the node that the next one reads. */
    String last() {
        return last;
    }

    /** The next node reads this one, not the one drawn before. */
    PaperDrawing from(String node) {
        last = node;
        return this;
    }

    /** Nodes drawn from now on belong to this block; empty for none. */
    PaperDrawing inBlock(String name) {
        drawing.inBlock(name);
        return this;
    }

    /** A node that reads the last one. */
    PaperDrawing then(String id, Op op) {
        return join(id, op, last);
    }

    /** A node that reads the named ones. */
    PaperDrawing join(String id, Op op, String... inputs) {
        drawing.join(id, op, inputs);
        last = id;
        return this;
    }

    /** A convolution of so many channels at full width. */
    PaperDrawing conv(String id, int channels, int kernelSize, int stride, int padding) {
        return then(id, new Op.Conv(width.of(channels), kernelSize, stride, padding));
    }

    /** A dense layer of so many units at full width. */
    PaperDrawing dense(String id, int units) {
        return then(id, new Op.Dense(width.of(units)));
    }

    /** The chosen non-linearity. */
    PaperDrawing activation(String id) {
        return then(id, new Op.Activation(nonlinearity));
    }

    /** Maxima of square windows. */
    PaperDrawing maxPool(String id, int kernelSize, int stride, int padding) {
        return then(id, new Op.Pool(Pooling.MAX, kernelSize, stride, padding));
    }

    /** The finished drawing: probabilities of what was drawn last. */
    Blueprint classified() {
        drawing.inBlock("");
        return then("softmax", new Op.Softmax()).drawing.done();
    }

    /** The finished drawing: a dense layer for {@code classes}, and their probabilities. */
    Blueprint classified(int classes) {
        drawing.inBlock("");
        return then("logits", new Op.Dense(classes)).classified();
    }
}
