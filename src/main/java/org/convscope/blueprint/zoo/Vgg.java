package org.convscope.blueprint.zoo;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.tensor.Shape;

/**
 * VGG as the course gives it: five blocks of 3×3 convolutions with a max pool each, then three dense layers.
 * With 11 layers 128,806,154 parameters and 7.547 G multiply-adds on 1×224×224; images of 32×32 are the smallest.
 * With a quarter of the channels, the course's small VGG, 43,093,322 parameters are left, nearly all in the dense layers.
 * Batch norm stands behind convolutions alone, as in PyTorch's VGGs with batch norm.
 */
public final class Vgg implements Architecture {

    private static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);
    private static final int DENSE_UNITS = 4096;
    private static final double DROPOUT_RATE = 0.5;

    /** Convolutions of each block by the number of layers that learn: table 1 of the paper, columns A, B, D, E. */
    private static final Map<Integer, List<Integer>> CONVOLUTIONS = Map.of(
            11, List.of(1, 1, 2, 2, 2),
            13, List.of(2, 2, 2, 2, 2),
            16, List.of(2, 2, 3, 3, 3),
            19, List.of(2, 2, 4, 4, 4));

    private final int depth;

    /** The one with so many layers that learn: 11, 13, 16 or 19. */
    public Vgg(int depth) {
        if (!CONVOLUTIONS.containsKey(depth)) {
            throw new IllegalArgumentException("No VGG has " + depth + " layers");
        }
        this.depth = depth;
    }

    @Override
    public String id() {
        return "vgg" + depth;
    }

    @Override
    public String title() {
        return "VGG-" + depth;
    }

    @Override
    public String paper() {
        return "Simonyan, Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition (2015);"
                + " in the form of Dive into Deep Learning, chapter 8.2";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 224, 224);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
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
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        List<Integer> convolutions = CONVOLUTIONS.get(depth);
        for (int i = 0; i < CHANNELS.size(); i++) {
            drawBlock(drawing, "block" + (i + 1), convolutions.get(i), CHANNELS.get(i));
        }
        if (!Choice.hasDenseHead(options)) {
            return drawing.inBlock("").averaged("pool6").classified(classes);
        }
        drawing.inBlock("head");
        for (int layer = 1; layer <= 2; layer++) {
            drawing.then("fc" + layer, new Op.Dense(Choice.units(options)))
                    .activation("act" + layer)
                    .dropout("dropout" + layer, DROPOUT_RATE);
        }
        return drawing.classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String block, int convolutions, int channels) {
        drawing.inBlock(block);
        for (int layer = 1; layer <= convolutions; layer++) {
            drawing.layer(block + ".", String.valueOf(layer), channels, 3, 1, 1);
        }
        drawing.pool(block + ".pool", 2, 2, 0);
    }
}
