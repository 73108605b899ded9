package org.convscope.ui.map.geometry;

import java.util.Optional;
import javafx.geometry.Rectangle2D;

/** Where the sign lies that opens or closes a block: of the same size however far the map is enlarged. */
public final class FoldSign {

    /** Points along its side, on the screen. */
    public static final double SIDE = 16;

    /** Points that it stands out beyond its card, on the screen. */
    public static final double OUT = 11;

    private FoldSign() {}

    /** Over the card's upper left corner, on the screen, as far out as the map goes; none where the card is too small for it. */
    public static Optional<Rectangle2D> of(Card card, Camera camera) {
        Rectangle2D seen = camera.toScreen(card.bounds());
        boolean hasRoom = seen.getWidth() >= 2.5 * SIDE && seen.getHeight() >= 1.5 * SIDE;
        return hasRoom
                ? Optional.of(new Rectangle2D(
                        Math.max(Math.ceil(camera.toScreenX(0)), Math.rint(seen.getMinX() - OUT)),
                        Math.max(Math.ceil(camera.toScreenY(0)), Math.rint(seen.getMinY() - OUT)),
                        SIDE,
                        SIDE))
                : Optional.empty();
    }
}
