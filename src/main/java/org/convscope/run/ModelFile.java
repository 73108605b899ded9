package org.convscope.run;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.blueprint.Census;
import org.convscope.net.Network;

/**
 * A network in one file that needs nothing else: a zip with the entries that DL4J reads, and behind them
 * the card. The card's checksum is the SHA-256 of the contents of all other entries, one after the other:
 * {@code unzip -p model.zip -x convscope.json | sha256sum} says the same.
 */
public final class ModelFile {

    // Equal networks shall give equal files, so no entry tells when it was written.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BUFFER_BYTES = 1 << 16;

    private static final long MOST_DEFLATED_PARAMETERS = 1_000_000;

    private ModelFile() {}

    /**
     * Writes a network, whole or not at all, on the network's thread.
     *
     * @return the card as it stands in the file, with the network's step and checksum
     */
    public static RunCard write(Path file, RunCard card, Network network) {
        RunCard[] written = new RunCard[1];
        WholeFile.write(file, out -> written[0] = write(out, card, network));
        return written[0];
    }

    /** Opens a file that may be a stranger's; the weights are read, and their checksum proved, when they are needed. */
    public static SavedModel open(Path file) {
        try (ModelZip zip = new ModelZip(file)) {
            return new SavedModel(file, zip.card());
        }
    }

    private static RunCard write(OutputStream out, RunCard card, Network network) throws IOException {
        MessageDigest sha256 = ModelZip.sha256();
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(level(Census.of(card.draw()).parameters()));
        network.save(name -> {
            zip.putNextEntry(entry(name));
            return new BufferedOutputStream(new Entry(new DigestOutputStream(zip, sha256), zip), BUFFER_BYTES);
        });
        RunCard proved =
                card.at(card.standing().at(network.step())).of(HexFormat.of().formatHex(sha256.digest()));
        zip.putNextEntry(entry(ModelZip.CARD));
        zip.write(CardText.write(proved));
        zip.closeEntry();
        zip.finish();
        return proved;
    }

    /** Trained weights hardly shrink, and training waits meanwhile: by seconds for a network of many. */
    static int level(long parameters) {
        return parameters > MOST_DEFLATED_PARAMETERS ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED;
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** Closing it ends the entry, not the zip. */
    private static final class Entry extends FilterOutputStream {

        private final ZipOutputStream zip;

        Entry(OutputStream content, ZipOutputStream zip) {
            super(content);
            this.zip = zip;
        }

        // The inherited method would write byte by byte.
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
            zip.closeEntry();
        }
    }
}
