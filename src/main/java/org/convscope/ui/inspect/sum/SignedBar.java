package org.convscope.ui.inspect.sum;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A length to the right of zero, or to the left of it. */
final class SignedBar extends Pane {

    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");

    private final Region axis = new Region();
    private final Region bar = new Region();
    private final boolean hasBothSides;
    private double share;

    /** A bar that begins in the middle if values have both signs, else at the left. */
    SignedBar(boolean hasBothSides) {
        this.hasBothSides = hasBothSides;
        getStyleClass().add("signed-bar");
        axis.getStyleClass().add("axis");
        bar.getStyleClass().add("bar");
        getChildren().addAll(bar, axis);
    }

    /** Shows a value from −1 to 1. */
    void show(double shareOfFull) {
        share = Double.isFinite(shareOfFull) ? Math.max(-1, Math.min(1, shareOfFull)) : 0;
        bar.pseudoClassStateChanged(NEGATIVE, share < 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double zero = hasBothSides ? Math.round(getWidth() / 2) : 0;
        double length = Math.abs(share) * (hasBothSides ? zero : getWidth());
        bar.resizeRelocate(share < 0 ? zero - length : zero, 0, length, getHeight());
        axis.resizeRelocate(zero, 0, 1, getHeight());
    }
}
