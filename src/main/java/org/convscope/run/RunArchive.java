package org.convscope.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.convscope.problem.Problem;

/**
 * A run in one file: a zip of its plain files and, behind them, {@value #CONTENTS} with the length and the
 * SHA-256 of each. The network comes first: whatever a writer adds meanwhile, the logs then reach at least
 * as far as it.
 */
final class RunArchive {

    /** The entry that says what must be in the others. */
    static final String CONTENTS = "contents.json";

    /** The format that is written. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunArchive() {}

    /** Writes a run into a file that is not there yet; {@code copied} hears how many bytes of it are. */
    static void write(RunFiles run, Path file, LongConsumer copied) {
        if (Files.exists(file)) {
            throw Problem.of("run.fileExists", file).asException();
        }
        ObjectNode contents = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("id", RunCard.read(run.card()).id());
        ObjectNode files = contents.putObject("files");
        WholeFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            Copying copying = new Copying(copied);
            for (Path part : parts(run)) {
                if (Files.exists(part)) {
                    // Parameters hardly shrink, and nobody may hide more in it than the file is long.
                    zip.setLevel(isOfParameters(run, part) ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
                    add(part, zip, copying, files.putObject(part.getFileName().toString()));
                }
            }
            zip.putNextEntry(new ZipEntry(CONTENTS));
            zip.write(JSON.writeValueAsBytes(contents));
            zip.closeEntry();
            zip.finish();
        });
    }

    /** The files of a run, in the order in which they are written. */
    static List<Path> parts(RunFiles run) {
        return List.of(
                run.model(),
                run.steering(),
                run.scores(),
                run.metrics(),
                run.layers(),
                run.card(),
                run.notes(),
                run.snapshots());
    }

    /** Whether a file of a run is as long as what it holds. */
    static boolean isOfParameters(RunFiles run, Path part) {
        return part.equals(run.model()) || part.equals(run.snapshots());
    }

    private static void add(Path part, ZipOutputStream zip, Copying copying, ObjectNode said) throws IOException {
        MessageDigest sha256 = ModelZip.sha256();
        zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
        try (InputStream in = Files.newInputStream(part)) {
            said.put("bytes", copying.copy(in, new DigestOutputStream(zip, sha256), Long.MAX_VALUE));
        }
        zip.closeEntry();
        said.put("sha256", HexFormat.of().formatHex(sha256.digest()));
    }
}
