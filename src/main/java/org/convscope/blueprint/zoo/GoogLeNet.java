package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.tensor.Shape;

/**
 * GoogLeNet as the course gives it: nine inception blocks, each of four branches put together along the channels; no
 * auxiliary outputs, no local response normalisation, no dropout. 5,977,530 parameters and 276 M multiply-adds on
 * 1×96×96.
 */
public final class GoogLeNet implements Architecture {

    /**
     * Channels of an inception block's six convolutions.
     *
     * @param direct of the 1×1 alone
     * @param reduce3 of the 1×1 before the 3×3
     * @param wide3 of the 3×3
     * @param reduce5 of the 1×1 before the 5×5
     * @param wide5 of the 5×5
     * @param pooled of the 1×1 behind the max pool
     */
    private record Inception(int direct, int reduce3, int wide3, int reduce5, int wide5, int pooled) {}

    @Override
    public String id() {
        return "googlenet";
    }

    @Override
    public String title() {
        return "GoogLeNet";
    }

    @Override
    public String paper() {
        return "Szegedy and others: Going Deeper with Convolutions (2015); in the form of Dive into Deep Learning, chapter 8.4";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 96, 96);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choice.width(), Choice.activation(Nonlinearity.RELU), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        drawing.conv("conv1", 64, 7, 2, 3).activation("act1").maxPool("pool1", 3, 2, 1);
        drawing.conv("conv2", 64, 1, 1, 0).activation("act2");
        drawing.conv("conv3", 192, 3, 1, 1).activation("act3").maxPool("pool2", 3, 2, 1);
        drawBlock(drawing, "inception3a", new Inception(64, 96, 128, 16, 32, 32));
        drawBlock(drawing, "inception3b", new Inception(128, 128, 192, 32, 96, 64));
        drawing.maxPool("pool3", 3, 2, 1);
        drawBlock(drawing, "inception4a", new Inception(192, 96, 208, 16, 48, 64));
        drawBlock(drawing, "inception4b", new Inception(160, 112, 224, 24, 64, 64));
        drawBlock(drawing, "inception4c", new Inception(128, 128, 256, 24, 64, 64));
        drawBlock(drawing, "inception4d", new Inception(112, 144, 288, 32, 64, 64));
        drawBlock(drawing, "inception4e", new Inception(256, 160, 320, 32, 128, 128));
        drawing.maxPool("pool4", 3, 2, 1);
        drawBlock(drawing, "inception5a", new Inception(256, 160, 320, 32, 128, 128));
        drawBlock(drawing, "inception5b", new Inception(384, 192, 384, 48, 128, 128));
        return drawing.then("pool5", new Op.GlobalPool()).classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String block, Inception channels) {
        String source = drawing.last();
        drawing.inBlock(block);
        drawing.conv(block + ".conv1", channels.direct, 1, 1, 0).activation(block + ".act1");
        drawing.from(source).conv(block + ".conv2a", channels.reduce3, 1, 1, 0).activation(block + ".act2a");
        drawing.conv(block + ".conv2b", channels.wide3, 3, 1, 1).activation(block + ".act2b");
        drawing.from(source).conv(block + ".conv3a", channels.reduce5, 1, 1, 0).activation(block + ".act3a");
        drawing.conv(block + ".conv3b", channels.wide5, 5, 1, 2).activation(block + ".act3b");
        drawing.from(source).maxPool(block + ".pool", 3, 1, 1);
        drawing.conv(block + ".conv4", channels.pooled, 1, 1, 0).activation(block + ".act4");
        drawing.join(
                block + ".concat",
                new Op.Concat(),
                block + ".act1",
                block + ".act2b",
                block + ".act3b",
                block + ".act4");
        drawing.inBlock("");
    }
}
