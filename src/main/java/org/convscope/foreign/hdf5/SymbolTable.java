package org.convscope.foreign.hdf5;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convscope.foreign.hdf5.Extent.Piece;

/** The members of a group in the form of HDF5 1.6: a tree whose leaves name objects. */
final class SymbolTable {

    private static final int MOST_MEMBERS = 1 << 16;
    private static final int LONGEST_NAME = 1 << 10;
    private static final int ENTRY_BYTES = 40;
    private static final int DEEPEST = 16;

    private final Extent extent;
    private final long names;
    private final Map<String, Long> members;
    private final Set<Long> seen = new HashSet<>();

    private SymbolTable(Extent extent, long heap, Map<String, Long> members) {
        this.extent = extent;
        this.names = extent.signed("HEAP", heap, 32).skip(20).word();
        this.members = members;
    }

    /** Puts the addresses of all members by their names. */
    static void read(Extent extent, long tree, long heap, Map<String, Long> members) {
        new SymbolTable(extent, heap, members).node(tree, 0);
    }

    private void node(long address, int depth) {
        if (depth > DEEPEST || !seen.add(address)) {
            throw extent.wrong("a group of it refers to itself");
        }
        Piece head = extent.signed("TREE", address, 24);
        int kind = head.u8();
        int level = head.u8();
        int children = head.u16();
        if (kind != 0) {
            throw extent.wrong("a group of it has the tree of an array");
        }
        // Between the children stand the names that part them.
        Piece list = extent.piece(address + 24, 16L * children);
        for (int child = 0; child < children; child++) {
            list.skip(8);
            long below = list.word();
            if (level == 0) {
                leaf(below);
            } else {
                node(below, depth + 1);
            }
        }
    }

    private void leaf(long address) {
        Piece head = extent.signed("SNOD", address, 8);
        head.skip(2);
        int count = head.u16();
        Piece entries = extent.piece(address + 8, (long) count * ENTRY_BYTES);
        for (int entry = 0; entry < count; entry++) {
            long name = entries.word();
            long object = entries.word();
            entries.skip(24);
            if (members.size() >= MOST_MEMBERS) {
                throw extent.wrong("a group of it has more than " + MOST_MEMBERS + " members");
            }
            members.put(name(name), object);
        }
    }

    private String name(long offset) {
        if (offset < 0 || offset > extent.size() || names < 0 || names > extent.size()) {
            throw extent.wrong("a name in it lies outside");
        }
        Piece letters = extent.upTo(names + offset, LONGEST_NAME);
        return letters.text(letters.left());
    }
}
