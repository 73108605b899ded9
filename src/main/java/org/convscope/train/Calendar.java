package org.convscope.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Which epoch a step belongs to, and how many of its images were learned before it. With one size of batches that is a
 * division; where the size was changed between two steps, the rest of the open epoch goes on in the new size, so that
 * every epoch still has every image once.
 */
final class Calendar {

    /** From {@code step} on, where {@code epochs} epochs and {@code images} more images are done, batches are so large. */
    private record Mark(long step, long epochs, int images, int batchSize) {}

    /**
     * What is done before a step.
     *
     * @param epochs that are over
     * @param images of the open epoch, fewer than all
     */
    record Place(long epochs, int images) {}

    private final int images;
    private final List<Mark> marks;

    /** Batches of one size, over so many images. */
    Calendar(int images, int batchSize) {
        this(images, List.of(new Mark(0, 0, 0, batchSize)));
    }

    private Calendar(int images, List<Mark> marks) {
        this.images = images;
        this.marks = List.copyOf(marks);
    }

    /** The same up to a step, counted from 0, and batches of another size from it on. */
    Calendar from(long step, int batchSize) {
        if (mark(step).batchSize == batchSize) {
            return this;
        }
        Place place = before(step);
        List<Mark> kept =
                new ArrayList<>(marks.stream().filter(mark -> mark.step < step).toList());
        kept.add(new Mark(step, place.epochs, place.images, batchSize));
        return new Calendar(images, kept);
    }

    /** What is done before a step, counted from 0. */
    Place before(long step) {
        Mark mark = mark(step);
        long steps = step - mark.step;
        if (steps < stepsLeft(mark)) {
            return new Place(mark.epochs, Math.toIntExact(mark.images + steps * mark.batchSize));
        }
        long later = steps - stepsLeft(mark);
        long perEpoch = steps(images, mark.batchSize);
        return new Place(mark.epochs + 1 + later / perEpoch, Math.toIntExact(later % perEpoch * mark.batchSize));
    }

    /** Images of a step, counted from 0. */
    int size(long step) {
        return Math.min(mark(step).batchSize, images - before(step).images);
    }

    /** Images that the first {@code steps} steps learn, all epochs together. */
    long imagesAfter(long steps) {
        Place place = before(steps);
        return place.epochs * images + place.images;
    }

    /** Epochs begun after so many steps, from 1; 0 before the first. */
    int epochOf(long steps) {
        Place place = before(steps);
        return Math.toIntExact(place.images == 0 ? place.epochs : place.epochs + 1);
    }

    /** Whether so many steps end an epoch. */
    boolean isEnd(long steps) {
        return before(steps).images == 0;
    }

    /** Steps done when so many epochs are over, as far as the sizes are known now. */
    long end(long epochs) {
        if (epochs <= 0) {
            return 0;
        }
        Mark mark = marks.get(0);
        for (Mark next : marks) {
            if (next.epochs < epochs) {
                mark = next;
            }
        }
        return mark.step + stepsLeft(mark) + (epochs - mark.epochs - 1) * steps(images, mark.batchSize);
    }

    /**
     * How many steps of today's size the images before a step would have been, its epoch's place rounded down: what a
     * schedule counts in.
     */
    long scheduled(long step) {
        Place place = before(step);
        int size = mark(step).batchSize;
        return place.epochs * steps(images, size) + place.images / size;
    }

    private Mark mark(long step) {
        Mark last = marks.get(0);
        for (Mark mark : marks) {
            if (mark.step <= step) {
                last = mark;
            }
        }
        return last;
    }

    private long stepsLeft(Mark mark) {
        return steps(images - mark.images, mark.batchSize);
    }

    private static long steps(int images, int batchSize) {
        return (images + (long) batchSize - 1) / batchSize;
    }
}
