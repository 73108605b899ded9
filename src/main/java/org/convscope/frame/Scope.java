package org.convscope.frame;

/** Which values share one colour scale. */
public enum Scope {
    /** Each map has its own: small differences show, maps cannot be compared. */
    MAP,
    /** All maps of a node share one. */
    LAYER,
    /** All nodes of a kind share one: sizes can be compared through the whole network. */
    NETWORK
}
