package org.convscope.ui.map.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;

/**
 * The blocks of a network, and the blocks of blocks. A blueprint names blocks; where several in a row
 * have a common beginning, such as inception4a to inception4e, they make a stage; and where there are
 * blocks, several layers in a row before the first or behind the last make a block, too.
 *
 * <p>A group that would be left and entered again is none: shown as one box, it would have to stand both
 * before and behind another.
 */
public final class BlockTree {

    /** In the place of a block's id: the whole network. */
    public static final String TOP = "";

    /** Name of the layers before the first block; said in the reader's language. */
    public static final String STEM = "stem";

    /** Name of the layers behind the last block; said in the reader's language. */
    public static final String HEAD = "head";

    private static final String SLASH = "/";

    /** Fewer layers before or behind the blocks are shown as they are. */
    private static final int FEWEST_LOOSE = 3;

    /** {@code inception4a} is a part of {@code inception4}, {@code dense2.3} of {@code dense2}. */
    private static final Pattern PART = Pattern.compile("(.*\\d)[a-z]|(.+)[._-]\\d+");

    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<String> top;

    private BlockTree(Blueprint blueprint, List<Item> items) {
        this.top = ids(items, TOP);
        items.forEach(item -> keep(blueprint, item, TOP));
    }

    /** The blocks of a network. */
    public static BlockTree of(Blueprint blueprint) {
        Gathering gathering = new Gathering(blueprint);
        boolean couldBeMistaken =
                blueprint.nodes().stream().anyMatch(node -> node.id().startsWith(SLASH));
        if (!couldBeMistaken) {
            gathering.named();
            gathering.stages();
            gathering.ends();
        }
        return new BlockTree(blueprint, gathering.items);
    }

    /** Whether there is any block. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** All blocks, each behind the one around it. */
    public List<Block> blocks() {
        return List.copyOf(blocks.values());
    }

    /** Whether this is the id of a block. */
    public boolean isBlock(String item) {
        return blocks.containsKey(item);
    }

    /** The block of this id. */
    public Block block(String id) {
        Block block = blocks.get(id);
        if (block == null) {
            throw new IllegalArgumentException("No block " + id);
        }
        return block;
    }

    /** What a block holds, or the whole network. */
    public List<String> items(String block) {
        return block.equals(TOP) ? top : block(block).items();
    }

    /** The block around a node or a block, or {@link #TOP}. */
    public String parent(String item) {
        return parents.getOrDefault(item, TOP);
    }

    /** The blocks around a node or a block, the outermost first. */
    public List<String> path(String item) {
        List<String> path = new ArrayList<>();
        for (String block = parent(item); !block.equals(TOP); block = parent(block)) {
            path.add(0, block);
        }
        return path;
    }

    /** What stands for a node while these blocks are open: itself, or the outermost closed block around it. */
    public String standIn(String node, Set<String> open) {
        return path(node).stream()
                .filter(block -> !open.contains(block))
                .findFirst()
                .orElse(node);
    }

    /** How deep blocks lie in each other. */
    public int depth() {
        return blocks.keySet().stream()
                .mapToInt(block -> path(block).size() + 1)
                .max()
                .orElse(0);
    }

    private void keep(Blueprint blueprint, Item item, String parent) {
        String id = item.id(parent);
        parents.put(id, parent);
        if (item.isNode()) {
            return;
        }
        List<String> nodes = item.nodes();
        String output = nodes.get(nodes.size() - 1);
        for (String node : nodes) {
            boolean isRead = blueprint.targets(node).stream().anyMatch(reader -> !nodes.contains(reader.id()));
            output = isRead ? node : output;
        }
        blocks.put(id, new Block(id, item.name, parent, ids(item.parts, id), nodes, output));
        item.parts.forEach(part -> keep(blueprint, part, id));
    }

    private static List<String> ids(List<Item> items, String parent) {
        return items.stream().map(item -> item.id(parent)).toList();
    }

    /** A node, or a group in the making. */
    private record Item(String name, List<Item> parts) {

        boolean isNode() {
            return parts.isEmpty();
        }

        String id(String parent) {
            return isNode() ? name : parent + SLASH + name;
        }

        List<String> nodes() {
            return isNode()
                    ? List.of(name)
                    : parts.stream().flatMap(part -> part.nodes().stream()).toList();
        }
    }

    /** Puts items together, as long as what reads still stands behind what is read. */
    private static final class Gathering {

        private final Blueprint blueprint;
        private List<Item> items = new ArrayList<>();

        Gathering(Blueprint blueprint) {
            this.blueprint = blueprint;
            blueprint.nodes().forEach(node -> items.add(new Item(node.id(), List.of())));
        }

        /** The blueprint's own. */
        void named() {
            Map<String, List<Item>> named = new LinkedHashMap<>();
            for (Item item : items) {
                Node node = blueprint.node(item.name);
                if (!node.block().isEmpty() && !isEnd(node)) {
                    named.computeIfAbsent(node.block(), block -> new ArrayList<>())
                            .add(item);
                }
            }
            named.forEach(this::gather);
        }

        /** Parts of one stage that follow each other, with single layers between them. */
        void stages() {
            Map<String, List<Integer>> places = new LinkedHashMap<>();
            for (int i = 0; i < items.size(); i++) {
                String stage = items.get(i).isNode() ? TOP : stage(items.get(i).name);
                if (!stage.isEmpty()) {
                    places.computeIfAbsent(stage, name -> new ArrayList<>()).add(i);
                }
            }
            Map<String, List<Item>> found = new LinkedHashMap<>();
            places.forEach((stage, at) -> {
                List<Item> between = items.subList(at.get(0), at.get(at.size() - 1) + 1);
                boolean isUndivided = between.stream()
                        .allMatch(item -> item.isNode() || stage(item.name).equals(stage));
                if (at.size() > 1 && isUndivided) {
                    found.put(stage, List.copyOf(between));
                }
            });
            found.forEach(this::gather);
        }

        /** What stands before the first block, and behind the last. */
        void ends() {
            int first = 0;
            while (first < items.size() && items.get(first).isNode()) {
                first++;
            }
            int last = items.size();
            while (last > 0 && items.get(last - 1).isNode()) {
                last--;
            }
            if (first < last) {
                List<Item> before = List.copyOf(items.subList(1, Math.max(1, first)));
                List<Item> behind = List.copyOf(items.subList(last, items.size() - 1));
                if (before.size() >= FEWEST_LOOSE) {
                    gather(STEM, before);
                }
                if (behind.size() >= FEWEST_LOOSE) {
                    gather(HEAD, behind);
                }
            }
        }

        private boolean isEnd(Node node) {
            return node.op() instanceof Op.Input
                    || node.id().equals(blueprint.last().id());
        }

        private static String stage(String name) {
            Matcher part = PART.matcher(name);
            if (!part.matches()) {
                return TOP;
            }
            return part.group(1) != null ? part.group(1) : part.group(2);
        }

        private void gather(String name, List<Item> parts) {
            List<Item> next = new ArrayList<>(items);
            next.set(next.indexOf(parts.get(0)), new Item(name, List.copyOf(parts)));
            next.removeAll(parts);
            boolean isTaken = items.stream().anyMatch(item -> !item.isNode() && item.name.equals(name));
            if (!isTaken && flows(next)) {
                items = next;
            }
        }

        /** Whether the groups can be put in an order in which each reads only those before it. */
        private boolean flows(List<Item> groups) {
            Map<String, Integer> group = new HashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                for (String node : groups.get(i).nodes()) {
                    group.put(node, i);
                }
            }
            List<List<Integer>> readers = new ArrayList<>();
            int[] waiting = new int[groups.size()];
            groups.forEach(each -> readers.add(new ArrayList<>()));
            for (Node node : blueprint.nodes()) {
                for (String input : node.inputs()) {
                    int from = group.get(input);
                    int to = group.get(node.id());
                    if (from != to) {
                        readers.get(from).add(to);
                        waiting[to]++;
                    }
                }
            }
            List<Integer> ready = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                if (waiting[i] == 0) {
                    ready.add(i);
                }
            }
            for (int done = 0; done < ready.size(); done++) {
                for (int reader : readers.get(ready.get(done))) {
                    if (--waiting[reader] == 0) {
                        ready.add(reader);
                    }
                }
            }
            return ready.size() == groups.size();
        }
    }
}
