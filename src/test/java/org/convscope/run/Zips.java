package org.convscope.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips taken apart and put together, as no program of ours would do it. */
final class Zips {

    private Zips() {}

    static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static void write(Path file, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    /** The card of a model as text. */
    static String card(Path file) throws IOException {
        return new String(entries(file).get(ModelZip.CARD), StandardCharsets.UTF_8);
    }

    /** Puts another card into a model; {@code null} takes it out. */
    static void putCard(Path file, String card) throws IOException {
        Map<String, byte[]> entries = entries(file);
        entries.remove(ModelZip.CARD);
        if (card != null) {
            entries.put(ModelZip.CARD, card.getBytes(StandardCharsets.UTF_8));
        }
        write(file, entries);
    }

    /** Renames an entry by its bytes, to a name of the same length. */
    static void rename(Path file, String from, String to) throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    }
}
