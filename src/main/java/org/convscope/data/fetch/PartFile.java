package org.convscope.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.convscope.data.FileProblem;
import org.convscope.problem.ProblemException;

/**
 * The beginning of a file that is being fetched, and a note of where it came from and of which version it is a part.
 * Both outlive the program.
 */
final class PartFile implements AutoCloseable {

    private static final int BEGINNING = 24;
    private static final String ADDRESS = "address";
    private static final String VALIDATOR = "validator";

    private final Path file;
    private final Path note;
    private final Disk disk;
    private FileChannel open;
    private long length;

    private PartFile(Path file, Disk disk) {
        this.file = file;
        this.note = file.resolveSibling(file.getFileName() + ".from");
        this.disk = disk;
    }

    /** What there is at a place, or nothing yet. */
    static PartFile at(Path file, Disk disk) {
        PartFile part = new PartFile(file, disk);
        try {
            part.open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            part.length = part.open.size();
            return part;
        } catch (IOException failure) {
            throw part.notWritten(failure);
        }
    }

    /** Bytes that are here. */
    long length() {
        return length;
    }

    /** The version of which this is a part, if it came from this address; empty if that is not known. */
    String validator(URI address) {
        Properties noted = new Properties();
        try {
            if (Files.exists(note)) {
                noted.load(new StringReader(Files.readString(note)));
            }
        } catch (IOException | IllegalArgumentException torn) {
            // Then it is fetched without: the checksum of the whole has the last word.
            return "";
        }
        return address.toString().equals(noted.getProperty(ADDRESS)) ? noted.getProperty(VALIDATOR, "") : "";
    }

    /** Notes where what follows comes from. */
    void note(URI address, String validator) {
        Properties noted = new Properties();
        noted.setProperty(ADDRESS, address.toString());
        noted.setProperty(VALIDATOR, validator);
        StringWriter text = new StringWriter();
        try {
            noted.store(text, null);
            Files.writeString(note, text.toString());
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /** Adds bytes behind the last. */
    void append(List<ByteBuffer> bytes) {
        try {
            for (ByteBuffer piece : bytes) {
                open.position(length);
                disk.write(open, piece);
                length = open.position();
            }
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /** Begins anew. */
    void clear() {
        try {
            open.truncate(0);
            length = 0;
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /** The first bytes as characters, for a person who may recognise them. */
    String beginning() {
        try (InputStream content = Files.newInputStream(file)) {
            return FileProblem.readable(content.readNBytes(BEGINNING));
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
    }

    /** Writes through to the disk, and gives the whole file its place. */
    void moveTo(Path place) {
        try {
            open.force(true);
            open.close();
            Folders.move(file, place);
            Files.deleteIfExists(note);
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /** Takes it away: it is not what was wanted. */
    void remove() {
        try {
            open.close();
            Files.deleteIfExists(file);
            Files.deleteIfExists(note);
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    private ProblemException notWritten(IOException failure) {
        return Folders.notWritten(file, failure);
    }
}
