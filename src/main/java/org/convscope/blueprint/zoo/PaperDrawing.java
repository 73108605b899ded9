package org.convscope.blueprint.zoo;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Width;
import org.convscope.tensor.Shape;

/**
 * Draws layers as they were chosen: in the chosen width, so that a paper's numbers stand as printed, and with the
 * chosen non-linearity, pooling, batch norm and dropout where the architecture has such a choice.
 */
final class PaperDrawing {

    /** Added to a variance, and the share of running statistics that a step keeps, as in PyTorch. */
    private static final Op.BatchNorm BATCH_NORM = new Op.BatchNorm(1e-5, 0.9);

    private final Blueprint.Drawing drawing;
    private final Options options;
    private final Width width;
    private final Nonlinearity nonlinearity;
    private String last;

    PaperDrawing(String network, Options options, Shape input) {
        this.drawing = Blueprint.draw(network, options, input).beginning(Choice.initialisation(options));
        this.options = options;
        this.width = options.asMap().containsKey(Choice.width().key()) ? Choice.width(options) : Width.FULL;
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

    /**
     * A convolution with what follows it: {@code conv}, {@code bn} if batch norm was chosen, and {@code act}, all with
     * the {@code number} behind and the {@code prefix} before.
     */
    PaperDrawing layer(String prefix, String number, int channels, int kernelSize, int stride, int padding) {
        return layer(prefix, number, new Op.Conv(width.of(channels), kernelSize, stride, padding));
    }

    /** The same with a convolution of as many channels as it says. */
    PaperDrawing layer(String prefix, String number, Op.Conv conv) {
        return then(prefix + "conv" + number, conv).norm(prefix + "bn" + number).activation(prefix + "act" + number);
    }

    /** A dense layer of so many units at full width. */
    PaperDrawing dense(String id, int units) {
        return then(id, new Op.Dense(width.of(units)));
    }

    /** A batch norm, if it was chosen. */
    PaperDrawing norm(String id) {
        return options.is("batch-norm", "yes") ? then(id, BATCH_NORM) : this;
    }

    /** Local response normalisation with the numbers of 2012, if it was chosen. */
    PaperDrawing lrn(String id) {
        return options.is("lrn", "yes") ? then(id, Op.Lrn.PAPER) : this;
    }

    /** The chosen non-linearity. */
    PaperDrawing activation(String id) {
        return then(id, new Op.Activation(nonlinearity));
    }

    /** The chosen pooling of square windows. */
    PaperDrawing pool(String id, int kernelSize, int stride, int padding) {
        return then(id, new Op.Pool(Choice.pool(options), kernelSize, stride, padding));
    }

    /** Maxima of square windows, whatever was chosen. */
    PaperDrawing maxPool(String id, int kernelSize, int stride, int padding) {
        return then(id, new Op.Pool(Pooling.MAX, kernelSize, stride, padding));
    }

    /** A dropout, if it was chosen. */
    PaperDrawing dropout(String id, double rate) {
        return options.is("dropout", "yes") ? then(id, new Op.Dropout(rate)) : this;
    }

    /** The mean of each map, unless the classes are to read all cells. */
    PaperDrawing averaged(String id) {
        return Choice.hasDenseHead(options) ? this : then(id, new Op.GlobalPool());
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
