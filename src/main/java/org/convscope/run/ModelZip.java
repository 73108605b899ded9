package org.convscope.run;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.convscope.blueprint.Census;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * A model file that is open for reading. Whoever wrote it is not trusted: nothing is unpacked by its
 * name, and no more is read than the network on its card can need.
 */
final class ModelZip implements AutoCloseable {

    /** The entry that holds the card. */
    static final String CARD = "convscope.json";

    private static final String CONFIGURATION = "configuration.json";
    private static final int MOST_ENTRIES = 64;
    private static final int MOST_DIRECTORY_BYTES = 1 << 16;
    private static final long MOST_CONFIGURATION_BYTES = 16L << 20;
    private static final long SLACK_BYTES = 1L << 20;

    // Weights as doubles, or weights, two optimizer states and something to spare as floats.
    private static final long MOST_BYTES_A_PARAMETER = 16;

    // A trained weight hardly shrinks at all, a weight that is 0 to a thousandth.
    private static final long MOST_PARAMETERS_A_BYTE = 256;

    private static final int BUFFER_BYTES = 1 << 16;

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY_BYTES = 12;

    private final Path file;
    private final ZipFile zip;
    private final RunCard card;
    private final long parameters;

    ModelZip(Path file) {
        this.file = file;
        try {
            long bytes = mustEndLikeAZip(file);
            this.zip = new ZipFile(file.toFile());
            boolean fits = false;
            try {
                mustNameEntriesOnce(zip);
                this.card = readCard();
                this.parameters = Census.of(card.draw()).parameters();
                if (parameters / MOST_PARAMETERS_A_BYTE > bytes) {
                    throw Problem.of("run.promise", file, parameters, bytes).asException();
                }
                fits = true;
            } finally {
                if (!fits) {
                    zip.close();
                }
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    RunCard card() {
        return card;
    }

    /** An entry, or {@code null}; reading more of it than the network can need is a Problem. */
    InputStream entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        long most = name.equals(CONFIGURATION)
                ? MOST_CONFIGURATION_BYTES
                : parameters * MOST_BYTES_A_PARAMETER + SLACK_BYTES;
        return new BufferedInputStream(new Bounded(zip.getInputStream(entry), name, most), BUFFER_BYTES);
    }

    /** Checksum of what {@link ModelFile} writes for the network. */
    String checksum() throws IOException {
        MessageDigest sha256 = sha256();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.getName().equals(CARD)) {
                try (InputStream content = new DigestInputStream(entry(entry.getName()), sha256)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    ProblemException unreadable(IOException failure) {
        return Problem.of("run.notAModel", file, WholeFile.reason(failure)).asException(failure);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Length of a zip of few entries; Java reads its directory into memory as a whole, however long it says it is. */
    static long mustEndLikeAZip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] last = new byte[END_BYTES];
            bytes.seek(Math.max(0, bytes.length() - END_BYTES));
            bytes.readFully(last);
            ByteBuffer end = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
            int entries = end.getShort(END_ENTRIES) & 0xFFFF;
            long directory = end.getInt(END_DIRECTORY_BYTES) & 0xFFFFFFFFL;
            if (end.getInt(0) != END_SIGNATURE) {
                throw new ZipException("the end of a zip is missing");
            }
            if (entries > MOST_ENTRIES || directory > MOST_DIRECTORY_BYTES) {
                throw new ZipException(entries + " entries, a directory of " + directory + " bytes");
            }
            return bytes.length();
        }
    }

    static Set<String> mustNameEntriesOnce(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!names.add(entry.getName())) {
                throw new ZipException("two entries of one name");
            }
        }
        return names;
    }

    private RunCard readCard() throws IOException {
        ZipEntry entry = zip.getEntry(CARD);
        if (entry == null) {
            throw Problem.of("run.noCard", file, CARD).asException();
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return CardText.read(file + "/" + CARD, BoundedFile.read(file, CARD, content, CardText.MOST_BYTES));
        }
    }

    /** Counts what is really unpacked; what an entry says of its length proves nothing. */
    private final class Bounded extends FilterInputStream {

        private final String entry;
        private final long most;
        private long count;

        Bounded(InputStream content, String entry, long most) {
            super(content);
            this.entry = entry;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            long skipped = super.skip(length);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long more) {
            count += more;
            if (count > most) {
                throw Problem.of("run.tooLong", file, entry, most).asException();
            }
        }
    }
}
