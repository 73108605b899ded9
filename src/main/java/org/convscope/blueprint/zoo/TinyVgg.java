package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Size;
import org.convscope.tensor.Shape;

/**
 * The network of CNN Explainer: two blocks of two 3×3 convolutions without padding and a max pool, ten channels
 * throughout, and no dense layer but the last. 19,920 parameters on 3×64×64 with ten classes.
 */
public final class TinyVgg implements Architecture {

    private static final int CHANNELS = 10;

    @Override
    public String id() {
        return "tiny-vgg";
    }

    @Override
    public String title() {
        return "Tiny VGG";
    }

    @Override
    public String paper() {
        return "Wang, Turko, Shaikh, Park, Das, Hohman, Kahng, Chau:"
                + " CNN Explainer: Learning Convolutional Neural Networks with Interactive Visualization (2020)";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(3, 64, 64);
    }

    @Override
    public Size size() {
        return Size.SMALL;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.width(),
                Choice.activation(Nonlinearity.RELU),
                Choice.pool(Pooling.MAX),
                Choice.batchNorm(),
                Choice.head(),
                Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        PaperDrawing drawing = new PaperDrawing(id(), options, input);
        for (String block : List.of("block1", "block2")) {
            drawing.inBlock(block)
                    .layer(block + ".", "1", CHANNELS, 3, 1, 0)
                    .layer(block + ".", "2", CHANNELS, 3, 1, 0)
                    .pool(block + ".pool", 2, 2, 0);
        }
        return drawing.inBlock("").averaged("pool3").classified(classes);
    }
}
