package org.convscope.data.fetch;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published archive, {@code .tar.gz}, and what of it is wanted.
 *
 * @param id of the dataset, and the name of the folder it comes into
 * @param address where its authors publish it
 * @param bytes its exact length; never more is taken
 * @param checksums what its content must have, in hexadecimal, by the algorithm's name as Java knows it
 * @param files the wanted files by their path in the archive, each with its exact length in bytes
 */
public record Parcel(String id, URI address, long bytes, Map<String, String> checksums, Map<String, Long> files) {

    private static final int MEGABYTE = 1_000_000;

    public Parcel {
        checksums = Collections.unmodifiableMap(new TreeMap<>(checksums));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        if (checksums.isEmpty() || files.isEmpty() || bytes < 1) {
            throw new IllegalArgumentException(id + " cannot be checked");
        }
    }

    /** Its length as a person reads it, in MB of a million bytes, at least 1. */
    public long megabytes() {
        return Math.max(1, Math.round((double) bytes / MEGABYTE));
    }

    /** Bytes in MB, rounded up. */
    static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    /** What the wanted files take, in bytes. */
    long unpackedBytes() {
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A wanted file's name without its folders: what it is called where it is unpacked. */
    static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
