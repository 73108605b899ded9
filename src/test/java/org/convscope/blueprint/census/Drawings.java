package org.convscope.blueprint.census;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;

/** Networks for tests, drawn apart from the zoo: the course's AlexNet, and two blocks with and without a shortcut. */
final class Drawings {

    private Drawings() {}

    static Census lenet(Map<String, String> options) {
        return Census.of(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options));
    }

    /** The course's table, row by row, on 1×224×224. */
    static Blueprint alexNet() {
        Blueprint.Drawing drawing = Blueprint.draw("alexnet", none(), Shape.of(1, 224, 224));
        layer(drawing, 1, new Op.Conv(96, 11, 4, 1), true);
        layer(drawing, 2, new Op.Conv(256, 5, 1, 2), true);
        layer(drawing, 3, new Op.Conv(384, 3, 1, 1), false);
        layer(drawing, 4, new Op.Conv(384, 3, 1, 1), false);
        layer(drawing, 5, new Op.Conv(256, 3, 1, 1), true);
        for (int i = 1; i <= 2; i++) {
            drawing.then("fc" + i, new Op.Dense(4096))
                    .then("act" + (5 + i), new Op.Activation(Nonlinearity.RELU))
                    .then("drop" + i, new Op.Dropout(0.5));
        }
        return drawing.then("logits", new Op.Dense(10))
                .then("softmax", new Op.Softmax())
                .done();
    }

    /** Two 3×3 convolutions, with a shortcut around them or without. */
    static Census block(boolean isResidual) {
        Blueprint.Drawing drawing = Blueprint.draw("block", none(), Shape.of(8, 12, 12))
                .inBlock("block2a")
                .then("block2a.conv1", new Op.Conv(8, 3, 1, 1))
                .then("block2a.act1", new Op.Activation(Nonlinearity.RELU))
                .then("block2a.conv2", new Op.Conv(8, 3, 1, 1));
        if (isResidual) {
            drawing.join("block2a.add", new Op.Add(), "block2a.conv2", "input");
        }
        return Census.of(drawing.then("block2a.act2", new Op.Activation(Nonlinearity.RELU))
                .inBlock("")
                .then("pool", new Op.GlobalPool())
                .then("logits", new Op.Dense(10))
                .then("softmax", new Op.Softmax())
                .done());
    }

    private static void layer(Blueprint.Drawing drawing, int i, Op.Conv conv, boolean isPooled) {
        drawing.then("conv" + i, conv).then("act" + i, new Op.Activation(Nonlinearity.RELU));
        if (isPooled) {
            drawing.then("pool" + i, new Op.Pool(Pooling.MAX, 3, 2, 0));
        }
    }

    private static Options none() {
        return Options.of(List.of(), Map.of());
    }
}
