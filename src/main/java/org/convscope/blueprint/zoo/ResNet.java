package org.convscope.blueprint.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Size;
import org.convscope.tensor.Shape;

/**
 * ResNet as the course gives it: each block adds what it read to what it computed. All convolutions have biases, and
 * the 1×1 convolution of a shortcut has no batch norm. With 18 layers 11,178,378 parameters and 318.7 M multiply-adds
 * on 1×96×96; with 50 layers, for 1000 classes of colour images, 25,575,912 parameters, where PyTorch's, without biases
 * and with a batch norm on each shortcut, has 25,557,032. As in the paper the first convolution of a bottleneck moves
 * in strides of 2; PyTorch's second one does.
 *
 * <p>The one with 20 layers is the paper's for images of 32×32 (section 4.2): 6·3 + 2 layers, 16, 32 and 64 channels, a
 * first convolution of 3×3 and no pool behind it. Where maps shrink the paper pads a shortcut with zeros; here it has
 * its 1×1 convolution, as in the larger ones.
 */
public final class ResNet implements Architecture {

    private static final int FOR_SMALL_IMAGES = 20;
    private static final int FIRST_WITH_BOTTLENECKS = 50;
    /** How many times wider a bottleneck's output is than its middle. */
    private static final int EXPANSION = 4;

    /** Blocks of each stage by the number of layers that learn: table 1 of the paper, and its section 4.2. */
    private static final Map<Integer, List<Integer>> BLOCKS = Map.of(
            18,
            List.of(2, 2, 2, 2),
            FOR_SMALL_IMAGES,
            List.of(3, 3, 3),
            34,
            List.of(3, 4, 6, 3),
            FIRST_WITH_BOTTLENECKS,
            List.of(3, 4, 6, 3));

    private final int depth;

    /** The one with so many layers that learn: 18, 34 or 50, or 20 for small images. */
    public ResNet(int depth) {
        if (!BLOCKS.containsKey(depth)) {
            throw new IllegalArgumentException("No ResNet has " + depth + " layers");
        }
        this.depth = depth;
    }

    @Override
    public String id() {
        return "resnet" + depth;
    }

    @Override
    public String title() {
        return "ResNet-" + depth;
    }

    @Override
    public String paper() {
        return "He, Zhang, Ren, Sun: Deep Residual Learning for Image Recognition (2016);"
                + " in the form of Dive into Deep Learning, chapter 8.6";
    }

    @Override
    public Shape standardInput() {
        return isForSmallImages() ? Shape.of(3, 32, 32) : Shape.of(1, 96, 96);
    }

    @Override
    public Size size() {
        return isForSmallImages() ? Size.SMALL : Size.BOOK;
    }

    @Override
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(List.of(
                Choice.stem().withStandard(isForSmallImages() ? "small" : "paper"),
                Choice.shortcut(),
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.batchNorm().withStandard("yes"),
                Choice.head().withStandard(Choice.GLOBAL_AVERAGE_HEAD),
                Choice.initialisation()));
        if (!isForSmallImages()) {
            choices.add(choices.size() - 1, Choice.pool(Pooling.MAX));
        }
        return choices;
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input).inBlock("stem");
        int channels = isForSmallImages() ? 16 : 64;
        if (Choice.hasSmallStem(options)) {
            drawing.layer("", "1", channels, 3, 1, 1);
        } else {
            drawing.layer("", "1", channels, 7, 2, 3);
        }
        if (!isForSmallImages()) {
            drawing.pool("pool1", 3, 2, 1);
        }
        List<Integer> blocks = BLOCKS.get(depth);
        for (int stage = 0; stage < blocks.size(); stage++) {
            for (int i = 0; i < blocks.get(stage); i++) {
                // As the paper counts: the stem is stage 1.
                String block = "block" + (stage + 2) + (char) ('a' + i);
                boolean isHalved = stage > 0 && i == 0;
                drawBlock(drawing, block, channels << stage, isHalved ? 2 : 1, i == 0, options);
            }
        }
        return drawing.averaged("pool5").classified(classes);
    }

    private boolean isForSmallImages() {
        return depth == FOR_SMALL_IMAGES;
    }

    private void drawBlock(
            PaperDrawing drawing, String name, int channels, int stride, boolean isFirst, Options options) {
        String source = drawing.last();
        String block = name + ".";
        drawing.inBlock(name);
        boolean isBottleneck = depth >= FIRST_WITH_BOTTLENECKS;
        int wide = isBottleneck ? EXPANSION * channels : channels;
        if (isBottleneck) {
            drawing.layer(block, "1", channels, 1, stride, 0)
                    .layer(block, "2", channels, 3, 1, 1)
                    .conv(block + "conv3", wide, 1, 1, 0)
                    .norm(block + "bn3");
        } else {
            drawing.layer(block, "1", channels, 3, stride, 1)
                    .conv(block + "conv2", wide, 3, 1, 1)
                    .norm(block + "bn2");
        }
        if (options.is("shortcut", "yes")) {
            String computed = drawing.last();
            // Maps of another size or number cannot be added to; a first bottleneck makes four times as many.
            if (isFirst && (stride > 1 || isBottleneck)) {
                drawing.from(source).conv(block + "shortcut", wide, 1, stride, 0);
            } else {
                drawing.from(source);
            }
            drawing.join(block + "add", new Op.Add(), computed, drawing.last());
        }
        drawing.activation(block + (isBottleneck ? "act3" : "act2")).inBlock("");
    }
}
