package org.convscope.blueprint.census;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.tensor.Shape;

/**
 * Neighbouring nodes of a network, counted together: a block, a stage of several blocks, or a layer that learns with
 * what is done to its output.
 *
 * @param name a block's name, a stage's name, or the id of the first node
 * @param parts what a stage is made of; empty for all others
 * @param rows its nodes, in the network's order; never empty
 */
public record Part(String name, List<Part> parts, List<Census.Row> rows) {

    /** {@code inception3b} is of stage {@code inception3}. */
    private static final Pattern OF_A_STAGE = Pattern.compile("(.*\\d)[a-z]");

    public Part {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("No nodes in " + name);
        }
    }

    /**
     * The network in pieces: each block, and where there is none, each layer with the normalisation, activation, pooling
     * and dropout behind it. LeNet: input, conv1, conv2, fc1, fc2, logits.
     */
    public static List<Part> blocksOf(Census census) {
        Pieces pieces = new Pieces();
        census.rows()
                .forEach(row -> pieces.add(row, row.node().block().isEmpty() && !pieces.isInBlock() && !begins(row)));
        return pieces.done();
    }

    /**
     * Blocks as in {@link #blocksOf}, but what has nothing to learn and follows a block belongs to it, as one reads a
     * drawing: {@code block1 + pool1}. So a pool within a block and one behind it can be laid beside each other.
     */
    public static List<Part> sectionsOf(Census census) {
        Pieces pieces = new Pieces();
        census.rows().forEach(row -> pieces.add(row, row.node().block().isEmpty() && !begins(row)));
        return pieces.done();
    }

    /** Blocks as in {@link #blocksOf}, neighbours gathered in stages where their names say so: 4a and 4b in 4. */
    public static List<Part> stagesOf(Census census) {
        List<Part> stages = new ArrayList<>();
        List<Part> same = new ArrayList<>();
        for (Part block : blocksOf(census)) {
            if (!same.isEmpty() && !(block.isBlock() && stage(block).equals(stage(same.get(0))))) {
                stages.add(gathered(same));
                same.clear();
            }
            same.add(block);
        }
        stages.add(gathered(same));
        return stages;
    }

    /** Trainable parameters of all its nodes. */
    public long parameters() {
        return rows.stream().mapToLong(row -> row.parameters().total()).sum();
    }

    /** Multiply-adds of all its nodes for one image. */
    public long macs() {
        return rows.stream().mapToLong(Census.Row::macs).sum();
    }

    /** Bytes of the outputs of all its nodes for one image. */
    public long activationBytes() {
        return rows.stream().mapToLong(Census.Row::activationBytes).sum();
    }

    /** Shape of what leaves it: the output of its last node. */
    public Shape output() {
        return last().output();
    }

    /** What one value that leaves it sees. */
    public ReceptiveField receptiveField() {
        return last().receptiveField();
    }

    /** Whether an architecture has drawn it as a block. */
    public boolean isBlock() {
        return !rows.get(0).node().block().isEmpty();
    }

    private Census.Row last() {
        return rows.get(rows.size() - 1);
    }

    private static boolean begins(Census.Row row) {
        return row.macs() > 0 || row.node().inputs().isEmpty();
    }

    private static String stage(Part block) {
        Matcher named = OF_A_STAGE.matcher(block.name);
        return block.isBlock() && named.matches() ? named.group(1) : block.name;
    }

    private static Part gathered(List<Part> same) {
        return same.size() == 1
                ? same.get(0)
                : new Part(
                        stage(same.get(0)),
                        same,
                        same.stream().flatMap(block -> block.rows.stream()).toList());
    }

    /** Parts in the making, each node behind the one before. */
    private static final class Pieces {

        private final List<Part> parts = new ArrayList<>();
        private final List<Census.Row> piece = new ArrayList<>();
        private String tail = "";

        boolean isInBlock() {
            return !piece.isEmpty() && !piece.get(0).node().block().isEmpty();
        }

        void add(Census.Row row, boolean maySitBehind) {
            boolean sameBlock = isInBlock()
                    && tail.isEmpty()
                    && piece.get(0).node().block().equals(row.node().block());
            if (!piece.isEmpty() && !sameBlock && !(maySitBehind && !isImage())) {
                end();
            }
            if (isInBlock() && row.node().block().isEmpty()) {
                tail += " + " + row.node().id();
            }
            piece.add(row);
        }

        private boolean isImage() {
            return piece.get(0).node().inputs().isEmpty();
        }

        List<Part> done() {
            end();
            return List.copyOf(parts);
        }

        private void end() {
            String name = isInBlock()
                    ? piece.get(0).node().block() + tail
                    : piece.get(0).node().id();
            parts.add(new Part(name, List.of(), piece));
            piece.clear();
            tail = "";
        }
    }
}
