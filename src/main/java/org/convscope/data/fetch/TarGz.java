package org.convscope.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.convscope.data.Cancellation;
import org.convscope.data.FileProblem;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * Unpacks the wanted files of a {@code .tar.gz}, and nothing else. An archive that holds a link, a device, a path that
 * leads out of its folder, or much more than it should is refused as a whole.
 */
final class TarGz {

    private static final int MOST_ENTRIES = 64;
    private static final long MOST_UNWANTED_BYTES = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path archive;
    private final Path target;
    private final Disk disk;
    private final Cancellation cancellation;
    private final Map<String, Long> missing;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private long unwantedBytes;

    private TarGz(Path archive, Parcel parcel, Path target, FetchTools tools, Cancellation cancellation) {
        this.archive = archive;
        this.target = target;
        this.disk = tools.disk();
        this.cancellation = cancellation;
        this.missing = new TreeMap<>(parcel.files());
    }

    /** Unpacks the files of a parcel straight into a folder that exists, and writes them through to the disk. */
    static void unpack(Path archive, Parcel parcel, Path target, FetchTools tools, Cancellation cancellation) {
        new TarGz(archive, parcel, target, tools, cancellation).unpack();
    }

    private void unpack() {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
                InputStream content = new GZIPInputStream(file, BUFFER)) {
            int entries = 0;
            while (content.readNBytes(block, 0, block.length) == block.length && !TarHeader.isEnd(block)) {
                TarHeader entry = TarHeader.of(block).orElseThrow(() -> damaged("no header of tar"));
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw Problem.of("data.archiveTooMuch", archive, entries, unwantedBytes, MOST_ENTRIES)
                            .asException();
                }
                take(entry, content);
            }
        } catch (IOException failure) {
            throw damaged(FileProblem.reason(failure));
        }
        if (!missing.isEmpty()) {
            throw damaged("without " + String.join(", ", missing.keySet()));
        }
    }

    private void take(TarHeader entry, InputStream content) throws IOException {
        Long wanted = missing.remove(entry.path());
        boolean isKnown = entry.isFile() || entry.isFolder() || entry.isRemark();
        boolean fits = wanted == null || entry.isFile() && wanted == entry.bytes();
        if (!isKnown || !fits || !entry.staysInside()) {
            throw Problem.of("data.archiveEntry", archive, entry.path(), entry.type(), entry.bytes())
                    .asException();
        }
        if (wanted == null) {
            unwantedBytes += entry.bytes();
            if (unwantedBytes > MOST_UNWANTED_BYTES) {
                throw Problem.of("data.archiveTooMuch", archive, entry.path(), unwantedBytes, MOST_ENTRIES)
                        .asException();
            }
            skip(content, entry.bytes());
        } else {
            write(entry, content);
        }
        skip(content, -entry.bytes() & (TarHeader.BLOCK - 1));
    }

    private void skip(InputStream content, long bytes) throws IOException {
        if (content.readNBytes((int) bytes).length < bytes) {
            throw damaged("ends early");
        }
    }

    private void write(TarHeader entry, InputStream content) throws IOException {
        Path file = target.resolve(Parcel.baseName(entry.path()));
        byte[] buffer = new byte[BUFFER];
        try (FileChannel open = create(file)) {
            for (long left = entry.bytes(); left > 0; ) {
                cancellation.check();
                int count = content.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                if (count == 0) {
                    throw damaged("ends early");
                }
                left -= count;
                append(file, open, ByteBuffer.wrap(buffer, 0, count));
            }
            force(file, open);
        }
    }

    private static FileChannel create(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw Folders.notWritten(file, failure);
        }
    }

    private void append(Path file, FileChannel open, ByteBuffer bytes) {
        try {
            disk.write(open, bytes);
        } catch (IOException failure) {
            throw Folders.notWritten(file, failure);
        }
    }

    private static void force(Path file, FileChannel open) {
        try {
            open.force(true);
        } catch (IOException failure) {
            throw Folders.notWritten(file, failure);
        }
    }

    private ProblemException damaged(String how) {
        return Problem.of("data.archiveDamaged", archive, how).asException();
    }
}
