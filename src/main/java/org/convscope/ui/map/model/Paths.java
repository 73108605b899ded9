package org.convscope.ui.map.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.NetworkMapLayout;

/** Steps of the arrow keys through branches: sideways along what is read, up and down through maps and branches. */
final class Paths {

    private final Blueprint blueprint;
    private final Folding folding;
    private final NetworkMapLayout layout;

    Paths(Blueprint blueprint, Folding folding, NetworkMapLayout layout) {
        this.blueprint = blueprint;
        this.folding = folding;
        this.layout = layout;
    }

    /** The map that a step leads to; at an end, the same. From nowhere it leads to the first map. */
    Selection from(Selection here, Walk step) {
        if (here == null) {
            return Selection.of(layout.columns().get(0).node(), 0);
        }
        String node = folding.shownFor(here.node());
        int channel = node.equals(here.node()) ? here.channel() : 0;
        return switch (step) {
            case LEFT -> beside(node, channel, sources(node));
            case RIGHT -> beside(node, channel, readers(node));
            case UP -> channel > 0 ? Selection.of(node, channel - 1) : branch(node, channel, true);
            case DOWN -> channel < layout.column(node).count() - 1
                    ? Selection.of(node, channel + 1)
                    : branch(node, channel, false);
        };
    }

    private Selection beside(String node, int channel, Stream<String> others) {
        return others.map(folding::shownFor)
                .filter(other -> !other.equals(node) && layout.shows(other))
                .min(Comparator.comparingDouble(other -> Math.abs(middle(other) - middle(node))))
                .map(other -> Selection.of(
                        other, Math.min(channel, layout.column(other).count() - 1)))
                .orElse(Selection.of(node, channel));
    }

    private Stream<String> sources(String node) {
        List<String> members = members(node);
        return members.stream()
                .flatMap(member -> blueprint.node(member).inputs().stream())
                .filter(source -> !members.contains(source));
    }

    private Stream<String> readers(String node) {
        List<String> members = members(node);
        return members.stream()
                .flatMap(member -> blueprint.targets(member).stream())
                .map(Node::id)
                .filter(reader -> !members.contains(reader));
    }

    private List<String> members(String node) {
        return folding.closedBlock(node)
                .map(block -> folding.tree().block(block).nodes())
                .orElse(List.of(node));
    }

    /** The nearest branch above or below in about the same layer. */
    private Selection branch(String node, int channel, boolean above) {
        Rectangle2D here = layout.column(node).bounds();
        Predicate<Rectangle2D> isBeyond =
                there -> above ? there.getMaxY() < here.getMinY() : there.getMinY() > here.getMaxY();
        Optional<Column> next = layout.columns().stream()
                .filter(column -> isBeyond.test(column.bounds()))
                .filter(column -> column.bounds().getMinX() < here.getMaxX()
                        && column.bounds().getMaxX() > here.getMinX())
                .min(Comparator.comparingDouble(column -> Math.abs(middle(column.node()) - middle(node))));
        return next.map(column -> Selection.of(column.node(), above ? column.count() - 1 : 0))
                .orElse(Selection.of(node, channel));
    }

    private double middle(String node) {
        Rectangle2D bounds = layout.column(node).bounds();
        return (bounds.getMinY() + bounds.getMaxY()) / 2;
    }
}
