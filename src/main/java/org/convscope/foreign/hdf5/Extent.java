package org.convscope.foreign.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** The bytes of a file. Asking for more than there are is a Problem, and so is asking without an end. */
final class Extent implements AutoCloseable {

    // A network of thousand layers asks for fewer than fifty thousand pieces.
    private static final int MOST_PIECES = 1 << 20;

    private final Path file;
    private final SeekableByteChannel channel;
    private final long size;
    private int pieces;

    Extent(Path file) {
        this.file = file;
        try {
            this.channel = Files.newByteChannel(file);
            this.size = channel.size();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    long size() {
        return size;
    }

    /** A piece of the file, little-endian. */
    Piece piece(long from, long length) {
        if (++pieces > MOST_PIECES) {
            throw wrong("it refers to itself without an end");
        }
        if (from < 0 || length < 0 || from > size || length > size - from || length > Integer.MAX_VALUE - 8) {
            throw wrong("it ends at byte " + size + ", but refers to " + length + " bytes at " + from);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        try {
            channel.position(from);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw wrong("it ended while it was read");
                }
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        return new Piece(this, bytes.flip());
    }

    /** A piece as long as the file allows, but no longer than {@code most}. */
    Piece upTo(long from, int most) {
        return piece(from, Math.min(most, Math.max(0, size - Math.max(0, from))));
    }

    /** A piece that begins with this signature, which has been read. */
    Piece signed(String signature, long from, long length) {
        Piece piece = piece(from, length);
        piece.mustSay(signature);
        return piece;
    }

    /** What cannot be: the file is damaged or was made to mislead. */
    ProblemException wrong(String why) {
        return Problem.of("foreign.damaged", file, why).asException();
    }

    /** What may be, but is not read here. */
    ProblemException unknown(String what) {
        return Problem.of("foreign.hdfFeature", file, what).asException();
    }

    private ProblemException unreadable(IOException failure) {
        return Problem.of("foreign.unreadable", file, String.valueOf(failure.getMessage()))
                .asException(failure);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Bytes that are read from front to back. */
    static final class Piece {

        private final Extent extent;
        private final ByteBuffer bytes;

        private Piece(Extent extent, ByteBuffer bytes) {
            this.extent = extent;
            this.bytes = bytes;
        }

        int left() {
            return bytes.remaining();
        }

        int position() {
            return bytes.position();
        }

        int u8() {
            return need(1).get() & 0xFF;
        }

        int u16() {
            return need(2).getShort() & 0xFFFF;
        }

        long u32() {
            return need(4).getInt() & 0xFFFFFFFFL;
        }

        /** An address or a length; one beyond 2⁶³ is negative, and refused where it is used. */
        long word() {
            return need(8).getLong();
        }

        float f32() {
            return need(4).getFloat();
        }

        double f64() {
            return need(8).getDouble();
        }

        short i16() {
            return need(2).getShort();
        }

        Piece bigEndian() {
            bytes.order(ByteOrder.BIG_ENDIAN);
            return this;
        }

        Piece skip(long count) {
            if (count < 0 || count > bytes.remaining()) {
                throw extent.wrong("a part of it ends too early");
            }
            bytes.position(bytes.position() + (int) count);
            return this;
        }

        /** The next bytes as a piece of their own; they count as read here. */
        Piece take(long count) {
            int from = bytes.position();
            skip(count);
            return new Piece(extent, bytes.slice(from, (int) count).order(ByteOrder.LITTLE_ENDIAN));
        }

        /** A text of so many bytes, of which those after the first 0 do not count. */
        String text(int length) {
            need(length);
            byte[] letters = new byte[length];
            bytes.get(letters);
            int end = 0;
            while (end < length && letters[end] != 0) {
                end++;
            }
            return new String(letters, 0, end, StandardCharsets.UTF_8);
        }

        void mustSay(String signature) {
            if (!text(signature.length()).equals(signature)) {
                throw extent.wrong("the word " + signature + " is missing where it should stand");
            }
        }

        private ByteBuffer need(int count) {
            if (count < 0 || bytes.remaining() < count) {
                throw extent.wrong("a part of it ends too early");
            }
            return bytes;
        }
    }

    /** Whether a file begins like HDF5. */
    static boolean isHdf5(byte[] first) {
        byte[] signature = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
        return first.length >= signature.length
                && java.util.Arrays.equals(first, 0, signature.length, signature, 0, signature.length);
    }
}
