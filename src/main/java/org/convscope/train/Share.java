package org.convscope.train;

/** A share of the time of learning, saved up step by step, that something else may take. */
final class Share {

    private final double share;
    private double saved;
    private double cost;
    private boolean isWarm;

    /** Nothing is saved, nor known of the cost: the first time, several times as slow as any other, is free. */
    Share(double share) {
        this.share = share;
    }

    /** A step was learned. */
    void learned(double millis) {
        // What is not spent is not saved for ever: after an hour of rest nobody works at one go.
        saved = Math.min(saved + share * millis, cost);
    }

    /** Whether what it cost the last time can be paid. */
    boolean isEnough() {
        return share > 0 && saved >= cost;
    }

    /** It was done again. */
    void spend(double millis) {
        if (isWarm) {
            cost = millis;
            saved -= millis;
        }
        isWarm = true;
    }
}
