package org.convscope.data;

import org.convscope.problem.Problem;

/** One IDX file as it was read: its header, its bytes, and the checksum of both. */
final class IdxFile {

    private final String name;
    private final IdxHeader header;
    private final byte[] values;
    private final String sha256;

    IdxFile(String name, IdxHeader header, byte[] values, String sha256) {
        this.name = name;
        this.header = header;
        this.values = values;
        this.sha256 = sha256;
    }

    /** What a Problem calls the file. */
    String name() {
        return name;
    }

    IdxHeader header() {
        return header;
    }

    /** The values themselves, not a copy: {@code [N, H, W]} or {@code [N]}, row-major, unsigned. */
    byte[] values() {
        return values;
    }

    /** SHA-256 of the decompressed content, in hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** Refuses content that is not the published one. */
    void requireSha256(String published) {
        if (!sha256.equals(published)) {
            throw Problem.of("data.wrongChecksum", name, sha256, published).asException();
        }
    }

    /** Refuses labels of classes that the dataset does not have. */
    void requireLabelsBelow(int classes) {
        for (int i = 0; i < values.length; i++) {
            int label = values[i] & 0xFF;
            if (label >= classes) {
                throw Problem.of("data.labelOutOfRange", name, i, label, classes - 1)
                        .asException();
            }
        }
    }

    /** The largest label, from 0 to 255. */
    int largestLabel() {
        int largest = 0;
        for (byte value : values) {
            largest = Math.max(largest, value & 0xFF);
        }
        return largest;
    }
}
