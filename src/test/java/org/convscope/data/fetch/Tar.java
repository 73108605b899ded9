package org.convscope.data.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Archives as others make them, and as nobody should. */
public final class Tar {

    private static final int BLOCK = 512;
    private static final String FOLDER = "cifar-10-batches-bin/";

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();

    /** An archive like CIFAR-10's, with so many images in each file; labels take turns. */
    public static byte[] cifar(int images) {
        Tar tar = new Tar().add(FOLDER, '5', new byte[0]).file(FOLDER + "readme.html", new byte[88]);
        for (String name : files(images).keySet()) {
            byte[] content = new byte[images * 3073];
            new Random(name.hashCode()).nextBytes(content);
            for (int image = 0; image < images; image++) {
                content[image * 3073] = (byte) (image % 10);
            }
            tar.file(name, content);
        }
        return tar.gz();
    }

    /** The files of such an archive, with their lengths. */
    public static Map<String, Long> files(int images) {
        Map<String, Long> files = new LinkedHashMap<>();
        for (String name : "data_batch_1 data_batch_2 data_batch_3 data_batch_4 data_batch_5 test_batch".split(" ")) {
            files.put(FOLDER + name + ".bin", images * 3073L);
        }
        return files;
    }

    /** A parcel that is exactly this archive. */
    public static Parcel parcel(byte[] archive, Map<String, Long> files, String address) {
        return new Parcel("little", URI.create(address), archive.length, Map.of("SHA-256", sha256(archive)), files);
    }

    Tar file(String name, byte[] content) {
        return add(name, '0', content);
    }

    Tar add(String name, char type, byte[] content) {
        return header(name, type, content.length).raw(content).raw(new byte[-content.length & (BLOCK - 1)]);
    }

    Tar header(String name, char type, long length) {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, 100, "0000644");
        put(block, 124, String.format("%011o", length));
        put(block, 148, "        ");
        block[156] = (byte) type;
        put(block, 257, "ustar");
        int sum = 0;
        for (byte value : block) {
            sum += value & 0xFF;
        }
        put(block, 148, String.format("%06o\0 ", sum));
        return raw(block);
    }

    Tar raw(byte[] bytes) {
        blocks.writeBytes(bytes);
        return this;
    }

    byte[] gz() {
        raw(new byte[2 * BLOCK]);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(blocks.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return zipped.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
