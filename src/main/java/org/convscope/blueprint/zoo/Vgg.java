package org.convscope.blueprint.zoo;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.tensor.Shape;

/**
 * VGG as the course gives it: five blocks of 3×3 convolutions with a max pool each, then three dense layers.
 * With 11 layers 128,806,154 parameters and 7.547 G multiply-adds on 1×224×224; images of 32×32 are the smallest.
 */
public final class Vgg implements Architecture {

    private static final int[] CHANNELS = {64, 128, 256, 512, 512};
    private static final int DENSE_UNITS = 4096;
    private static final double DROPOUT_RATE = 0.5;

    /** Convolutions of each block by the number of layers that learn: table 1 of the paper, columns A, B, D, E. */
    private static final Map<Integer, List<Integer>> CONVOLUTIONS = Map.of(
            11, List.of(1, 1, 2, 2, 2),
            13, List.of(2, 2, 2, 2, 2),
            16, List.of(2, 2, 3, 3, 3),
            19, List.of(2, 2, 4, 4, 4));

    @Override
    public String id() {
        return "vgg";
    }

    @Override
    public String title() {
        return "VGG";
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
                Choice.depth(11, 13, 16, 19),
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.dropout(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        List<Integer> convolutions = CONVOLUTIONS.get(Choice.depth(options));
        for (int i = 0; i < CHANNELS.length; i++) {
            drawBlock(drawing, "block" + (i + 1), convolutions.get(i), CHANNELS[i]);
        }
        drawing.inBlock("");
        for (int layer = 1; layer <= 2; layer++) {
            drawing.dense("fc" + layer, DENSE_UNITS).activation("act" + layer);
            if (Choice.dropout(options)) {
                drawing.then("dropout" + layer, new Op.Dropout(DROPOUT_RATE));
            }
        }
        return drawing.classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String block, int convolutions, int channels) {
        drawing.inBlock(block);
        for (int layer = 1; layer <= convolutions; layer++) {
            drawing.conv(block + ".conv" + layer, channels, 3, 1, 1).activation(block + ".act" + layer);
        }
        drawing.maxPool(block + ".pool", 2, 2, 0);
    }
}
