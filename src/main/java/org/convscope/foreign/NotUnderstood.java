package org.convscope.foreign;

/** A layer, or a choice in it, that has no place in a blueprint. The sketch notes it and draws what else it can. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** {@code why} is the setting that is not understood, as the file writes it; empty for the whole kind. */
    NotUnderstood(String why) {
        super(why, null, false, false);
    }
}
