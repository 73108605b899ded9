package org.convscope.ui.kit;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;

/**
 * What a canvas draws with, as the stylesheet says it: colours, width and pattern of a line, and a font. It
 * stands among the children of whoever owns the canvas, is never seen, and so changes with the theme.
 */
public final class Ink extends Text {

    /** Ink of a style class; {@code changed} is called whenever the stylesheet gives it another look. */
    public Ink(String styleClass, Runnable changed) {
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
        // Words that are measured hang below the corner: above it they would make their region catch its neighbour's
        // clicks, since a region is picked within the bounds of all its children.
        setTextOrigin(VPos.TOP);
        // A node that is not visible gets no style, one that is clear does.
        setOpacity(0);
        fillProperty().addListener(now -> changed.run());
        strokeProperty().addListener(now -> changed.run());
        fontProperty().addListener(now -> changed.run());
    }

    /** Makes a canvas draw lines, areas and letters with it from now on. */
    public void dip(GraphicsContext canvas) {
        canvas.setStroke(getStroke());
        canvas.setFill(getFill());
        canvas.setFont(getFont());
        canvas.setLineWidth(getStrokeWidth());
        canvas.setLineDashes(
                getStrokeDashArray().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
