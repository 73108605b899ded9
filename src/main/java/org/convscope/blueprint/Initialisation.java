package org.convscope.blueprint;

/**
 * How weights begin. Biases begin uniform in ±1/√fanIn, as PyTorch's layers do, so that the course's
 * runs can be repeated; for {@link #CONSTANT} they begin at 0.
 */
public enum Initialisation {
    /** Uniform in ±√(6 / (fanIn + fanOut)); Glorot and Bengio, 2010. */
    XAVIER("xavier"),
    /** Normal with deviation √(2 / fanIn); He et al., 2015. */
    HE("he"),
    /** Every weight {@value #CONSTANT_WEIGHT}: all units of a layer stay the same for ever. */
    CONSTANT("constant");

    /** What {@link #CONSTANT} begins with. */
    public static final double CONSTANT_WEIGHT = 0.01;

    private final String id;

    Initialisation(String id) {
        this.id = id;
    }

    /** As a person types it. */
    public String id() {
        return id;
    }
}
