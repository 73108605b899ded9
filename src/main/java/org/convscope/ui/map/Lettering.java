package org.convscope.ui.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.convscope.ui.kit.Ink;

/** Writes on canvases what has room there: of several wordings the first that fits, or nothing. */
final class Lettering {

    /** Points from one baseline to the next. */
    static final double LINE = 15;

    /** Measured texts that are kept; a map shows a few hundred. */
    private static final int MOST_KEPT = 4000;

    private final Map<Written, Double> widths = new HashMap<>();

    private record Written(Font font, String text) {}

    /** The first of these wordings that is not wider than this. */
    Optional<String> fitting(Ink ink, List<String> wordings, double width) {
        return wordings.stream().filter(text -> width(ink, text) <= width).findFirst();
    }

    /** Writes around a middle, on a baseline. */
    void write(GraphicsContext pen, Ink ink, String text, double middle, double baseline) {
        ink.dip(pen);
        pen.setTextBaseline(VPos.BASELINE);
        pen.setTextAlign(TextAlignment.LEFT);
        // Whole points keep letters sharp.
        pen.fillText(text, Math.rint(middle - width(ink, text) / 2), Math.rint(baseline));
    }

    /** Points that a text takes. */
    double width(Ink ink, String text) {
        if (widths.size() > MOST_KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Written(ink.getFont(), text), written -> {
            Text measured = new Text(written.text);
            measured.setFont(written.font);
            return Math.ceil(measured.getLayoutBounds().getWidth());
        });
    }
}
