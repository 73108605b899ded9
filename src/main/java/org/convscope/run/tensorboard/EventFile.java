package org.convscope.run.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes events as TensorBoard reads them. Each is a record: its length in eight bytes, a checksum of that, the event,
 * a checksum of it.
 */
public final class EventFile {

    private static final int MASK = 0xA282EAD8;
    private static final int RED_GREEN_BLUE_ALPHA = 4;

    private final OutputStream out;

    /**
     * A file that begins.
     *
     * @param seconds since 1970, when what it tells of began
     */
    public EventFile(OutputStream out, double seconds) throws IOException {
        this.out = out;
        write(new Message().real(1, seconds).text(3, "brain.Event:2"));
    }

    /** One value of a curve; {@code seconds} since 1970. */
    public void scalar(String tag, long step, double seconds, double value) throws IOException {
        write(step, seconds, new Message().text(1, tag).real(2, (float) value));
    }

    /** How values are distributed at a step. */
    public void histogram(String tag, long step, double seconds, Buckets buckets) throws IOException {
        Message histogram = new Message()
                .real(1, buckets.least())
                .real(2, buckets.most())
                .real(3, buckets.sum(value -> 1))
                .real(4, buckets.sum(value -> value))
                .real(5, buckets.sum(value -> value * value))
                .reals(6, buckets.limits())
                .reals(7, buckets.shares());
        write(step, seconds, new Message().text(1, tag).message(5, histogram));
    }

    /** A picture at a step, as PNG. */
    public void image(String tag, long step, double seconds, Picture picture) throws IOException {
        Message image = new Message()
                .whole(1, picture.height())
                .whole(2, picture.width())
                .whole(3, RED_GREEN_BLUE_ALPHA)
                .raw(4, picture.png());
        write(step, seconds, new Message().text(1, tag).message(4, image));
    }

    private void write(long step, double seconds, Message value) throws IOException {
        write(new Message().real(1, seconds).whole(2, step).message(5, new Message().message(1, value)));
    }

    private void write(Message event) throws IOException {
        byte[] bytes = event.toBytes();
        byte[] length = littleEndian(Long.BYTES).putLong(bytes.length).array();
        out.write(length);
        out.write(littleEndian(Integer.BYTES).putInt(masked(length)).array());
        out.write(bytes);
        out.write(littleEndian(Integer.BYTES).putInt(masked(bytes)).array());
    }

    /**
     * CRC-32C, turned by 15 bits and moved, so that the checksum of bytes that hold a checksum is none of a kind. Of
     * {@code "123456789"} the CRC is {@code E3069283}.
     */
    static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
