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
 * DenseNet as the course gives it: each convolution's maps are put behind all maps before them, 32 at a time; between
 * its four blocks a 1×1 convolution and an average pool halve the maps in number and size. Batch norm and activation
 * stand before a convolution here. 758,226 parameters and 129 M multiply-adds on 1×96×96.
 */
public final class DenseNet implements Architecture {

    private static final int STEM_CHANNELS = 64;
    private static final int GROWTH = 32;
    private static final int BLOCKS = 4;
    private static final int CONVOLUTIONS_OF_A_BLOCK = 4;

    @Override
    public String id() {
        return "densenet";
    }

    @Override
    public String title() {
        return "DenseNet";
    }

    @Override
    public String paper() {
        return "Huang, Liu, van der Maaten, Weinberger: Densely Connected Convolutional Networks (2017);"
                + " in the form of Dive into Deep Learning, chapter 8.7";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 96, 96);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.stem(),
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.AVERAGE),
                Choice.batchNorm().withStandard("yes"),
                Choice.head().withStandard(Choice.GLOBAL_AVERAGE_HEAD),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input).inBlock("stem");
        if (Choice.hasSmallStem(options)) {
            drawing.layer("", "1", STEM_CHANNELS, 3, 1, 1);
        } else {
            drawing.layer("", "1", STEM_CHANNELS, 7, 2, 3);
        }
        // The choice is about the transitions, as the course's exercise is.
        drawing.maxPool("pool1", 3, 2, 1);
        Width width = Choice.width(options);
        int channels = width.of(STEM_CHANNELS);
        for (int number = 1; number <= BLOCKS; number++) {
            drawBlock(drawing, "block" + number);
            channels += CONVOLUTIONS_OF_A_BLOCK * width.of(GROWTH);
            if (number < BLOCKS) {
                channels /= 2;
                drawTransition(drawing, "transition" + number, channels);
            }
        }
        return drawing.norm("bn2").activation("act2").averaged("pool2").classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String block) {
        drawing.inBlock(block);
        for (int layer = 1; layer <= CONVOLUTIONS_OF_A_BLOCK; layer++) {
            String all = drawing.last();
            drawing.norm(block + ".bn" + layer)
                    .activation(block + ".act" + layer)
                    .conv(block + ".conv" + layer, GROWTH, 3, 1, 1);
            drawing.join(block + ".concat" + layer, new Op.Concat(), all, drawing.last());
        }
        drawing.inBlock("");
    }

    private static void drawTransition(PaperDrawing drawing, String block, int channels) {
        drawing.inBlock(block)
                .norm(block + ".bn")
                .activation(block + ".act")
                .then(block + ".conv", new Op.Conv(channels, 1, 1, 0))
                .pool(block + ".pool", 2, 2, 0)
                .inBlock("");
    }
}
