package org.convscope.foreign.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscope.foreign.hdf5.Extent.Piece;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** A group or an array in an HDF5 file: what its header says of it. */
public final class Hdf5Object {

    private static final int DATASPACE = 0x01;
    private static final int DATATYPE = 0x03;
    private static final int LINK_INFO = 0x02;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int ATTRIBUTE = 0x0C;
    private static final int SYMBOL_TABLE = 0x11;
    private static final int ATTRIBUTE_INFO = 0x15;

    private static final long NOWHERE = -1;
    private static final int MOST_AXES = 8;
    private static final int MOST_TEXTS = 1 << 16;
    private static final int LONGEST_TEXT = 64 << 20;
    private static final int VALUES_AT_ONCE = 1 << 18;

    private final Extent extent;
    private final List<ObjectHeader.Message> messages;
    private Map<String, Long> members;

    Hdf5Object(Extent extent, long address) {
        this.extent = extent;
        this.messages = ObjectHeader.read(extent, address);
    }

    /** Whether there is a member of this name; groups only. */
    public boolean has(String name) {
        return members().containsKey(name);
    }

    /** A member of a group, which must be there. */
    public Hdf5Object member(String name) {
        Long address = members().get(name);
        if (address == null) {
            throw extent.wrong("there is no " + printable(name) + " in it");
        }
        return new Hdf5Object(extent, address);
    }

    /** A member of a member of …, by a path whose names are joined by {@code /}. */
    public Hdf5Object at(String path) {
        Hdf5Object object = this;
        for (String name : path.split("/")) {
            if (!name.isEmpty()) {
                object = object.member(name);
            }
        }
        return object;
    }

    /** Whether it has an attribute of this name. */
    public boolean hasAttribute(String name) {
        return messages.stream()
                .filter(message -> message.type() == ATTRIBUTE)
                .anyMatch(message ->
                        Attribute.read(message.piece(extent), extent).name.equals(name));
    }

    /** The texts of an attribute, which must be there; one text is a list of one. */
    public List<String> texts(String name) {
        for (ObjectHeader.Message message : messages) {
            if (message.type() == ATTRIBUTE) {
                Attribute attribute = Attribute.read(message.piece(extent), extent);
                if (attribute.name.equals(name)) {
                    return texts(attribute);
                }
            }
        }
        messages.stream()
                .filter(message -> message.type() == ATTRIBUTE_INFO)
                .forEach(message -> mustHoldItsAttributes(message.piece(extent)));
        throw extent.wrong("there is no " + printable(name) + " in it");
    }

    private void mustHoldItsAttributes(Piece info) {
        info.skip(1);
        int flags = info.u8();
        info.skip((flags & 1) == 1 ? 2 : 0);
        if (info.word() != NOWHERE) {
            throw extent.unknown("attributes in a store of their own");
        }
    }

    /** Lengths of the axes of an array; none for a single value. */
    public int[] axes() {
        return axes(message(DATASPACE).piece(extent), extent);
    }

    /** The numbers of an array, row-major: of {@code shape}, or it is a Problem. */
    public float[] floats(String what, Shape shape) {
        int[] found = axes();
        if (!Arrays.equals(found, shape.toArray())) {
            throw Problem.of("foreign.shape", printable(what), Arrays.toString(found), shape)
                    .asException();
        }
        NumberType type = NumberType.read(message(DATATYPE).piece(extent), extent);
        if (type.kind() != NumberType.Kind.FLOAT) {
            throw extent.unknown("numbers that are not 16, 32 or 64 bits of floating point");
        }
        Contents contents = contents((long) shape.size() * type.size());
        float[] floats = new float[shape.size()];
        for (int from = 0; from < floats.length; from += VALUES_AT_ONCE) {
            int count = Math.min(VALUES_AT_ONCE, floats.length - from);
            Piece values = contents.piece((long) from * type.size(), (long) count * type.size());
            read(type, values, floats, from, count);
        }
        return floats;
    }

    private static void read(NumberType type, Piece values, float[] floats, int from, int count) {
        if (type.bigEndian()) {
            values.bigEndian();
        }
        for (int i = from; i < from + count; i++) {
            floats[i] = switch (type.size()) {
                case 2 -> HalfFloat.value(values.i16());
                case 4 -> values.f32();
                default -> (float) values.f64();
            };
        }
    }

    /** The bytes of an array, of which a stretch can be asked for. */
    @FunctionalInterface
    private interface Contents {
        Piece piece(long from, long length);
    }

    private Contents contents(long bytes) {
        Piece layout = message(LAYOUT).piece(extent);
        int version = layout.u8();
        int kind = layout.u8();
        if (version != 3 && version != 4) {
            throw extent.unknown("a layout of version " + version);
        }
        if (kind == 0) {
            Piece inside = layout.take(layout.u16());
            return (from, length) -> inside.take(length);
        }
        if (kind != 1) {
            throw extent.unknown("arrays in chunks, compressed perhaps");
        }
        long address = layout.word();
        long length = layout.word();
        if (length != bytes || address < 0 || address > extent.size() || length > extent.size() - address) {
            throw extent.wrong("an array of " + bytes + " bytes is said to lie in " + length + " at " + address);
        }
        return (from, count) -> extent.piece(address + from, count);
    }

    private List<String> texts(Attribute attribute) {
        long count = 1;
        for (int length : attribute.axes) {
            count *= length;
            if (count > MOST_TEXTS) {
                throw extent.wrong("an attribute of it has more than " + MOST_TEXTS + " texts");
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (attribute.type.kind()) {
                case TEXT -> texts.add(attribute.values.text(attribute.type.size()));
                case TEXT_ELSEWHERE -> texts.add(elsewhere(attribute.values));
                default -> throw extent.unknown("an attribute that is no text where a text should be");
            }
        }
        return texts;
    }

    /** A text in the global heap: its length, the collection and its number there. */
    private String elsewhere(Piece reference) {
        long length = reference.u32();
        long address = reference.word();
        long wanted = reference.u32();
        if (length > LONGEST_TEXT) {
            throw extent.wrong("a text of it has " + length + " bytes");
        }
        Piece head = extent.signed("GCOL", address, 16);
        head.skip(4);
        long size = head.word();
        Piece heap = extent.piece(address, size).skip(16);
        while (heap.left() >= 16) {
            int number = heap.u16();
            heap.skip(6);
            long bytes = heap.word();
            if (number == 0) {
                break;
            }
            if (number == wanted) {
                if (bytes < length) {
                    throw extent.wrong("a text of it is shorter than it says");
                }
                return heap.text((int) length);
            }
            heap.skip(padded(bytes));
        }
        throw extent.wrong("a text of it is missing");
    }

    private Map<String, Long> members() {
        if (members == null) {
            members = readMembers();
        }
        return members;
    }

    private Map<String, Long> readMembers() {
        Map<String, Long> found = new LinkedHashMap<>();
        for (ObjectHeader.Message message : messages) {
            if (message.type() == SYMBOL_TABLE) {
                Piece table = message.piece(extent);
                SymbolTable.read(extent, table.word(), table.word(), found);
            } else if (message.type() == LINK) {
                link(message.piece(extent), found);
            } else if (message.type() == LINK_INFO) {
                mustHoldItsLinks(message.piece(extent));
            }
        }
        return found;
    }

    private void mustHoldItsLinks(Piece info) {
        info.skip(1);
        int flags = info.u8();
        info.skip((flags & 1) == 1 ? 8 : 0);
        if (info.word() != NOWHERE) {
            throw extent.unknown("a group whose members are in a store of their own");
        }
    }

    private static void link(Piece link, Map<String, Long> found) {
        link.skip(1);
        int flags = link.u8();
        int kind = (flags & 8) == 8 ? link.u8() : 0;
        link.skip((flags & 4) == 4 ? 8 : 0);
        link.skip((flags & 16) == 16 ? 1 : 0);
        long length =
                switch (flags & 3) {
                    case 0 -> link.u8();
                    case 1 -> link.u16();
                    case 2 -> link.u32();
                    default -> link.word();
                };
        String name = link.take(length).text((int) length);
        // Soft links, and links into other files, are never followed.
        if (kind == 0) {
            found.put(name, link.word());
        }
    }

    private ObjectHeader.Message message(int type) {
        return messages.stream()
                .filter(message -> message.type() == type)
                .findFirst()
                .orElseThrow(() -> extent.wrong("a group stands where an array should be"));
    }

    private static int[] axes(Piece space, Extent extent) {
        int version = space.u8();
        int rank = space.u8();
        space.skip(version == 1 ? 6 : 2);
        if (version != 1 && version != 2 || rank > MOST_AXES) {
            throw extent.wrong("an array of it has " + rank + " axes");
        }
        int[] axes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            long length = space.word();
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw extent.wrong("an array of it is said to be " + length + " long");
            }
            axes[axis] = (int) length;
        }
        return axes;
    }

    private static long padded(long bytes) {
        return bytes < 0 || bytes > Long.MAX_VALUE - 8 ? bytes : bytes + 7 & ~7L;
    }

    private static String printable(String name) {
        String start = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    /** An attribute message, taken apart; its values are still to be read. */
    private static final class Attribute {

        private final String name;
        private final NumberType type;
        private final int[] axes;
        private final Piece values;

        private Attribute(String name, NumberType type, int[] axes, Piece values) {
            this.name = name;
            this.type = type;
            this.axes = axes;
            this.values = values;
        }

        static Attribute read(Piece piece, Extent extent) {
            int version = piece.u8();
            int flags = piece.u8();
            int nameLength = piece.u16();
            int typeLength = piece.u16();
            int spaceLength = piece.u16();
            if (version < 1 || version > 3) {
                throw extent.unknown("attributes of version " + version);
            }
            if (version > 1 && (flags & 3) != 0) {
                throw extent.unknown("attributes with a shared type");
            }
            piece.skip(version == 3 ? 1 : 0);
            boolean pads = version == 1;
            String name = part(piece, nameLength, pads).text(nameLength);
            Piece type = part(piece, typeLength, pads);
            Piece space = part(piece, spaceLength, pads);
            return new Attribute(name, NumberType.read(type, extent), Hdf5Object.axes(space, extent), piece);
        }

        private static Piece part(Piece piece, int length, boolean pads) {
            Piece part = piece.take(length);
            if (pads) {
                piece.skip(padded(length) - length);
            }
            return part;
        }
    }
}
