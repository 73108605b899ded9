package org.convscope.ui.inspect.tile;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.ui.kit.Styles;

/** The colours of a scale with the numbers that they stand for at its ends, and zero in the middle if it is there. */
public final class LegendBar extends VBox {

    private static final int COLORS = 256;
    private static final double HEIGHT = 6;

    private final ImageView colors = new ImageView();
    private final Label low = number("legend-low");
    private final Label zero = number("legend-zero");
    private final Label high = number("legend-high");
    private ColorMap painted;
    private Surface paintedOn;

    /** A bar without colours yet. */
    public LegendBar() {
        Pane strip = new Pane(colors);
        strip.setMinHeight(HEIGHT);
        colors.setManaged(false);
        colors.setFitHeight(HEIGHT);
        colors.setSmooth(false);
        colors.fitWidthProperty().bind(strip.widthProperty());
        zero.setText("0");
        getStyleClass().add("legend-bar");
        getChildren().addAll(strip, new StackPane(low, zero, high));
    }

    /** Speaks of a scale. */
    public void show(ColorScale scale, Surface surface) {
        low.setText(Numbers.text(scale.low()));
        high.setText(Numbers.text(scale.high()));
        zero.setVisible(scale.map().diverges());
        if (painted != scale.map() || paintedOn != surface) {
            painted = scale.map();
            paintedOn = surface;
            colors.setImage(paint(scale.map(), surface));
        }
    }

    private static WritableImage paint(ColorMap map, Surface surface) {
        // As high as it is drawn: software pipelines stretch a single line of pixels into noise.
        WritableImage image = new WritableImage(COLORS, (int) HEIGHT);
        for (int x = 0; x < COLORS; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.getPixelWriter().setArgb(x, y, map.argb(x / (COLORS - 1f), surface));
            }
        }
        return image;
    }

    private static Label number(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll(Styles.MUTED, "legend-number", styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
