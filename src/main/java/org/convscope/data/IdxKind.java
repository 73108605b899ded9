package org.convscope.data;

import java.util.Locale;

/** The two kinds of IDX file that make a dataset; both hold unsigned bytes. */
enum IdxKind {
    /** Three axes: count, rows, columns. */
    IMAGES(0x00000803, 3),
    /** One axis: count. */
    LABELS(0x00000801, 1);

    private final int magic;
    private final int axes;

    IdxKind(int magic, int axes) {
        this.magic = magic;
        this.axes = axes;
    }

    /** The number such a file begins with: two zero bytes, 08 for unsigned bytes, the number of axes. */
    int magic() {
        return magic;
    }

    /** Bytes before the values begin: the magic number and one size for each axis. */
    int headerBytes() {
        return Integer.BYTES * (1 + axes);
    }

    /** The magic number as a Problem shows it. */
    String magicAsText() {
        return asText(magic);
    }

    static String asText(int magic) {
        return String.format(Locale.ROOT, "0x%08X", magic);
    }
}
