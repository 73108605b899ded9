package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.tensor.Shape;

/**
 * GoogLeNet as the course gives it: nine inception blocks, each of four branches put together along the channels; no
 * auxiliary outputs, no local response normalisation, no dropout. 5,977,530 parameters and 276 M multiply-adds on
 * 1×96×96.
 */
public final class GoogLeNet implements Architecture {

    /** The paper drops 40 % before its classifier; the course drops nothing. */
    private static final double DROPOUT_RATE = 0.4;

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
        return List.of(
                Choice.stem(),
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.batchNorm(),
                Choice.dropout().withStandard("no"),
                Choice.head().withStandard(Choice.GLOBAL_AVERAGE_HEAD),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input).inBlock("stem");
        if (Choice.hasSmallStem(options)) {
            drawing.layer("", "1", 64, 3, 1, 1);
        } else {
            drawing.layer("", "1", 64, 7, 2, 3);
        }
        drawing.pool("pool1", 3, 2, 1);
        drawing.layer("", "2", 64, 1, 1, 0);
        drawing.layer("", "3", 192, 3, 1, 1).pool("pool2", 3, 2, 1);
        drawBlock(drawing, "inception3a", new Inception(64, 96, 128, 16, 32, 32));
        drawBlock(drawing, "inception3b", new Inception(128, 128, 192, 32, 96, 64));
        drawing.pool("pool3", 3, 2, 1);
        drawBlock(drawing, "inception4a", new Inception(192, 96, 208, 16, 48, 64));
        drawBlock(drawing, "inception4b", new Inception(160, 112, 224, 24, 64, 64));
        drawBlock(drawing, "inception4c", new Inception(128, 128, 256, 24, 64, 64));
        drawBlock(drawing, "inception4d", new Inception(112, 144, 288, 32, 64, 64));
        drawBlock(drawing, "inception4e", new Inception(256, 160, 320, 32, 128, 128));
        drawing.pool("pool4", 3, 2, 1);
        drawBlock(drawing, "inception5a", new Inception(256, 160, 320, 32, 128, 128));
        drawBlock(drawing, "inception5b", new Inception(384, 192, 384, 48, 128, 128));
        return drawing.averaged("pool5").dropout("dropout", DROPOUT_RATE).classified(classes);
    }

    private static void drawBlock(PaperDrawing drawing, String name, Inception channels) {
        String source = drawing.last();
        String block = name + ".";
        drawing.inBlock(name).layer(block, "1", channels.direct, 1, 1, 0);
        drawing.from(source).layer(block, "2a", channels.reduce3, 1, 1, 0);
        drawing.layer(block, "2b", channels.wide3, 3, 1, 1);
        drawing.from(source).layer(block, "3a", channels.reduce5, 1, 1, 0);
        drawing.layer(block, "3b", channels.wide5, 5, 1, 2);
        drawing.from(source).pool(block + "pool", 3, 1, 1).layer(block, "4", channels.pooled, 1, 1, 0);
        drawing.join(
                block + "concat", new Op.Concat(), block + "act1", block + "act2b", block + "act3b", block + "act4");
        drawing.inBlock("");
    }
}
