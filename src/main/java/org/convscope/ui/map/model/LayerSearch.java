package org.convscope.ui.map.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;

/** Finds layers by what a person types of their names. */
public final class LayerSearch {

    private LayerSearch() {}

    /** Nodes whose id begins with a text, then those with it elsewhere in their id or their operation's name. */
    public static List<Node> find(Blueprint blueprint, String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Stream<Node> first = blueprint.nodes().stream().filter(node -> begins(node, text));
        Stream<Node> others = blueprint.nodes().stream()
                .filter(node -> !begins(node, text) && names(node).contains(text));
        return Stream.concat(first, others).toList();
    }

    private static boolean begins(Node node, String text) {
        return node.id().toLowerCase(Locale.ROOT).startsWith(text);
    }

    private static String names(Node node) {
        return (node.id() + " " + node.op().name() + " " + OpNames.of(node.op())).toLowerCase(Locale.ROOT);
    }
}
