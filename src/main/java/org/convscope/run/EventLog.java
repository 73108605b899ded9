package org.convscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A CSV file that only grows. Lines wait in memory until {@link #flush}; if the disk refuses them, the
 * file keeps its whole lines and the others wait for the next time.
 */
final class EventLog {

    private final Path file;
    private final String header;
    private final StringBuilder waiting = new StringBuilder();

    EventLog(Path file, String header) {
        this.file = file;
        this.header = header;
    }

    /** Adds a line, for now in memory. */
    void append(String line) {
        waiting.append(line).append('\n');
    }

    /** Writes what waits. */
    void flush() throws IOException {
        if (waiting.length() == 0) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long length = channel.size();
            String start = length == 0 ? header + "\n" : "";
            ByteBuffer bytes = ByteBuffer.wrap((start + waiting).getBytes(StandardCharsets.UTF_8));
            boolean written = false;
            try {
                channel.position(length);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                written = true;
            } finally {
                if (!written) {
                    channel.truncate(length);
                }
            }
        }
        waiting.setLength(0);
    }

    /**
     * What the file's lines mean. After a crash the last line may be torn: from the first line on that
     * {@code parse} throws an {@link IllegalArgumentException} at, nothing is believed.
     */
    static <T> List<T> read(Path file, Function<String, T> parse) throws IOException {
        List<T> values = new ArrayList<>();
        if (!Files.exists(file)) {
            return values;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.lines().skip(1).toList()) {
            try {
                values.add(parse.apply(line));
            } catch (IllegalArgumentException torn) {
                break;
            }
        }
        return values;
    }

    /** Replaces the file by these lines. */
    static void rewrite(Path file, String header, List<String> lines) {
        WholeFile.write(
                file,
                out -> out.write(lines.stream()
                        .collect(Collectors.joining("\n", header + "\n", lines.isEmpty() ? "" : "\n"))
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
