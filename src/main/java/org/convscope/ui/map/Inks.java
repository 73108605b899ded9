package org.convscope.ui.map;

import java.util.List;
import org.convscope.ui.kit.Ink;

/** Everything the map's canvases draw with; how it looks stands in {@code css/map.css}. */
final class Inks {

    final Ink strand;
    final Ink neutral;
    final Ink positive;
    final Ink negative;
    final Ink related;
    final Ink patch;
    final Ink field;
    final Ink fieldHalo;
    final Ink hovered;
    final Ink selected;
    final Ink skeleton;
    final Ink frame;
    final Ink className;
    final Ink predictedName;
    final Ink track;
    final Ink bar;
    final Ink predictedBar;
    final Ink truth;
    final Ink onLight;
    final Ink onDark;
    final Ink route;
    final Ink litRoute;
    final Ink openBlock;
    final Ink innerBlock;
    final Ink closedBlock;
    final Ink blockName;
    final Ink layerName;
    final Ink layerShape;
    final Ink sign;
    final Ink pill;

    private final List<Ink> all;

    /** Inks that tell when the stylesheet changes them. */
    Inks(Runnable changed) {
        strand = new Ink("map-strand", changed);
        neutral = new Ink("map-strand-neutral", changed);
        positive = new Ink("map-strand-positive", changed);
        negative = new Ink("map-strand-negative", changed);
        related = new Ink("map-related", changed);
        patch = new Ink("map-patch", changed);
        field = new Ink("map-field", changed);
        fieldHalo = new Ink("map-field-halo", changed);
        hovered = new Ink("map-hovered", changed);
        selected = new Ink("map-selected", changed);
        skeleton = new Ink("map-skeleton", changed);
        frame = new Ink("map-frame", changed);
        className = new Ink("map-class", changed);
        predictedName = new Ink("map-class-predicted", changed);
        track = new Ink("map-track", changed);
        bar = new Ink("map-bar", changed);
        predictedBar = new Ink("map-bar-predicted", changed);
        truth = new Ink("map-truth", changed);
        onLight = new Ink("map-number-on-light", changed);
        onDark = new Ink("map-number-on-dark", changed);
        route = new Ink("map-route", changed);
        litRoute = new Ink("map-route-lit", changed);
        openBlock = new Ink("map-block-open", changed);
        innerBlock = new Ink("map-block-inner", changed);
        closedBlock = new Ink("map-block-closed", changed);
        blockName = new Ink("map-block-name", changed);
        layerName = new Ink("map-layer-name", changed);
        layerShape = new Ink("map-layer-shape", changed);
        sign = new Ink("map-block-sign", changed);
        pill = new Ink("map-block-pill", changed);
        all = List.of(
                strand,
                neutral,
                positive,
                negative,
                related,
                patch,
                field,
                fieldHalo,
                hovered,
                selected,
                skeleton,
                frame,
                className,
                predictedName,
                track,
                bar,
                predictedBar,
                truth,
                onLight,
                onDark,
                route,
                litRoute,
                openBlock,
                innerBlock,
                closedBlock,
                blockName,
                layerName,
                layerShape,
                sign,
                pill);
    }

    /** All of them, to stand among the children of the map. */
    List<Ink> all() {
        return all;
    }
}
