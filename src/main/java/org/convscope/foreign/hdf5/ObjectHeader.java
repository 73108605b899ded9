package org.convscope.foreign.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.convscope.foreign.hdf5.Extent.Piece;

/** The messages of an object, in either of the two forms that a header may have. */
final class ObjectHeader {

    private static final int CONTINUATION = 0x10;
    private static final int MOST_MESSAGES = 1 << 14;
    private static final int MOST_HEADER_BYTES = 1 << 24;
    private static final int SHARED = 2;

    private final Extent extent;
    private final List<Message> messages = new ArrayList<>();
    private final Deque<Message> continuations = new ArrayDeque<>();

    private ObjectHeader(Extent extent) {
        this.extent = extent;
    }

    /**
     * What a header says about one matter.
     *
     * @param type the matter
     * @param address where it begins in the file
     * @param length its bytes
     * @param shared whether it only says where it really stands
     */
    record Message(int type, long address, long length, boolean shared) {

        Piece piece(Extent extent) {
            if (shared) {
                throw extent.unknown("objects that share their types");
            }
            return extent.piece(address, length);
        }
    }

    static List<Message> read(Extent extent, long address) {
        ObjectHeader header = new ObjectHeader(extent);
        if (extent.piece(address, 1).u8() == 1) {
            header.old(address);
        } else {
            header.recent(address);
        }
        return header.messages;
    }

    private void old(long address) {
        Piece prefix = extent.piece(address, 16);
        prefix.skip(8);
        oldBlock(address + 16, prefix.u32());
        while (!continuations.isEmpty()) {
            Message block = continuations.pop();
            oldBlock(block.address, block.length);
        }
    }

    private void oldBlock(long address, long length) {
        Piece block = extent.piece(address, bounded(length));
        while (block.left() >= 8) {
            int type = block.u16();
            int size = block.u16();
            int flags = block.u8();
            block.skip(3);
            add(type, address + block.position(), size, flags, block);
        }
    }

    private void recent(long address) {
        Piece prefix = extent.upTo(address, 64);
        prefix.mustSay("OHDR");
        int version = prefix.u8();
        if (version != 2) {
            throw extent.unknown("object headers of version " + version);
        }
        int flags = prefix.u8();
        prefix.skip((flags & 32) == 32 ? 16 : 0).skip((flags & 16) == 16 ? 4 : 0);
        long length =
                switch (flags & 3) {
                    case 0 -> prefix.u8();
                    case 1 -> prefix.u16();
                    case 2 -> prefix.u32();
                    default -> prefix.word();
                };
        boolean ordered = (flags & 4) == 4;
        recentBlock(address + prefix.position(), length, ordered);
        while (!continuations.isEmpty()) {
            Message block = continuations.pop();
            extent.signed("OCHK", block.address, 4);
            recentBlock(block.address + 4, block.length - 8, ordered);
        }
    }

    private void recentBlock(long address, long length, boolean ordered) {
        Piece block = extent.piece(address, bounded(length));
        while (block.left() >= (ordered ? 6 : 4)) {
            int type = block.u8();
            int size = block.u16();
            int flags = block.u8();
            block.skip(ordered ? 2 : 0);
            add(type, address + block.position(), size, flags, block);
        }
    }

    private void add(int type, long address, int size, int flags, Piece block) {
        Piece content = block.take(size);
        if (messages.size() + continuations.size() > MOST_MESSAGES) {
            throw extent.wrong("an object of it has more than " + MOST_MESSAGES + " properties");
        }
        if (type == CONTINUATION) {
            continuations.add(new Message(type, content.word(), content.word(), false));
        } else {
            messages.add(new Message(type, address, size, (flags & SHARED) == SHARED));
        }
    }

    private long bounded(long length) {
        if (length < 0 || length > MOST_HEADER_BYTES) {
            throw extent.wrong("the header of an object is said to have " + length + " bytes");
        }
        return length;
    }
}
