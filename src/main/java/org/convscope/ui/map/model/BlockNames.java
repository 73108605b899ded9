package org.convscope.ui.map.model;

import java.util.List;
import java.util.stream.Stream;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.graph.Block;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.graph.ShortNames;

/** What blocks and layers are called on the map: in full where there is room, else shorter. */
public final class BlockNames {

    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private BlockNames() {}

    /** A block's name in the reader's language. */
    public static String of(Block block) {
        return switch (block.name()) {
            case BlockTree.STEM -> Texts.get("map.block.stem");
            case BlockTree.HEAD -> Texts.get("map.block.head");
            default -> block.name();
        };
    }

    /** A block's name, and then shorter ones. */
    public static List<String> of(BlockTree tree, Block block) {
        String name = of(block);
        String inner = block.parent().equals(BlockTree.TOP)
                ? name
                : ShortNames.within(tree.block(block.parent()).name(), name);
        return Stream.concat(Stream.of(name, inner), ShortNames.abbreviated(name).stream())
                .distinct()
                .toList();
    }

    /** A node's name within its block, and then shorter ones. */
    public static List<String> of(BlockTree tree, String node) {
        String parent = tree.parent(node);
        String name = parent.equals(BlockTree.TOP)
                ? node
                : ShortNames.within(tree.block(parent).name(), node);
        return Stream.concat(Stream.of(name), ShortNames.abbreviated(name).stream())
                .toList();
    }

    /** What a block has learned, in words, then as a number alone; empty where it learns nothing. */
    public static List<String> parameters(Census census, Block block) {
        long count = block.nodes().stream()
                .mapToLong(node -> census.row(node).parameters().total())
                .sum();
        return count == 0 ? List.of() : List.of(Texts.get("map.hover.parameters", rounded(count)), rounded(count));
    }

    /** Of a whole block: what it gives, how much it holds, what it costs. */
    public static Readout readout(Blueprint blueprint, Census census, Block block) {
        List<Census.Row> rows = block.nodes().stream().map(census::row).toList();
        long parameters =
                rows.stream().mapToLong(row -> row.parameters().total()).sum();
        return new Readout(
                of(block),
                blueprint.shape(block.output()).toString(),
                List.of(
                        Texts.get("map.block.layers", block.nodes().size()),
                        Texts.get("map.hover.parameters", Numbers.count(parameters)),
                        Texts.get(
                                "map.hover.macs",
                                Numbers.count(rows.stream()
                                        .mapToLong(Census.Row::macs)
                                        .sum())),
                        Texts.get("map.block.hint")));
    }

    private static String rounded(long count) {
        if (count >= MILLION) {
            return String.format(java.util.Locale.ROOT, "%.2f M", count / MILLION);
        }
        return count >= THOUSAND
                ? String.format(java.util.Locale.ROOT, "%.1f k", count / THOUSAND)
                : Long.toString(count);
    }
}
