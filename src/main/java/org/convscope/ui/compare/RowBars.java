package org.convscope.ui.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

/** How far the rows are scrolled, with the bars that say so: all of them across together, and down where they are many. */
final class RowBars {

    private static final double THICK = 10;

    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private CompareLayout layout;

    /** What a layout is made for: a width and a height. */
    @FunctionalInterface
    interface Maker {
        CompareLayout layOut(double width, double height);
    }

    /** Nothing is scrolled; {@code moved} is called whenever a bar was. */
    RowBars(Runnable moved) {
        down.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : both()) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(changed -> moved.run());
        }
    }

    /** The bar below, and the one at the right. */
    List<ScrollBar> both() {
        return List.of(across, down);
    }

    /** Makes the layout that leaves room for the bars that it needs, and places them. */
    void fit(double width, double height, Maker maker) {
        CompareLayout made = maker.layOut(width, height);
        boolean isWide = made.hidden() > 0;
        double seen = height - (isWide ? THICK : 0);
        if (isWide) {
            made = maker.layOut(width, seen);
        }
        boolean isHigh = made.height() > seen + 1;
        if (isHigh) {
            made = maker.layOut(width - THICK, seen);
        }
        layout = made;
        set(across, isWide, made.hidden(), room());
        across.resizeRelocate(made.mapsLeft(), height - THICK, room(), THICK);
        set(down, isHigh, Math.max(0, made.height() - seen), seen);
        down.resizeRelocate(width - THICK, 0, THICK, height);
    }

    /** How far the columns are scrolled. */
    double x() {
        return across.getValue();
    }

    /** How far the rows are scrolled. */
    double y() {
        return down.getValue();
    }

    /** Width that the bar at the right leaves of a width. */
    double widthOf(double width) {
        return down.isVisible() ? width - THICK : width;
    }

    /** Height that the bar below leaves of a height. */
    double heightOf(double height) {
        return across.isVisible() ? height - THICK : height;
    }

    /** Slots that are in sight. */
    Set<Integer> inSight() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            CompareLayout.Span span = layout.columns().get(i);
            if (span.right() > x() && span.left() < x() + room()) {
                seen.add(i);
            }
        }
        return seen;
    }

    /** Brings a slot into sight. */
    void reveal(int slot) {
        if (layout != null && slot < layout.columns().size()) {
            CompareLayout.Span span = layout.columns().get(slot);
            double most = Math.min(x(), span.left() - 8);
            across.setValue(Math.min(across.getMax(), Math.max(0, Math.max(most, span.right() + 8 - room()))));
        }
    }

    /** Follows the wheel, or two fingers. */
    void scroll(ScrollEvent event) {
        boolean isAcross = event.isShiftDown() || !down.isVisible() || event.getDeltaX() != 0;
        ScrollBar bar = isAcross && across.isVisible() ? across : down;
        double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - delta)));
        event.consume();
    }

    private double room() {
        return layout.mapsRight() - layout.mapsLeft();
    }

    private static void set(ScrollBar bar, boolean isNeeded, double hidden, double seen) {
        bar.setVisible(isNeeded);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * Math.min(1, seen / Math.max(1, seen + hidden)));
        bar.setUnitIncrement(60);
        bar.setBlockIncrement(seen);
        bar.setValue(Math.min(bar.getValue(), hidden));
    }
}
