package org.convscope.data.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands in a tar archive before an entry: a block of 512 bytes.
 *
 * @param path of the entry, folders before it
 * @param bytes of its content
 * @param type {@code 0} is a file, {@code 5} a folder, and the rest what nobody needs to be sent
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX, "ustar Interchange
 *     Format"</a>
 */
record TarHeader(String path, long bytes, char type) {

    static final int BLOCK = 512;

    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_END = 156;

    /** What a block says; empty if it is no header. */
    static Optional<TarHeader> of(byte[] block) {
        long checksum = octal(block, CHECKSUM, CHECKSUM_END);
        long bytes = octal(block, 124, 136);
        if (checksum != sum(block) || bytes < 0) {
            return Optional.empty();
        }
        boolean isUstar = text(block, 257, 262).equals("ustar");
        String prefix = isUstar ? text(block, 345, 500) : "";
        String path = (prefix.isEmpty() ? "" : prefix + "/") + text(block, 0, 100);
        char type = block[156] == 0 ? '0' : (char) (block[156] & 0xFF);
        return Optional.of(new TarHeader(path.startsWith("./") ? path.substring(2) : path, bytes, type));
    }

    /** Whether a block is one of the zeros at the end of an archive. */
    static boolean isEnd(byte[] block) {
        return Arrays.equals(block, new byte[BLOCK]);
    }

    boolean isFile() {
        return type == '0' || type == '7';
    }

    boolean isFolder() {
        return type == '5';
    }

    /** Whether it only says more about the next entry. */
    boolean isRemark() {
        return type == 'x' || type == 'g' || type == 'L';
    }

    /** Whether its path stays below the folder that it is unpacked into, on every system. */
    boolean staysInside() {
        return !path.isEmpty()
                && !path.startsWith("/")
                && path.chars().noneMatch(letter -> letter == '\\' || letter == ':' || letter < ' ')
                && !Arrays.asList(path.split("/")).contains("..");
    }

    private static long sum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM_END ? ' ' : block[i] & 0xFF;
        }
        return sum;
    }

    private static String text(byte[] block, int from, int end) {
        int last = from;
        while (last < end && block[last] != 0) {
            last++;
        }
        return new String(block, from, last - from, StandardCharsets.UTF_8);
    }

    /** A number in octal digits, or -1. */
    private static long octal(byte[] block, int from, int end) {
        String digits = text(block, from, end).strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }
}
