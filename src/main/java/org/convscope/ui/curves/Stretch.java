package org.convscope.ui.curves;

import java.util.Optional;

/**
 * The part of a training that is looked at closer.
 *
 * @param from a step
 * @param to a later one
 */
public record Stretch(double from, double to) {

    /** Steps of the narrowest one. */
    static final double NARROWEST = 4;

    /** Of a stretch, or of all {@code whole} steps, a part around a step that stays in its place; all is empty. */
    static Optional<Stretch> zoomed(Optional<Stretch> now, double whole, double pivot, double factor) {
        Stretch seen = now.orElse(new Stretch(0, whole));
        double width = Math.max(NARROWEST, (seen.to - seen.from) / factor);
        double share = (pivot - seen.from) / (seen.to - seen.from);
        return within(pivot - share * width, width, whole);
    }

    /** The same stretch later or earlier by a share of its width. */
    static Optional<Stretch> moved(Optional<Stretch> now, double whole, double share) {
        return now.flatMap(seen -> {
            double width = seen.to - seen.from;
            return within(seen.from + share * width, width, whole);
        });
    }

    /** Between two steps, in either order. */
    static Optional<Stretch> between(double one, double other, double whole) {
        double width = Math.max(NARROWEST, Math.abs(other - one));
        return within((one + other - width) / 2, width, whole);
    }

    /** The stretch that goes along when the training grows from one step to a later one, if its end was in sight. */
    Stretch following(double before, double now) {
        return to >= before ? new Stretch(from + now - before, to + now - before) : this;
    }

    private static Optional<Stretch> within(double from, double width, double whole) {
        if (width >= whole) {
            return Optional.empty();
        }
        double begin = Math.max(0, Math.min(whole - width, from));
        return Optional.of(new Stretch(begin, begin + width));
    }
}
