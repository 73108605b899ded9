package org.convscope.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convscope.tensor.Shape;

/** What a dataset is, before it is loaded. */
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
        sha256 = Map.copyOf(sha256);
    }

    /** The classes' names in a language. */
    public List<String> classNames(Locale locale) {
        return classes;
    }
}
