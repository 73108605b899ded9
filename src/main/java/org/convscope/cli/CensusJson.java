package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.NodePair;
import org.convscope.blueprint.census.Part;
import org.convscope.tensor.Shape;

/** A census as programs read it. */
final class CensusJson {

    private CensusJson() {}

    /** One network, node by node; {@code byBlock} adds its blocks. */
    static ObjectNode of(CensusText.Drawn drawn, boolean byBlock) {
        ObjectNode root = totals(drawn);
        ArrayNode nodes = root.putArray("nodes");
        drawn.census().rows().forEach(row -> put(nodes.addObject(), row));
        if (byBlock) {
            ArrayNode blocks = root.putArray("blocks");
            Part.blocksOf(drawn.census()).forEach(part -> put(blocks.addObject(), part));
        }
        return root;
    }

    /** Two networks: their totals, how many times as much the second has, and their nodes in pairs. */
    static ObjectNode of(Comparison comparison, CensusText.Drawn left, CensusText.Drawn right) {
        ObjectNode root = Voice.object();
        root.set("left", totals(left));
        root.set("right", totals(right));
        ObjectNode ratios = root.putObject("ratios");
        Voice.put(ratios, "parameters", comparison.ratio(Census::parameters));
        Voice.put(ratios, "macs", comparison.ratio(Census::macs));
        Voice.put(ratios, "activationBytes", comparison.ratio(Census::activationBytes));
        ArrayNode pairs = root.putArray("pairs");
        for (NodePair pair : comparison.nodes()) {
            ObjectNode node = pairs.addObject().put("likeness", pair.likeness().id());
            id(node, "left", pair.left());
            id(node, "right", pair.right());
            ArrayNode differs = node.putArray("differs");
            pair.differences().forEach(found -> differs.addObject()
                    .put("what", found.trait())
                    .put("left", found.left())
                    .put("right", found.right()));
        }
        return root;
    }

    private static void id(ObjectNode node, String key, Optional<Census.Row> row) {
        row.ifPresentOrElse(found -> node.put(key, found.node().id()), () -> node.putNull(key));
    }

    private static ObjectNode totals(CensusText.Drawn drawn) {
        Census census = drawn.census();
        ObjectNode root = Voice.object().put("network", drawn.blueprint().network());
        axes(root.putArray("input"), drawn.blueprint().input());
        root.put("classes", drawn.blueprint().classes())
                .put("parameters", census.parameters())
                .put("trainableParameters", census.parameters())
                .put("runningStatistics", drawn.blueprint().runningStatistics())
                .put("macs", census.macs())
                .put("activationBytes", census.activationBytes());
        if (drawn.batch() > 0) {
            root.put("batch", drawn.batch()).put("trainingBytes", census.trainingBytes(drawn.batch()));
        }
        return root;
    }

    private static void put(ObjectNode node, Census.Row row) {
        node.put("id", row.node().id())
                .put("op", row.node().op().name())
                .put("block", row.node().block());
        ArrayNode inputs = node.putArray("inputs");
        row.node().inputs().forEach(inputs::add);
        axes(node.putArray("output"), row.output());
        node.put("parameters", row.parameters().total())
                .put("arithmetic", row.parameters().arithmetic())
                .put("macs", row.macs())
                .put("activationBytes", row.activationBytes())
                .put("receptiveField", row.receptiveField().size());
    }

    private static void put(ObjectNode block, Part part) {
        block.put("name", part.name());
        ArrayNode nodes = block.putArray("nodes");
        part.rows().forEach(row -> nodes.add(row.node().id()));
        axes(block.putArray("output"), part.output());
        block.put("parameters", part.parameters())
                .put("macs", part.macs())
                .put("activationBytes", part.activationBytes())
                .put("receptiveField", part.receptiveField().size());
    }

    private static void axes(ArrayNode target, Shape shape) {
        for (int length : shape.toArray()) {
            target.add(length);
        }
    }
}
