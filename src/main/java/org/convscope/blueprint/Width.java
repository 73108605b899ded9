package org.convscope.blueprint;

/** A share of the channels and hidden units that a paper gives its network. */
public enum Width {
    FULL("full", 1),
    HALF("half", 2),
    QUARTER("quarter", 4),
    EIGHTH("eighth", 8);

    private final String id;
    private final int divisor;

    Width(String id, int divisor) {
        this.id = id;
        this.divisor = divisor;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }

    /** What is left of so many channels or units, at least one. */
    public int of(int channels) {
        return Math.max(1, channels / divisor);
    }
}
