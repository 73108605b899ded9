package org.convscope.blueprint.census;

/** How what stands in one network compares to what stands at its place in another. */
public enum Likeness {
    SAME("=", "same"),
    CHANGED("≠", "changed"),
    ONLY_LEFT("−", "only-left"),
    ONLY_RIGHT("+", "only-right");

    private final String sign;
    private final String id;

    Likeness(String sign, String id) {
        this.sign = sign;
        this.id = id;
    }

    /** One character that tells it without colour. */
    public String sign() {
        return sign;
    }

    /** As a program reads it. */
    public String id() {
        return id;
    }
}
