package org.convscope.run;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * Which steps of a run are kept, so that its beginning stays dense and their number within bounds. What is
 * kept is a function of how far the run has come, and what is kept later is a part of what was kept
 * earlier: a run of any length can be thinned out while it grows.
 *
 * <p>Steps are counted from the beginning of the record. At a density <i>d</i> the first 2<i>d</i> steps are
 * kept, every second up to 4<i>d</i>, every fourth up to 8<i>d</i>, and so on: <i>d</i> steps for each doubling.
 * The density is the highest at which the bounds hold, and at most {@value #MOST_DENSITY}, so that short runs stay
 * small. Of 9,380 steps 227 places keep 1, 2, … 46, 48, … at a
 * density of 23, and 256 steps lie between the last of them.
 */
final class SnapshotPlan {

    /** No record has less: two steps are no film. */
    static final int LEAST = 4;

    private static final int MOST_DENSITY = 32;

    /** One place in so many is for the ends of epochs. */
    private static final int EPOCHS_SHARE = 8;

    private static final long ROOM_BYTES = 64L << 20;
    private static final long MOST_ROOM_BYTES = 256L << 20;
    private static final int FEW = 16;

    private final int places;
    private final int epochPlaces;

    /** A plan for so many places, the beginning's own among them. */
    SnapshotPlan(int places) {
        this.epochPlaces = places / EPOCHS_SHARE;
        this.places = places - epochPlaces - 1;
    }

    /**
     * Places for snapshots of so many bytes: as many as fit into 64 MB, of larger ones 16 or as many as fit
     * into 256 MB, and none where these are less than {@value #LEAST}. A LeNet of 61,706 parameters has 271.
     */
    static int places(long bytes) {
        long fitting = Math.max(ROOM_BYTES / bytes, Math.min(FEW, MOST_ROOM_BYTES / bytes));
        return fitting < LEAST ? 0 : (int) Math.min(fitting, 1 << 16);
    }

    /**
     * What is kept of a run that has come to a step.
     *
     * @param now steps since the beginning of the record
     * @param epochEnds at which of them epochs ended, ascending
     * @return whether a step, counted in the same way, is kept
     */
    LongPredicate kept(long now, List<Long> epochEnds) {
        int level = level(now);
        int every = everyEpoch(epochEnds.size());
        return step -> step == 0 || isKept(step, level) || isEpochKept(epochEnds.indexOf(step) + 1, every);
    }

    private static boolean isEpochKept(int epoch, int every) {
        return every > 0 && epoch > 0 && epoch % every == 0;
    }

    /** Of how many epochs one is kept: a power of two; 0 for none. */
    private int everyEpoch(int epochs) {
        if (epochPlaces == 0) {
            return 0;
        }
        int every = 1;
        while (epochs / every > epochPlaces) {
            every *= 2;
        }
        return every;
    }

    /** The highest level at which no more than the places are taken. */
    private int level(long now) {
        int low = -Long.SIZE;
        int high = MOST_DENSITY;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (count(now, middle) <= places) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** A level of 1 or more is a density; below, of the powers of two every second, fourth, eighth … is kept. */
    private static boolean isKept(long step, int level) {
        if (level >= 1) {
            return step % gap(step, level) == 0;
        }
        return Long.bitCount(step) == 1 && Long.numberOfTrailingZeros(step) % stride(level) == 0;
    }

    private static long gap(long step, int density) {
        return Math.max(1, Long.highestOneBit(step / density));
    }

    private static long stride(int level) {
        return 1L << Math.min(1 - level, Long.SIZE - 2);
    }

    private static long count(long now, int level) {
        if (level < 1) {
            return now < 1 ? 0 : log2(now) / stride(level) + 1;
        }
        long count = Math.min(now, 2L * level - 1);
        for (long gap = 2; gap * level <= now; gap *= 2) {
            // Multiples of the gap from level * gap up to, but not including, level * gap * 2.
            count += Math.min(now, gap * level * 2 - 1) / gap - level + 1;
        }
        return count;
    }

    private static int log2(long value) {
        return Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
    }
}
