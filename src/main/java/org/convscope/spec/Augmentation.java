package org.convscope.spec;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.convscope.problem.Problem;

/**
 * A way to show a network a training image a little different in every epoch. What is tested or looked at
 * is never varied.
 */
public enum Augmentation {
    /** Moved by whole pixels, up to an eighth of each side; 0 comes in. */
    SHIFT,
    /** Left and right swapped, every second time. */
    FLIP,
    /** Turned by up to 15 degrees; a signal is left as it is. */
    ROTATE,
    /** A window of 80 to 100 % of each side, anywhere, enlarged to the whole. */
    CROP,
    /** Normal noise of deviation 0.05 on every value, kept from 0 to 1. */
    NOISE;

    /** As a person types it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Several, joined by commas; none for an empty text or {@code none}. */
    public static Set<Augmentation> parse(String text) {
        Set<Augmentation> several = EnumSet.noneOf(Augmentation.class);
        if (!text.isBlank() && !text.equals("none")) {
            for (String word : text.split(",", -1)) {
                several.add(byId(word.strip()));
            }
        }
        return Collections.unmodifiableSet(several);
    }

    /** Reads what {@link #id} gives; a Problem that lists the ids if there is none. */
    public static Augmentation byId(String id) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                "spec.augmentation",
                                id,
                                Arrays.stream(values()).map(Augmentation::id).collect(Collectors.joining(", ")))
                        .asException());
    }
}
