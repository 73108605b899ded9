package org.convscope.ui.map.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/** A corner of an area, for what lies over it and should hide as little of it as can be. */
public enum Corner {
    LOWER_RIGHT(true, true),
    LOWER_LEFT(false, true),
    UPPER_RIGHT(true, false),
    UPPER_LEFT(false, false);

    private final boolean isRight;
    private final boolean isLower;

    Corner(boolean isRight, boolean isLower) {
        this.isRight = isRight;
        this.isLower = isLower;
    }

    /** Where something of this size lies in this corner. */
    public Rectangle2D place(Rectangle2D area, double width, double height) {
        return new Rectangle2D(
                isRight ? Math.max(area.getMinX(), area.getMaxX() - width) : area.getMinX(),
                isLower ? Math.max(area.getMinY(), area.getMaxY() - height) : area.getMinY(),
                width,
                height);
    }

    /**
     * The corner in which something of this size covers least; this one, unless it covers more than twice of what
     * that does, so that it does not wander about while the area is moved under it.
     */
    public Corner leastCovering(Rectangle2D area, double width, double height, List<Rectangle2D> contents) {
        double here = covered(place(area, width, height), contents);
        if (here == 0) {
            return this;
        }
        Corner least = Stream.of(values())
                .min(Comparator.comparingDouble(corner -> covered(corner.place(area, width, height), contents)))
                .orElseThrow();
        return here > 2 * covered(least.place(area, width, height), contents) ? least : this;
    }

    private static double covered(Rectangle2D place, List<Rectangle2D> contents) {
        return contents.stream()
                .mapToDouble(each -> Rectangles.common(place, each))
                .sum();
    }
}
