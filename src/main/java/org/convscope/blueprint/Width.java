package org.convscope.blueprint;

/** A share of the channels and hidden units that a paper gives its network. */
public enum Width {
    FULL("full", 16),
    DOUBLE("double", 32),
    HALF("half", 8),
    QUARTER("quarter", 4),
    THREE_SIXTEENTHS("three-sixteenths", 3),
    EIGHTH("eighth", 2),
    SIXTEENTH("sixteenth", 1);

    private static final int SIXTEENTHS_OF_FULL = 16;

    private final String id;
    private final int sixteenths;

    Width(String id, int sixteenths) {
        this.id = id;
        this.sixteenths = sixteenths;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }

    /** What becomes of so many channels or units: rounded down, at least one. */
    public int of(int channels) {
        return Math.max(1, channels * sixteenths / SIXTEENTHS_OF_FULL);
    }
}
