package org.convscope.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.convscope.problem.Problem;

/** What to do with an image whose size is not the one that is wanted. */
public enum Fit {
    /** The whole image, squeezed in one direction where its proportions are others. */
    STRETCH,
    /** The largest middle part of the right proportions. */
    CROP,
    /** The whole image in its own proportions; 0 where nothing of it lies. */
    PAD;

    /** As a person types it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #id} gives; a Problem that lists the ids if there is none. */
    public static Fit byId(String id) {
        return Arrays.stream(values())
                .filter(fit -> fit.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "spec.fit",
                                id,
                                Arrays.stream(values()).map(Fit::id).collect(Collectors.joining(", ")))
                        .asException());
    }
}
