package org.convscope.ui.map.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;

/** How many items stand above each other: those have to share the height. */
final class Branches {

    private Branches() {}

    /**
     * For each item, 1 if everything runs through it, else the most items that stand in one layer of those
     * that something passes by. A block of an inception network: 4 for its branches, 1 for what joins them.
     */
    static Map<String, Integer> of(Blueprint blueprint, BlockTree tree, List<String> items) {
        Map<String, Integer> home = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            for (String node : tree.isBlock(item) ? tree.block(item).nodes() : List.of(item)) {
                home.put(node, i);
            }
        }
        List<BitSet> sources = new ArrayList<>();
        items.forEach(item -> sources.add(new BitSet()));
        home.forEach((node, reader) -> blueprint.node(node).inputs().stream()
                .filter(home::containsKey)
                .map(home::get)
                .filter(source -> !source.equals(reader))
                .forEach(sources.get(reader)::set));
        List<BitSet> before = new ArrayList<>();
        int[] layer = new int[items.size()];
        for (int i = 0; i < items.size(); i++) {
            before.add(new BitSet());
        }
        for (int i : inFlow(sources)) {
            BitSet all = before.get(i);
            sources.get(i).stream().forEach(source -> {
                all.set(source);
                all.or(before.get(source));
            });
            layer[i] = sources.get(i).stream()
                    .map(source -> layer[source] + 1)
                    .max()
                    .orElse(0);
        }
        Map<Integer, Integer> inLayer = new HashMap<>();
        boolean[] isPassed = new boolean[items.size()];
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                isPassed[i] |= i != j && !before.get(i).get(j) && !before.get(j).get(i);
            }
            if (isPassed[i]) {
                inLayer.merge(layer[i], 1, Integer::sum);
            }
        }
        int most = inLayer.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        Map<String, Integer> branches = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            branches.put(items.get(i), isPassed[i] ? Math.max(2, most) : 1);
        }
        return branches;
    }

    /** The items in an order in which each comes after what it reads. */
    private static List<Integer> inFlow(List<BitSet> sources) {
        List<Integer> order = new ArrayList<>();
        BitSet done = new BitSet();
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (int i = 0; i < sources.size(); i++) {
                BitSet missing = (BitSet) sources.get(i).clone();
                missing.andNot(done);
                if (!done.get(i) && missing.isEmpty()) {
                    done.set(i);
                    order.add(i);
                    isGrowing = true;
                }
            }
        }
        return order;
    }
}
