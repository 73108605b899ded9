package org.convscope.ui.map.graph;

import java.util.List;

/**
 * Nodes that stand together, and can be shown as one.
 *
 * @param id its path, unique in the network: {@code /inception3/inception3a}
 * @param name what it is called, as the blueprint says or as its parts suggest
 * @param parent id of the block around it, or {@link BlockTree#TOP}
 * @param items what it holds, in the network's order: ids of nodes and of blocks
 * @param nodes all nodes in it, however deep
 * @param output the last node in it that is read outside: what it gives
 */
public record Block(String id, String name, String parent, List<String> items, List<String> nodes, String output) {

    public Block {
        items = List.copyOf(items);
        nodes = List.copyOf(nodes);
    }
}
