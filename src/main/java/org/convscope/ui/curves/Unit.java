package org.convscope.ui.curves;

import java.util.Locale;

/** What the axis of a training is counted in. */
public enum Unit {
    STEPS,
    EPOCHS,
    IMAGES,
    SECONDS;

    /** Whether it cannot be parted. */
    boolean isWhole() {
        return this == STEPS || this == IMAGES;
    }

    /** Under which its texts stand. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
