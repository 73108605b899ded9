package org.convscope.blueprint.zoo;

import java.util.List;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Size;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * LeNet-5 as it was published: subsampling that learns, a table of which maps C3 reads, 1.7159·tanh(⅔·z) behind every
 * layer up to F6, digits in frames of 32×32. The nodes have the paper's names. C1 156, S2 12, C3 1,516, S4 32, C5 48,120
 * and F6 10,164 parameters are 60,000; the paper's output, distances to ten fixed pictures of 7×12 pixels, is a dense
 * layer of 850 here, as there is no such distance among the operations.
 */
public final class LeNet1998 implements Architecture {

    /** Table I: the maps of S2 that each map of C3 reads. */
    private static final Connections TABLE = new Connections(List.of(
            List.of(0, 1, 2),
            List.of(1, 2, 3),
            List.of(2, 3, 4),
            List.of(3, 4, 5),
            List.of(0, 4, 5),
            List.of(0, 1, 5),
            List.of(0, 1, 2, 3),
            List.of(1, 2, 3, 4),
            List.of(2, 3, 4, 5),
            List.of(0, 3, 4, 5),
            List.of(0, 1, 4, 5),
            List.of(0, 1, 2, 5),
            List.of(0, 1, 3, 4),
            List.of(1, 2, 4, 5),
            List.of(0, 2, 3, 5),
            List.of(0, 1, 2, 3, 4, 5)));

    private static final Window KERNEL = new Window(5, 1, 0);

    @Override
    public String id() {
        return "lenet-1998";
    }

    @Override
    public String title() {
        return "LeNet-5 of 1998";
    }

    @Override
    public String paper() {
        return "LeCun, Bottou, Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition (1998),"
                + " section II-B";
    }

    @Override
    public Shape standardInput() {
        return Shape.of(1, 32, 32);
    }

    @Override
    public Size size() {
        return Size.SMALL;
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choice.connections(), Choice.activation(Nonlinearity.SCALED_TANH), Choice.initialisation());
    }

    @Override
    public Blueprint draw(Shape input, int classes, Options options) {
        Connections connections = Choice.hasPapersConnections(options) ? TABLE : Connections.ALL;
        return new PaperDrawing(id(), options, input)
                .then("c1", new Op.Conv(6, KERNEL))
                .activation("act1")
                .then("s2", new Op.Subsample(2, 2, 0))
                .activation("act2")
                .then("c3", new Op.Conv(16, KERNEL, connections))
                .activation("act3")
                .then("s4", new Op.Subsample(2, 2, 0))
                .activation("act4")
                .then("c5", new Op.Conv(120, KERNEL))
                .activation("act5")
                .then("f6", new Op.Dense(84))
                .activation("act6")
                .classified(classes);
    }
}
