package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Width;
import org.convscope.tensor.Shape;

/**
 * Network in network as the course gives it: after each convolution two of 1×1, a dense layer for every pixel;
 * one map for each class at the end, and its mean as logit. A non-linearity stands behind these maps as well, so that
 * with ReLU no logit is below 0. 1,992,166 parameters and 762.3 M multiply-adds on 1×224×224.
 */
public final class Nin implements Architecture {

    private static final double DROPOUT_RATE = 0.5;

    /** The first convolution: 11×11 in strides of 4 for large images, or 5×5 as the paper has it for 32×32. */
    private static final Choice STEM = new Choice("stem", List.of("paper", "small"));

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
                STEM, Choice.width(), Choice.activation(Nonlinearity.RELU), Choice.dropout(), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        Width width = Choice.width(options);
        boolean isSmall = options.get(STEM.key()).equals("small");
        Op.Conv stem = isSmall ? new Op.Conv(width.of(96), 5, 1, 2) : new Op.Conv(width.of(96), 11, 4, 0);
        drawBlock(drawing, "block1", stem);
        drawing.maxPool("pool1", 3, 2, 0);
        drawBlock(drawing, "block2", new Op.Conv(width.of(256), 5, 1, 2));
        drawing.maxPool("pool2", 3, 2, 0);
        drawBlock(drawing, "block3", new Op.Conv(width.of(384), 3, 1, 1));
        drawing.maxPool("pool3", 3, 2, 0);
        if (Choice.dropout(options)) {
            drawing.then("dropout", new Op.Dropout(DROPOUT_RATE));
        }
        drawBlock(drawing, "block4", new Op.Conv(classes, 3, 1, 1));
        return drawing.then("pool4", new Op.GlobalPool()).classified();
    }

    private static void drawBlock(PaperDrawing drawing, String block, Op.Conv first) {
        Op.Conv pixelwise = new Op.Conv(first.outputChannels(), 1, 1, 0);
        drawing.inBlock(block).then(block + ".conv1", first).activation(block + ".act1");
        drawing.then(block + ".conv2", pixelwise).activation(block + ".act2");
        drawing.then(block + ".conv3", pixelwise).activation(block + ".act3");
        drawing.inBlock("");
    }
}
