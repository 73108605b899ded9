package org.convscope.frame;

/** Colours for numbers, from published tables. */
public enum ColorMap {
    /** Images: black to white. */
    GREY(false),
    /** Values of both signs: blue below zero, red above, zero melting into the surface. */
    DIVERGING(true),
    /** Values of one sign: viridis. */
    SEQUENTIAL(false),
    /** Weights: brown below zero, teal above. */
    KERNEL(true),
    /** Logits: orange. */
    LOGIT(false);

    /** The colour of NaN and of infinities: magenta. */
    public static final int NOT_A_NUMBER = 0xFFFF00FF;

    private final boolean diverges;

    ColorMap(boolean diverges) {
        this.diverges = diverges;
    }

    /** Whether its middle stands for zero. */
    public boolean diverges() {
        return diverges;
    }

    /** The colour at a position from 0 to 1, as 0xAARRGGBB; beyond the ends, the end's. */
    public int argb(float position, Surface surface) {
        return ColorTables.of(this, surface).at(position);
    }
}
