package org.convscope.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** IDX files made by hand, whole and broken. */
final class Idx {

    private Idx() {}

    /** A header of this magic number and these sizes, and nothing behind it. */
    static byte[] header(int magic, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.array();
    }

    /** A file of images with random pixels. */
    static byte[] images(Random random, int count, int rows, int columns) {
        byte[] pixels = new byte[count * rows * columns];
        random.nextBytes(pixels);
        return joined(header(0x00000803, count, rows, columns), pixels);
    }

    /** A file of these labels. */
    static byte[] labels(int... labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return joined(header(0x00000801, labels.length), values);
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
