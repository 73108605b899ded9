package org.convscope.ui.map.bands;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Surface;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.model.Legend;
import org.convscope.ui.map.model.ScaleNumber;

/** A bar of the colours of a scale, with the numbers at its ends. */
final class LegendView extends Region {

    private static final int COLORS = 64;
    private static final int BAR_HEIGHT = 6;
    private static final double BELOW_BAR = BAR_HEIGHT + 1.0;
    private static final double WIDEST = 72;
    private static final double SPACE = 8;
    private static final int DIGITS = 3;
    private static final int FEWER_DIGITS = 2;

    private final ImageView bar = new ImageView();
    private final Label low = label();
    private final Label high = label();
    private final Label both = label();
    private final Label whose = label();
    private Legend shown;
    private ColorMap painted;
    private Surface paintedOn;

    LegendView() {
        setManaged(false);
        getStyleClass().add("map-legend");
        bar.setFitHeight(BAR_HEIGHT);
        bar.setSmooth(false);
        getChildren().addAll(bar, low, high, both, whose);
    }

    /** Height of the bar with two lines of text. */
    double fullHeight() {
        return BELOW_BAR + 2 * low.prefHeight(-1);
    }

    /** Shows a legend; what it says is read from the scale that painted the maps. */
    void show(Legend legend, Surface surface) {
        if (legend.equals(shown) && surface == paintedOn) {
            return;
        }
        shown = legend;
        ColorScale scale = legend.scale();
        if (painted != scale.map() || paintedOn != surface) {
            painted = scale.map();
            paintedOn = surface;
            bar.setImage(colors(scale.map(), surface));
        }
        low.setText(ScaleNumber.of(scale.low(), DIGITS));
        high.setText(ScaleNumber.of(scale.high(), DIGITS));
        whose.setText(legend.map() == Legend.ALL_MAPS ? "" : Texts.get("map.legend.map", legend.map()));
    }

    /**
     * Lies around a middle, as wide as the column if its numbers can be read then, and no wider than {@code
     * room}. The numbers stand at the ends if there is room, else together, else one below the other; a
     * legend that is pointed at shows them in any case.
     */
    void place(double centre, double column, double room, boolean isPointedAt) {
        double lows = low.prefWidth(-1);
        double highs = high.prefWidth(-1);
        boolean atEnds = lows + highs + SPACE <= room;
        both.setText(together(shown.scale(), DIGITS));
        if (!atEnds && !isPointedAt && both.prefWidth(-1) > room) {
            both.setText(together(shown.scale(), FEWER_DIGITS));
        }
        boolean together = !atEnds && (isPointedAt || both.prefWidth(-1) <= room);
        boolean stacked = !atEnds && !together && whose.getText().isEmpty() && Math.max(lows, highs) <= room;
        double text = atEnds ? lows + highs + SPACE : together ? both.prefWidth(-1) : Math.max(lows, highs);
        double wide = Math.min(room, Math.max(text, Math.min(WIDEST, column)));
        bar.setFitWidth(wide);
        low.setVisible(atEnds || stacked);
        high.setVisible(atEnds || stacked);
        both.setVisible(together);
        double secondLine = BELOW_BAR + low.prefHeight(-1) - 2;
        put(low, 0, BELOW_BAR);
        put(high, wide - highs, stacked ? secondLine : BELOW_BAR);
        put(both, (wide - both.prefWidth(-1)) / 2, BELOW_BAR);
        put(whose, (wide - whose.prefWidth(-1)) / 2, secondLine);
        resizeRelocate(Math.rint(centre - wide / 2), 0, wide, fullHeight());
    }

    private static String together(ColorScale scale, int digits) {
        String end = ScaleNumber.of(scale.high(), digits);
        return scale.map().diverges() ? "±" + end : ScaleNumber.of(scale.low(), digits) + "–" + end;
    }

    private static WritableImage colors(ColorMap map, Surface surface) {
        // As high as it is shown: the software pipeline reads beyond an image of one row.
        WritableImage image = new WritableImage(COLORS, BAR_HEIGHT);
        for (int x = 0; x < COLORS; x++) {
            for (int y = 0; y < BAR_HEIGHT; y++) {
                image.getPixelWriter().setArgb(x, y, map.argb(x / (COLORS - 1f), surface));
            }
        }
        return image;
    }

    private static Label label() {
        Label label = new Label();
        label.setManaged(false);
        label.getStyleClass().add("map-legend-number");
        return label;
    }

    private static void put(Label label, double x, double y) {
        label.resizeRelocate(x, y, label.prefWidth(-1), label.prefHeight(-1));
    }
}
