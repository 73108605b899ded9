package org.convscope.foreign.hdf5;

import org.convscope.foreign.hdf5.Extent.Piece;

/**
 * How one value is written.
 *
 * @param kind what it is
 * @param size bytes of one value
 * @param bigEndian whether the most significant byte comes first
 */
record NumberType(Kind kind, int size, boolean bigEndian) {

    enum Kind {
        FLOAT,
        TEXT,
        TEXT_ELSEWHERE,
        OTHER
    }

    private static final int MOST_BYTES = 1 << 20;

    private static final int CLASS_FLOAT = 1;
    private static final int CLASS_TEXT = 3;
    private static final int CLASS_VARIABLE = 9;

    /** Reads a datatype message. */
    static NumberType read(Piece piece, Extent extent) {
        int kind = piece.u8() & 0xF;
        int bits = piece.u8();
        piece.skip(2);
        long size = piece.u32();
        if (size < 1 || size > MOST_BYTES) {
            throw extent.wrong("one value of it is said to take " + size + " bytes");
        }
        boolean bigEndian = (bits & 1) == 1;
        return switch (kind) {
            case CLASS_FLOAT -> new NumberType(isIeee(piece, size) ? Kind.FLOAT : Kind.OTHER, (int) size, bigEndian);
            case CLASS_TEXT -> new NumberType(Kind.TEXT, (int) size, false);
            case CLASS_VARIABLE -> new NumberType(
                    (bits & 0xF) == 1 && size == 16 ? Kind.TEXT_ELSEWHERE : Kind.OTHER, (int) size, false);
            default -> new NumberType(Kind.OTHER, (int) size, bigEndian);
        };
    }

    // Sixteen bits may be IEEE's half, with five for the exponent, or bfloat16, with eight.
    private static boolean isIeee(Piece piece, long size) {
        piece.skip(5);
        int exponent = piece.u8();
        return size == 2 && exponent == 5 || size == 4 && exponent == 8 || size == 8 && exponent == 11;
    }
}
