package org.convscope.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.convscope.problem.Problem;

/**
 * Reads the IDX format of the MNIST database, plain or inside gzip: a magic number, one size for each
 * axis (all 32 bits, most significant byte first), then the values, the last axis changing fastest.
 *
 * <p>Nothing in a file is believed before it is checked, and memory is taken for what has arrived,
 * never for what a header promises.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database, "File formats"</a>
 */
final class IdxReader {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int MAGIC_BYTES = 4;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final IdxKind kind;
    private final String name;

    private IdxReader(IdxKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /**
     * Reads a whole file and closes it.
     *
     * @param kind what it should hold
     * @param name what a Problem calls it
     * @param file its content from the first byte, gzip or plain
     */
    static IdxFile read(IdxKind kind, String name, InputStream file) {
        return new IdxReader(kind, name).inflate(file, IdxReader::readAll);
    }

    /** Reads only what a file says about itself, and closes it. */
    static IdxHeader readHeader(IdxKind kind, String name, InputStream file) {
        return new IdxReader(kind, name).inflate(file, (reader, content) -> reader.header(content, sha256()));
    }

    private interface Reading<R> {
        R of(IdxReader reader, InputStream content) throws IOException;
    }

    private <R> R inflate(InputStream file, Reading<R> reading) {
        try (InputStream raw = new BufferedInputStream(file, BUFFER_BYTES)) {
            if (!isGzip(raw)) {
                return reading.of(this, raw);
            }
            try (InputStream content = new GZIPInputStream(raw, BUFFER_BYTES)) {
                return reading.of(this, content);
            }
        } catch (ZipException | EOFException damage) {
            throw Problem.of("data.damagedGzip", name, FileProblem.reason(damage))
                    .asException(damage);
        } catch (IOException failure) {
            throw FileProblem.unreadable(name, failure);
        }
    }

    private static boolean isGzip(InputStream file) throws IOException {
        file.mark(2);
        boolean isGzip = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
        file.reset();
        return isGzip;
    }

    private IdxFile readAll(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        IdxHeader header = header(content, digest);
        byte[] values = values(content, header, digest);
        // Reading on to the end also makes gzip compare its own checksum.
        if (content.read() >= 0) {
            throw Problem.of("data.tooLong", name, kind.headerBytes() + header.valueBytes())
                    .asException();
        }
        return new IdxFile(name, header, values, HexFormat.of().formatHex(digest.digest()));
    }

    private IdxHeader header(InputStream content, MessageDigest digest) throws IOException {
        byte[] begin = content.readNBytes(kind.headerBytes());
        requireMagic(begin);
        if (begin.length < kind.headerBytes()) {
            throw tooShort(begin.length, kind.headerBytes());
        }
        digest.update(begin);
        ByteBuffer numbers = ByteBuffer.wrap(begin).position(MAGIC_BYTES);
        IdxHeader header = kind == IdxKind.LABELS
                ? new IdxHeader(kind, numbers.getInt(), 1, 1)
                : new IdxHeader(kind, numbers.getInt(), numbers.getInt(), numbers.getInt());
        return header.requirePlausible(name);
    }

    private void requireMagic(byte[] begin) {
        if (begin.length < MAGIC_BYTES) {
            throw tooShort(begin.length, kind.headerBytes());
        }
        int magic = ByteBuffer.wrap(begin).getInt();
        if (magic == kind.magic()) {
            return;
        }
        String found = IdxKind.asText(magic);
        String text = FileProblem.readable(Arrays.copyOf(begin, MAGIC_BYTES));
        if (begin[0] == '<') {
            throw Problem.of("data.webPage", name, found, text, kind.magicAsText())
                    .asException();
        }
        throw Problem.of("data.wrongMagic", name, found, text, kind.magicAsText())
                .asException();
    }

    private byte[] values(InputStream content, IdxHeader header, MessageDigest digest) throws IOException {
        int length = header.valueBytes();
        byte[] values = new byte[Math.min(length, CHUNK_BYTES)];
        int filled = 0;
        while (filled < length) {
            if (filled == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(length, 4L * values.length));
            }
            int arrived = content.read(values, filled, Math.min(CHUNK_BYTES, values.length - filled));
            if (arrived < 0) {
                throw tooShort(kind.headerBytes() + filled, kind.headerBytes() + length);
            }
            digest.update(values, filled, arrived);
            filled += arrived;
        }
        return values;
    }

    private RuntimeException tooShort(int found, int expected) {
        return Problem.of("data.tooShort", name, found, expected).asException();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
