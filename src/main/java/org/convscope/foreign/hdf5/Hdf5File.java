package org.convscope.foreign.hdf5;

import java.nio.file.Path;
import org.convscope.foreign.hdf5.Extent.Piece;

/** An HDF5 file that is open for reading. */
public final class Hdf5File implements AutoCloseable {

    private final Extent extent;
    private final Hdf5Object root;

    /** Opens a file; one that is no HDF5, or is cut, is a Problem. */
    public Hdf5File(Path file) {
        this.extent = new Extent(file);
        boolean fits = false;
        try {
            this.root = new Hdf5Object(extent, rootAddress());
            fits = true;
        } finally {
            if (!fits) {
                extent.close();
            }
        }
    }

    /** Whether a file that begins with these bytes is HDF5. */
    public static boolean isHdf5(byte[] first) {
        return Extent.isHdf5(first);
    }

    /** The group that holds all others. */
    public Hdf5Object root() {
        return root;
    }

    private long rootAddress() {
        Piece start = extent.upTo(0, 96);
        byte[] signature = new byte[8];
        for (int i = 0; i < signature.length; i++) {
            signature[i] = (byte) start.u8();
        }
        if (!isHdf5(signature)) {
            throw extent.wrong("it does not begin like HDF5");
        }
        int version = start.u8();
        return switch (version) {
            case 0, 1 -> old(start, version);
            case 2, 3 -> recent(start);
            default -> throw extent.unknown("a superblock of version " + version);
        };
    }

    private long old(Piece start, int version) {
        start.skip(4);
        mustBeWide(start);
        start.skip(1 + 2 + 2 + 4).skip(version == 1 ? 4 : 0);
        mustBeginAtZero(start.word());
        start.skip(8);
        mustNotBeCut(start.word());
        start.skip(8).skip(8);
        return start.word();
    }

    private long recent(Piece start) {
        mustBeWide(start);
        start.skip(1);
        mustBeginAtZero(start.word());
        start.skip(8);
        mustNotBeCut(start.word());
        return start.word();
    }

    private void mustBeWide(Piece start) {
        if (start.u8() != 8 || start.u8() != 8) {
            throw extent.unknown("addresses that are not 8 bytes long");
        }
    }

    private void mustBeginAtZero(long base) {
        if (base != 0) {
            throw extent.unknown("addresses that do not count from the beginning");
        }
    }

    private void mustNotBeCut(long end) {
        if (end != extent.size() && (end < 0 || end > extent.size())) {
            throw extent.wrong("it has " + extent.size() + " bytes and says " + end);
        }
    }

    @Override
    public void close() {
        extent.close();
    }
}
