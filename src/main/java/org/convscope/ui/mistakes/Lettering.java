package org.convscope.ui.mistakes;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.convscope.ui.kit.Ink;

/** Writes names on canvases; what has no room is shortened, never squeezed. */
final class Lettering {

    private static final String MORE = "…";
    private static final int MOST_KEPT = 4000;

    private final Map<Written, Double> widths = new HashMap<>();

    private record Written(Font font, String text) {}

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

    /** The text, or as much of its beginning as has room. */
    String shortened(Ink ink, String text, double room) {
        if (width(ink, text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width(ink, text.substring(0, length).stripTrailing() + MORE) > room) {
            length--;
        }
        return length == 0 ? "" : text.substring(0, length).stripTrailing() + MORE;
    }

    /** Writes what has room, from {@code x} on, around a middle height. */
    void left(GraphicsContext pen, Ink ink, String text, double x, double middle, double room) {
        write(pen, ink, shortened(ink, text, room), TextAlignment.LEFT, x, middle);
    }

    /** Writes what has room, up to {@code x}, around a middle height. */
    void right(GraphicsContext pen, Ink ink, String text, double x, double middle, double room) {
        write(pen, ink, shortened(ink, text, room), TextAlignment.RIGHT, x, middle);
    }

    /** Writes around a point. */
    void centred(GraphicsContext pen, Ink ink, String text, double x, double middle) {
        write(pen, ink, text, TextAlignment.LEFT, Math.rint(x - width(ink, text) / 2), middle);
    }

    private static void write(
            GraphicsContext pen, Ink ink, String text, TextAlignment alignment, double x, double middle) {
        ink.dip(pen);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(alignment);
        pen.fillText(text, x, Math.rint(middle));
    }
}
