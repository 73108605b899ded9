package org.convscope.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of a CSV file that somebody else writes, as they come. A line that is not whole yet waits for its end. A
 * file that is not the one that was read before, since a run that is resumed is cut back, is read from its beginning.
 */
final class LogTail<T> {

    /** Of what was read last, so much is read again to see that it is the same file. */
    private static final int FOOT_BYTES = 256;

    /** Read at a time. */
    private static final int BLOCK_BYTES = 1 << 24;

    private final Path file;
    private final Function<String, T> parse;
    private byte[] foot = new byte[0];
    private long offset;

    /** Nothing is read yet; {@code parse} throws an {@link IllegalArgumentException} at a line that is damaged. */
    LogTail(Path file, Function<String, T> parse) {
        this.file = file;
        this.parse = parse;
    }

    /** Whether what was read is no longer there. */
    boolean isReplaced() throws IOException {
        if (offset == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !Arrays.equals(read(channel, offset - foot.length, foot.length), foot);
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    /** Forgets what was read. */
    void rewind() {
        offset = 0;
        foot = new byte[0];
    }

    /** What the whole lines mean that have come since. */
    List<T> more() throws IOException {
        List<T> values = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long before = -1;
            while (offset > before) {
                before = offset;
                take(read(channel, offset, BLOCK_BYTES), values);
            }
        } catch (NoSuchFileException notYet) {
            return values;
        }
        return values;
    }

    private void take(byte[] bytes, List<T> values) {
        int begin = 0;
        for (int end = endOfLine(bytes, 0); end >= 0; end = endOfLine(bytes, begin)) {
            String line = new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
            boolean isHeader = offset + begin == 0;
            if (!isHeader) {
                try {
                    values.add(parse.apply(line));
                } catch (IllegalArgumentException torn) {
                    // A share may show how long a file is before what is in it: the line is read again next time.
                    break;
                }
            }
            begin = end + 1;
        }
        byte[] read = Arrays.copyOf(foot, foot.length + begin);
        System.arraycopy(bytes, 0, read, foot.length, begin);
        foot = Arrays.copyOfRange(read, Math.max(0, read.length - FOOT_BYTES), read.length);
        offset += begin;
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** As many bytes as there are, but no more than {@code most}. */
    private static byte[] read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, Math.max(0, channel.size() - from)));
        long at = from;
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = channel.read(bytes, at);
            at += Math.max(0, count);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
