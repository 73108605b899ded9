package org.convscope.ui.explore;

/** When pictures and counts are due: so many pictures a second, and the layers once. Counts its own ticks. */
final class Rhythm {

    /** Between two ticks. */
    static final int TICK_MILLIS = 20;

    private static final int TICKS_PER_SECOND = 1000 / TICK_MILLIS;

    private int pictures;
    private int ticksToLayers;
    private int ticksAtMoment;

    /** Another tick; so many pictures a second are wished for. */
    void tick(int picturesPerSecond) {
        pictures = Math.min(TICKS_PER_SECOND, pictures + picturesPerSecond);
        ticksToLayers = Math.max(0, ticksToLayers - 1);
        ticksAtMoment++;
    }

    /** Another moment is looked at. */
    void move() {
        ticksAtMoment = 0;
    }

    /** Whether a picture is due. */
    boolean isPictureDue() {
        return pictures >= TICKS_PER_SECOND;
    }

    /** A picture that was due is taken. */
    void take() {
        pictures -= TICKS_PER_SECOND;
    }

    /** Whether the layers are due. To count their units takes a while, and whoever travels on would wait for it. */
    boolean areLayersDue(boolean isPast) {
        return ticksToLayers == 0 && (!isPast || ticksAtMoment > TICKS_PER_SECOND / 2);
    }

    /** The layers that were due are examined. */
    void examine() {
        ticksToLayers = TICKS_PER_SECOND;
    }
}
