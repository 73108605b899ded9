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
 * ResNet as the course gives it: each block adds what it read to what it computed. All convolutions have biases, and
 * the 1×1 convolution of a shortcut has no batch norm. With 18 layers 11,178,378 parameters and 318.7 M multiply-adds
 * on 1×96×96.
 */
public final class ResNet implements Architecture {

    private static final int[] CHANNELS = {64, 128, 256, 512};

    /** Blocks of each stage by the number of layers that learn: table 1 of the paper. */
    private static final Map<Integer, List<Integer>> BLOCKS = Map.of(
            18, List.of(2, 2, 2, 2),
            34, List.of(3, 4, 6, 3));

    @Override
    public String id() {
        return "resnet";
    }

    @Override
    public String title() {
        return "ResNet";
    }

    @Override
    public String paper() {
        return "He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2016);"
                + " in the form of Dive into Deep Learning, chapter 8.6";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 96, 96);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.depth(18, 34), Choice.width(), Choice.activation(Nonlinearity.RELU), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        drawing.conv("conv1", 64, 7, 2, 3)
                .then("bn1", PaperDrawing.BATCH_NORM)
                .activation("act1")
                .maxPool("pool1", 3, 2, 1);
        List<Integer> blocks = BLOCKS.get(Choice.depth(options));
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            for (int i = 0; i < blocks.get(stage); i++) {
                // As the paper counts: the stem is stage 1.
                String block = "block" + (stage + 2) + (char) ('a' + i);
                boolean isHalved = stage > 0 && i == 0;
                drawBlock(drawing, block, CHANNELS[stage], isHalved);
            }
        }
        return drawing.then("pool5", new Op.GlobalPool()).classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String block, int channels, boolean isHalved) {
        int stride = isHalved ? 2 : 1;
        String source = drawing.last();
        drawing.inBlock(block);
        drawing.conv(block + ".conv1", channels, 3, stride, 1)
                .then(block + ".bn1", PaperDrawing.BATCH_NORM)
                .activation(block + ".act1")
                .conv(block + ".conv2", channels, 3, 1, 1)
                .then(block + ".bn2", PaperDrawing.BATCH_NORM);
        String shortcut = isHalved
                ? drawing.from(source)
                        .conv(block + ".shortcut", channels, 1, stride, 0)
                        .last()
                : source;
        drawing.join(block + ".add", new Op.Add(), block + ".bn2", shortcut).activation(block + ".act2");
        drawing.inBlock("");
    }
}
