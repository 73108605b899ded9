package org.convscope.ui.kit;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one day to the next: theme, language, widths. It is a small file of
 * the person's, and nothing depends on it: what cannot be read or written is only said in the log.
 */
public final class Remembered {

    /** Names another folder for the file. */
    public static final String FOLDER_PROPERTY = "convscope.config";

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Path file;
    private final Properties values = new Properties();

    private Remembered(Path file) {
        this.file = file;
    }

    /** What was remembered in the person's own folder. */
    public static Remembered ofThisPerson() {
        return in(folder());
    }

    /** What was remembered in a folder. */
    public static Remembered in(Path folder) {
        Remembered remembered = new Remembered(folder.resolve("window.properties"));
        remembered.read();
        return remembered;
    }

    /** Nothing, and what it is told only until it is let go: for measuring. */
    public static Remembered nothing() {
        return new Remembered(null);
    }

    /** What was remembered under a key. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** Remembers a value, at once. */
    public void put(String key, String value) {
        if (value.equals(values.getProperty(key))) {
            return;
        }
        // Another window, or another part of this one, may have remembered something meanwhile.
        read();
        values.setProperty(key, value);
        if (file == null) {
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritable) {
            LOG.warn("{} cannot be written; {} will be forgotten: {}", file, key, notWritable.toString());
        }
    }

    private void read() {
        if (file != null && Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException damaged) {
                LOG.warn("{} cannot be read; the window begins as if new: {}", file, damaged.toString());
            }
        }
    }

    private static Path folder() {
        String wanted = System.getProperty(FOLDER_PROPERTY);
        if (wanted != null) {
            return Path.of(wanted);
        }
        String windows = System.getenv("APPDATA");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        if (windows != null) {
            return Path.of(windows, "ConvScope");
        }
        return xdg == null || xdg.isBlank() ? home.resolve(".config/convscope") : Path.of(xdg, "convscope");
    }
}
