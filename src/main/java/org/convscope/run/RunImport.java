package org.convscope.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * Takes in a run from a file that may be a stranger's. Only files that a run has are unpacked, each no
 * further than there is reason to, beside the runs; what is proved to be whole is then moved among them.
 */
final class RunImport {

    /** Where it is unpacked, in the store. */
    static final String FOLDER = ".import";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int MOST_CONTENTS_BYTES = 1 << 16;

    // A curve that lies still shrinks to a fiftieth; the logs of a run that is here take no more than this.
    private static final long MOST_GROWTH = 100;
    private static final long SLACK_BYTES = 1L << 20;

    private final Path file;
    private final Path root;
    private final RunFiles unpacked;
    private final Copying copying;

    private RunImport(Path file, Path root, LongConsumer copied) {
        this.copying = new Copying(copied);
        this.file = file;
        this.root = root;
        this.unpacked =
                new RunFiles(root.resolve(FOLDER).resolve(UUID.randomUUID().toString()));
    }

    /** Unpacks a run into a store's folder; returns where it then is. {@code copied} hears how many bytes there are. */
    static Path unpack(Path file, Path root, LongConsumer copied) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of("run.notARun", file, "there is no such file").asException();
        }
        return new RunImport(file, root, copied).unpack();
    }

    private Path unpack() {
        try {
            long bytes = ModelZip.mustEndLikeAZip(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                CardFields contents = contents(zip);
                String id = contents.text("id");
                if (!ID.matcher(id).matches()) {
                    throw contents.problem("id");
                }
                Path place = root.resolve(id);
                if (Files.exists(place)) {
                    throw Problem.of("run.exists", id, root).asException();
                }
                Files.createDirectories(unpacked.folder());
                copy(zip, contents.object("files"), bytes);
                prove(id);
                return Files.move(unpacked.folder(), place);
            } finally {
                clear();
            }
        } catch (ZipException | EOFException torn) {
            throw notARun(WholeFile.reason(torn));
        } catch (IOException failure) {
            throw WholeFile.problem(root, failure);
        }
    }

    private CardFields contents(ZipFile zip) throws IOException {
        Set<String> names = ModelZip.mustNameEntriesOnce(zip);
        Set<String> known = RunArchive.parts(unpacked).stream()
                .map(part -> part.getFileName().toString())
                .collect(Collectors.toSet());
        for (String name : names) {
            if (!known.contains(name) && !name.equals(RunArchive.CONTENTS)) {
                throw notARun("a run has no file " + name);
            }
        }
        if (!names.contains(RunArchive.CONTENTS)) {
            throw notARun("there is no " + RunArchive.CONTENTS);
        }
        byte[] text;
        try (InputStream in = zip.getInputStream(zip.getEntry(RunArchive.CONTENTS))) {
            text = BoundedFile.read(file, RunArchive.CONTENTS, in, MOST_CONTENTS_BYTES);
        }
        CardFields contents = CardFields.parse(file + "/" + RunArchive.CONTENTS, text);
        contents.mustBeOfFormat(RunArchive.FORMAT);
        return contents;
    }

    private void copy(ZipFile zip, CardFields files, long archiveBytes) throws IOException {
        for (Path part : RunArchive.parts(unpacked)) {
            String name = part.getFileName().toString();
            boolean there = zip.getEntry(name) != null;
            if (there != files.has(name)) {
                throw notARun(name);
            }
            if (there) {
                String found = copy(zip, name, part, most(part, archiveBytes));
                if (!found.equals(files.object(name).text("sha256"))) {
                    throw Problem.of("run.changed", file, name).asException();
                }
            }
        }
    }

    /** Parameters hardly shrink, however somebody packed them. */
    private long most(Path part, long archiveBytes) {
        if (part.equals(unpacked.model())) {
            return archiveBytes;
        }
        long growth = part.equals(unpacked.snapshots()) ? 2 : MOST_GROWTH;
        return archiveBytes * growth + SLACK_BYTES;
    }

    /** Copies no more than {@code most} bytes; returns their checksum. */
    private String copy(ZipFile zip, String name, Path to, long most) throws IOException {
        MessageDigest sha256 = ModelZip.sha256();
        try (InputStream in = zip.getInputStream(zip.getEntry(name));
                OutputStream out =
                        new DigestOutputStream(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW), sha256)) {
            if (copying.copy(in, out, most) > most) {
                throw Problem.of("run.tooLong", file, name, most).asException();
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** What was exported whole may still have been put together by a stranger. */
    private void prove(String id) throws IOException {
        if (!Files.exists(unpacked.card())) {
            throw notARun("there is no " + unpacked.card().getFileName());
        }
        mustBe(id, RunCard.read(unpacked.card()));
        var unused = RunNotes.read(unpacked.notes());
        if (Files.exists(unpacked.snapshots()) && !SnapshotFile.isSound(unpacked.snapshots())) {
            throw notARun(unpacked.snapshots().getFileName().toString());
        }
        if (unpacked.hasModel()) {
            try (ModelZip model = new ModelZip(unpacked.model())) {
                mustBe(id, model.card());
                if (!model.checksum().equals(model.card().sha256())) {
                    throw Problem.of("run.changed", file, unpacked.model().getFileName())
                            .asException();
                }
            }
        }
    }

    private void mustBe(String id, RunCard card) {
        if (!card.id().equals(id)) {
            throw notARun("the id of its card is another one");
        }
    }

    private void clear() throws IOException {
        for (Path part : RunArchive.parts(unpacked)) {
            Files.deleteIfExists(part);
        }
        Files.deleteIfExists(unpacked.folder());
    }

    private ProblemException notARun(String reason) {
        return Problem.of("run.notARun", file, reason).asException();
    }
}
