package org.convscope.run;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * A file of equal places for parameters, all little-endian. It begins with its magic number, its format, the
 * number of parameters and the step at which the record begins, padded to {@value #HEADER_BYTES} bytes. A
 * place is a step, −1 while it is free, the CRC-32 of step and parameters, 4 bytes of nothing, and the
 * parameters. The step is written last: what a kill left half-written is free or has a wrong checksum.
 */
final class SnapshotFile implements AutoCloseable {

    static final int HEADER_BYTES = 32;

    private static final int PLACE_HEADER_BYTES = 16;
    private static final long MAGIC = 0x31504E5353564E43L;
    private static final int FORMAT = 1;
    private static final long FREE = -1;
    // Java keeps as much memory outside of its heap for each thread as the largest piece that it ever wrote.
    private static final int BLOCK_BYTES = 1 << 18;

    private final FileChannel channel;
    private final int parameters;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private SnapshotFile(FileChannel channel, int parameters) {
        this.channel = channel;
        this.parameters = parameters;
    }

    /** Opens a file for reading. */
    static SnapshotFile read(Path file, int parameters) throws IOException {
        return new SnapshotFile(FileChannel.open(file, StandardOpenOption.READ), parameters);
    }

    /** Opens or makes a file for writing, too. */
    static SnapshotFile write(Path file, int parameters) throws IOException {
        return new SnapshotFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                parameters);
    }

    /** Bytes of a place for so many parameters. */
    static long placeBytes(long parameters) {
        return PLACE_HEADER_BYTES + Float.BYTES * parameters;
    }

    /** Whether a file that may be a stranger's is of this format; its last place may be cut short by a kill. */
    static boolean isSound(Path file) throws IOException {
        try (SnapshotFile any = read(file, 0)) {
            if (any.channel.size() < HEADER_BYTES) {
                return false;
            }
            any.fill(0, HEADER_BYTES);
            int count = any.block.getInt(Long.BYTES + Integer.BYTES);
            return any.block.getLong(0) == MAGIC && any.block.getInt(Long.BYTES) == FORMAT && count > 0;
        }
    }

    /** Begins the file anew, without places. */
    void begin(long step) throws IOException {
        channel.truncate(0);
        block.clear();
        block.putLong(MAGIC).putInt(FORMAT).putInt(parameters).putLong(step).putLong(0);
        drain(0);
    }

    /** The step at which the record begins; none if it is not one of so many parameters. */
    OptionalLong beginning() throws IOException {
        if (channel.size() < HEADER_BYTES) {
            return OptionalLong.empty();
        }
        fill(0, HEADER_BYTES);
        boolean ours = block.getLong(0) == MAGIC
                && block.getInt(Long.BYTES) == FORMAT
                && block.getInt(Long.BYTES + Integer.BYTES) == parameters;
        return ours ? OptionalLong.of(block.getLong(2 * Long.BYTES)) : OptionalLong.empty();
    }

    /** How many whole places there are. */
    int places() throws IOException {
        return Math.toIntExact((channel.size() - HEADER_BYTES) / placeBytes(parameters));
    }

    /** The step that is in a place; none if it is free, or not whole. */
    OptionalLong stepIn(int place) throws IOException {
        return read(place, new float[0]);
    }

    /**
     * Reads a place.
     *
     * @param values receives the parameters, as many as it has room for
     * @return the step, if the place is taken and whole
     */
    OptionalLong read(int place, float[] values) throws IOException {
        fill(start(place), PLACE_HEADER_BYTES);
        long step = block.getLong(0);
        int promised = block.getInt(Long.BYTES);
        if (step < 0) {
            return OptionalLong.empty();
        }
        CRC32 crc = checksumOf(step);
        int count = BLOCK_BYTES / Float.BYTES;
        for (int done = 0; done < parameters; done += count) {
            int some = Math.min(count, parameters - done);
            fill(start(place) + PLACE_HEADER_BYTES + (long) Float.BYTES * done, some * Float.BYTES);
            if (done < values.length) {
                block.asFloatBuffer().get(values, done, some);
            }
            crc.update(block);
        }
        return (int) crc.getValue() == promised ? OptionalLong.of(step) : OptionalLong.empty();
    }

    /** Takes a place for the parameters at a step. */
    void write(int place, long step, float[] values) throws IOException {
        free(place);
        CRC32 crc = checksumOf(step);
        int count = BLOCK_BYTES / Float.BYTES;
        for (int done = 0; done < parameters; done += count) {
            int some = Math.min(count, parameters - done);
            block.clear().limit(some * Float.BYTES);
            block.asFloatBuffer().put(values, done, some);
            crc.update(block);
            block.position(some * Float.BYTES);
            drain(start(place) + PLACE_HEADER_BYTES + (long) Float.BYTES * done);
        }
        mark(place, step, (int) crc.getValue());
    }

    /** Lets a place go. */
    void free(int place) throws IOException {
        mark(place, FREE, 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private long start(int place) {
        return HEADER_BYTES + place * placeBytes(parameters);
    }

    private void mark(int place, long step, int checksum) throws IOException {
        block.clear();
        block.putLong(step).putInt(checksum).putInt(0);
        drain(start(place));
    }

    private static CRC32 checksumOf(long step) {
        CRC32 crc = new CRC32();
        crc.update(
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, step));
        return crc;
    }

    /** Reads so many bytes into the block, which then begins with them. */
    private void fill(long from, int bytes) throws IOException {
        block.clear().limit(bytes);
        while (block.hasRemaining()) {
            if (channel.read(block, from + block.position()) < 0) {
                throw new EOFException("it ends at " + channel.size());
            }
        }
        block.position(0);
    }

    /** Writes what has been put into the block. */
    private void drain(long to) throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            channel.write(block, to + block.position());
        }
    }
}
