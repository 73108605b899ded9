package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Width;
import org.convscope.tensor.Shape;

/**
 * Network in network as the course gives it: after each convolution two of 1×1, a dense layer for every pixel;
 * one map for each class at the end, and its mean as logit. A non-linearity stands behind these maps as well, so that
 * with ReLU no logit is below 0. 1,992,166 parameters and 762.3 M multiply-adds on 1×224×224. With the dense head, a
 * dense layer on all cells stands in the place of the last block and its means.
 */
public final class Nin implements Architecture {

    private static final double DROPOUT_RATE = 0.5;

    @Override
    public String id() {
        return "nin";
    }

    @Override
    public String title() {
        return "NiN";
    }

    @Override
    public String paper() {
        return "Lin, Chen, Yan: Network In Network (2014); in the form of Dive into Deep Learning, chapter 8.3";
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
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.batchNorm(),
                Choice.dropout(),
                Choice.head().withStandard(Choice.GLOBAL_AVERAGE_HEAD),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        Width width = Choice.width(options);
        // 5×5 is what the paper has for images of 32×32.
        Op.Conv stem =
                Choice.hasSmallStem(options) ? new Op.Conv(width.of(96), 5, 1, 2) : new Op.Conv(width.of(96), 11, 4, 0);
        drawBlock(drawing, "block1", stem);
        drawing.pool("pool1", 3, 2, 0);
        drawBlock(drawing, "block2", new Op.Conv(width.of(256), 5, 1, 2));
        drawing.pool("pool2", 3, 2, 0);
        drawBlock(drawing, "block3", new Op.Conv(width.of(384), 3, 1, 1));
        drawing.pool("pool3", 3, 2, 0).dropout("dropout", DROPOUT_RATE);
        if (Choice.hasDenseHead(options)) {
            return drawing.classified(classes);
        }
        drawBlock(drawing, "block4", new Op.Conv(classes, 3, 1, 1));
        return drawing.averaged("pool4").classified();
    }

    private static void drawBlock(PaperDrawing drawing, String block, Op.Conv first) {
        Op.Conv pixelwise = new Op.Conv(first.outputChannels(), 1, 1, 0);
        drawing.inBlock(block);
        for (int layer = 1; layer <= 3; layer++) {
            drawing.then(block + ".conv" + layer, layer == 1 ? first : pixelwise)
                    .norm(block + ".bn" + layer)
                    .activation(block + ".act" + layer);
        }
        drawing.inBlock("");
    }
}
