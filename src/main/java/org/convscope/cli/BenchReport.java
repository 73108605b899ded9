package org.convscope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/** The file that a bench leaves: always whole, since it is written beside and moved. */
final class BenchReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private final Path file;

    /** A report in {@code wished}, or, if that is {@code null}, in {@code folder}, named by kind and hour. */
    BenchReport(String wished, Path folder, String kind, LocalDateTime now) {
        this.file = wished == null ? folder.resolve(kind + "-" + NAME.format(now) + ".json") : path(wished);
    }

    /** Coordinated universal time, as all dates in reports. */
    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    Path file() {
        return file;
    }

    /** A Problem if it could not be written: before long work, not after it. What is there stays as it is. */
    void check() {
        try {
            Files.delete(beside());
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    /** Writes it, or replaces it; a Problem if that cannot be. */
    void write(ObjectNode content) {
        try {
            Path beside = beside();
            try {
                Files.write(beside, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
                move(beside);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException failure) {
            throw notWritten(failure);
        }
    }

    private Path beside() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        return Files.createTempFile(folder, ".bench", ".part");
    }

    private ProblemException notWritten(IOException failure) {
        return Problem.of("cli.report", file, failure.toString()).asException(failure);
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path path(String wished) {
        try {
            Path path = Path.of(wished);
            if (!wished.isBlank() && !Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException notAPath) {
            throw Problem.of("cli.report", wished, notAPath.getMessage()).asException(notAPath);
        }
        throw Problem.of("cli.report", wished, "-").asException();
    }
}
