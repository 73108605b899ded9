package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.convscope.problem.Problem;

/**
 * A network as DL4J saves it: a zip with a description in JSON and one vector of parameters. DL4J's own reader makes
 * whatever classes the JSON names, and some of its other entries are serialised Java objects. Here the JSON is read
 * as plain text, and no other entry is opened.
 */
final class Dl4jFile {

    static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final int MOST_ENTRIES = 64;
    private static final long MOST_DIRECTORY_BYTES = 1 << 16;

    // A trained weight hardly shrinks at all, a weight that is 0 to a thousandth.
    private static final long MOST_VALUES_A_BYTE = 256;

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY_BYTES = 12;

    private Dl4jFile() {}

    static ForeignModel open(Path path) {
        try {
            long bytes = mustEndLikeAZip(path);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                mustNameEntriesOnce(zip);
                JsonNode json = Json.read(path + "/" + CONFIGURATION, configuration(path, zip));
                return new Dl4jModel(path, json).draw((wanted, whole) -> {
                    if (wanted / MOST_VALUES_A_BYTE > bytes || wanted > Integer.MAX_VALUE / 4) {
                        throw Problem.of("foreign.promise", path, wanted, bytes).asException();
                    }
                    return coefficients(path, zip, wanted, whole);
                });
            }
        } catch (IOException | IllegalArgumentException failure) {
            // The second is how Java's zip reader speaks of names that are no text.
            throw Problem.of("foreign.notAZip", path, String.valueOf(failure.getMessage()))
                    .asException(failure);
        }
    }

    /** Whether a file is a zip that holds this entry. */
    static boolean holds(Path path, String name) {
        try {
            mustEndLikeAZip(path);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return zip.getEntry(name) != null;
            }
        } catch (IOException | IllegalArgumentException notAZip) {
            return false;
        }
    }

    private static byte[] configuration(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(CONFIGURATION);
        if (entry == null) {
            throw Problem.of("foreign.noEntry", path, CONFIGURATION).asException();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] text = in.readNBytes(Json.MOST_BYTES + 1);
            if (text.length > Json.MOST_BYTES) {
                throw Problem.of("foreign.tooLong", path, CONFIGURATION, Json.MOST_BYTES)
                        .asException();
            }
            return text;
        }
    }

    private static Coefficients coefficients(Path path, ZipFile zip, long wanted, boolean whole) {
        ZipEntry entry = zip.getEntry(COEFFICIENTS);
        if (entry == null) {
            throw Problem.of("foreign.noEntry", path, COEFFICIENTS).asException();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Coefficients.read(path + "/" + COEFFICIENTS, in, wanted, whole);
        } catch (IOException failure) {
            throw Problem.of("foreign.notAZip", path, String.valueOf(failure.getMessage()))
                    .asException(failure);
        }
    }

    // Java reads the directory of a zip into memory as a whole, however long it says it is.
    private static long mustEndLikeAZip(Path path) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
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

    private static void mustNameEntriesOnce(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!names.add(entry.getName())) {
                throw new ZipException("two entries of one name");
            }
        }
    }
}
