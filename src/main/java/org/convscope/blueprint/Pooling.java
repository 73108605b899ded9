package org.convscope.blueprint;

/** How a pooling window becomes one value. */
public enum Pooling {
    AVERAGE("average"),
    MAX("max");

    private final String id;

    Pooling(String id) {
        this.id = id;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }
}
