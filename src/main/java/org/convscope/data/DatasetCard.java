package org.convscope.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.convscope.tensor.Shape;

/**
 * What a dataset is, before it is loaded.
 *
 * @param id unique in the catalogue, and the name of its folder there; of a person's own folder, its path
 * @param title what its authors call it
 * @param classes ids of the classes, in English; label 3 is the fourth of them
 * @param shape of every image, {@code [C, H, W]}
 * @param trainCount images to learn from
 * @param testCount images to test on
 * @param licence under which terms it may be passed on; empty if not known
 * @param source where its authors published it; of a person's own folder, its path
 * @param sha256 for each file, by its name without {@code .gz}, the SHA-256 of its decompressed content
 *     in hexadecimal; of a dataset that is fetched, that of its archive; empty where nobody has published
 *     what it should be
 */
public record DatasetCard(
        String id,
        String title,
        List<String> classes,
        Shape shape,
        int trainCount,
        int testCount,
        String licence,
        String source,
        Map<String, String> sha256) {

    public DatasetCard {
        classes = List.copyOf(classes);
        // Map.copyOf would shuffle the files differently in every run of the program.
        sha256 = Collections.unmodifiableMap(new LinkedHashMap<>(sha256));
    }

    /**
     * The classes' names as a person reads them, in the language of {@code locale}, else in English; of
     * a dataset that has no names, the ids.
     */
    public List<String> classNames(Locale locale) {
        ResourceBundle names;
        try {
            names = ResourceBundle.getBundle(
                    "text.classes." + id,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        } catch (MissingResourceException folderOfAPerson) {
            return classes;
        }
        return classes.stream().map(names::getString).toList();
    }

    /** The same card, with the checksums of what was really read. */
    DatasetCard withSha256(Map<String, String> found) {
        return new DatasetCard(id, title, classes, shape, trainCount, testCount, licence, source, found);
    }
}
