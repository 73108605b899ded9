package org.convscope.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.blueprint.Window;
import org.convscope.frame.Numbers;
import org.convscope.tensor.Shape;
import org.convscope.ui.kit.Texts;

/** What the selected map is called, and what it is, in the reader's language. */
final class Headline {

    private Headline() {}

    /** {@code conv2 · map 7 of 16}; for logits and softmax with the name of the class. */
    static String title(Place place, List<String> classes) {
        String which = place.isOfClasses() ? "class" : place.isMap() ? "map" : "unit";
        String name = place.channel() < classes.size() ? classes.get(place.channel()) : "";
        return Texts.get(
                "inspect.title." + which,
                place.node(),
                place.channel(),
                place.shape().channels(),
                name);
    }

    /** Size, operation, kernel, what follows, and what it sees of the image. */
    static String subtitle(Place place, Census census) {
        List<String> parts = new ArrayList<>();
        Shape shape = place.shape();
        if (place.isOfClasses()) {
            parts.add(Texts.get("inspect.class", place.channel(), shape.channels()));
        }
        if (place.isMap()) {
            parts.add(shape.height() + " × " + shape.width());
        }
        parts.add(operation(place));
        next(place).ifPresent(parts::add);
        ReceptiveField field = census.row(place.node()).receptiveField();
        if (!place.isInput()) {
            parts.add(
                    field.whole()
                            ? Texts.get("inspect.field.whole")
                            : Texts.get(
                                    "inspect.field",
                                    field.vertical().size(),
                                    field.horizontal().size()));
        }
        return String.join(" · ", parts);
    }

    /** What an activation is called. */
    static String name(Nonlinearity kind) {
        return switch (kind) {
            case SIGMOID -> "sigmoid";
            case TANH -> "tanh";
            case SCALED_TANH -> "1.7159·tanh";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "leaky ReLU";
        };
    }

    private static String operation(Place place) {
        Op op = place.op();
        if (op instanceof Op.Conv conv) {
            int channels = read(place).channels();
            Window window = conv.window();
            return conv.connections().areAll()
                    ? Texts.get("inspect.op.conv", channels, window.height(), window.width())
                    : Texts.get(
                            "inspect.op.conv.some",
                            conv.connections().table().get(place.channel()).size(),
                            channels,
                            window.height(),
                            window.width());
        } else if (op instanceof Op.Pool pool) {
            String kind = pool.kind() == Pooling.MAX ? "max" : "average";
            Window window = pool.window();
            return Texts.get("inspect.op.pool." + kind, window.height(), window.width(), stride(window));
        } else if (op instanceof Op.Subsample subsample) {
            Window window = subsample.window();
            return Texts.get("inspect.op.subsample", window.height(), window.width(), stride(window));
        } else if (op instanceof Op.Lrn norm) {
            return Texts.get("inspect.op.lrn", source(place), norm.size());
        } else if (op instanceof Op.Dense) {
            return Texts.get("inspect.op.dense", read(place).size());
        } else if (op instanceof Op.Activation activation) {
            return Texts.get("inspect.op.activation", name(activation.kind()), source(place));
        } else if (op instanceof Op.BatchNorm) {
            return Texts.get("inspect.op.batch-norm", source(place));
        } else if (op instanceof Op.Softmax) {
            return Texts.get("inspect.op.softmax", source(place));
        } else if (op instanceof Op.Add) {
            return Texts.get("inspect.op.add", sources(place));
        } else if (op instanceof Op.Concat) {
            return Texts.get("inspect.op.concat", sources(place));
        } else if (op instanceof Op.GlobalPool) {
            return Texts.get(
                    "inspect.op.global-pool", read(place).height(), read(place).width());
        } else if (op instanceof Op.Dropout dropout) {
            return Texts.get("inspect.op.dropout", source(place), Numbers.text(100 * dropout.rate()));
        }
        return Texts.get("inspect.op.input");
    }

    /** {@code 2}, or {@code 1×2} where it is not the same in both directions. */
    private static String stride(Window window) {
        int down = window.vertical().stride();
        int across = window.horizontal().stride();
        return down == across ? Integer.toString(down) : down + "×" + across;
    }

    private static Optional<String> next(Place place) {
        List<Node> targets = place.blueprint().targets(place.node());
        if (targets.size() != 1) {
            return Optional.empty();
        }
        Op op = targets.get(0).op();
        if (op instanceof Op.Activation activation) {
            return Optional.of(Texts.get("inspect.then", name(activation.kind())));
        }
        return op instanceof Op.BatchNorm
                ? Optional.of(Texts.get("inspect.then", Texts.get("inspect.batch-norm")))
                : Optional.empty();
    }

    private static Shape read(Place place) {
        return place.blueprint().shape(source(place));
    }

    private static String sources(Place place) {
        return String.join(" + ", place.blueprint().node(place.node()).inputs());
    }

    private static String source(Place place) {
        return place.blueprint().source(place.node()).id();
    }
}
