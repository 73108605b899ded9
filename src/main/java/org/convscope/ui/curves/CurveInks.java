package org.convscope.ui.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import org.convscope.frame.SvgPicture;
import org.convscope.ui.kit.Ink;

/** What curves are drawn with, as the stylesheet says it. */
final class CurveInks {

    /** Dashes of the patterns of layers; the first is a whole line. */
    private static final double[][] PATTERNS = {{}, {7, 3}, {2, 3}, {7, 3, 2, 3}};

    final Ink paper;
    final Ink grid;
    final Ink axis;
    final Ink guide;
    final Ink raw;
    final Ink train;
    final Ink rescored;
    final Ink sample;
    final Ink test;
    final Ink end;
    final Ink mark;
    final Ink moment;
    private final List<Ink> layers = new ArrayList<>();
    private final List<Ink> all = new ArrayList<>();
    private final Runnable changed;

    /** All inks; {@code changed} is called whenever one gets another look. */
    CurveInks(Runnable changed) {
        this.changed = changed;
        paper = ink("curve-paper");
        grid = ink("curve-grid");
        axis = ink("curve-axis");
        guide = ink("curve-guide");
        raw = ink("curve-raw");
        train = ink("curve-train");
        rescored = ink("curve-rescored");
        sample = ink("curve-sample");
        test = ink("curve-test");
        end = ink("curve-end");
        mark = ink("curve-mark");
        moment = ink("curve-moment");
        for (int i = 0; i < CurveLine.INKS; i++) {
            layers.add(ink("curve-layer-" + i));
        }
    }

    /** To stand among the children of whoever draws. */
    List<Ink> all() {
        return all;
    }

    Ink of(CurveLine line) {
        return switch (line.role()) {
            case RAW -> raw;
            case TRAIN -> train;
            case RESCORED -> rescored;
            case SAMPLE -> sample;
            case TEST -> test;
            case LAYER -> layers.get(line.ink());
        };
    }

    /** Makes a canvas draw with the ink and pattern of a line from now on. */
    void dip(GraphicsContext g, CurveLine line) {
        of(line).dip(g);
        if (line.role() == CurveLine.Role.LAYER) {
            g.setLineDashes(PATTERNS[line.pattern()]);
        }
    }

    /** A line as another program draws it. */
    SvgPicture.Pen pen(CurveLine line) {
        Ink ink = of(line);
        String dashes = line.role() == CurveLine.Role.LAYER
                ? Arrays.stream(PATTERNS[line.pattern()])
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" "))
                : ink.getStrokeDashArray().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new SvgPicture.Pen(
                CurvesSvg.colour(ink.getStroke()),
                line.role() == CurveLine.Role.RAW ? 0.4 : ink.getStrokeWidth(),
                dashes);
    }

    private Ink ink(String styleClass) {
        Ink ink = new Ink(styleClass, changed);
        all.add(ink);
        return ink;
    }
}
