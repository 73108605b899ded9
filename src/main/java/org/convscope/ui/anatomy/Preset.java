package org.convscope.ui.anatomy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Zoo;

/**
 * Two networks that are worth seeing beside each other.
 *
 * @param isOfABlock whether only the first block with a shortcut is meant, and its like
 */
record Preset(Architecture left, Architecture right, boolean isOfABlock) {

    /** Those whose networks the zoo has, in the order of the course. */
    static final List<Preset> ALL = Stream.of(
                    of("lenet", "alexnet", false),
                    of("alexnet", "vgg11", false),
                    of("vgg11", "nin", false),
                    of("plain18", "resnet18", true))
            .flatMap(Optional::stream)
            .toList();

    /** {@code lenet|alexnet}. */
    String id() {
        return left.id() + "-" + right.id();
    }

    /** The name of the block that is meant, or empty for the whole networks. */
    String block() {
        if (!isOfABlock) {
            return "";
        }
        Blueprint drawn = right.draw(right.standardInput(), 10, Map.of());
        return drawn.nodes().stream()
                .filter(node -> node.op() instanceof Op.Add)
                .map(Node::block)
                .findFirst()
                .orElse("");
    }

    private static Optional<Preset> of(String left, String right, boolean isOfABlock) {
        return known(left).flatMap(first -> known(right).map(second -> new Preset(first, second, isOfABlock)));
    }

    private static Optional<Architecture> known(String id) {
        return Zoo.ALL.stream().filter(network -> network.id().equals(id)).findFirst();
    }
}
