package org.convscope.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.map.geometry.Camera;
import org.convscope.ui.map.geometry.Card;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.FoldSign;
import org.convscope.ui.map.geometry.NetworkMapLayout;
import org.convscope.ui.map.graph.Block;
import org.convscope.ui.map.graph.BlockTree;
import org.convscope.ui.map.graph.Sizes;
import org.convscope.ui.map.model.BlockNames;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.ui.map.model.ScaleNumber;
import org.convscope.workbench.OpenRun;

/**
 * What is written on a composed map. Letters have the same size however far it is enlarged: seen from afar
 * only blocks are named, from closer layers too, then their shapes and colour scales.
 */
final class Plates {

    private static final double SPACE = 4;
    private static final double BAR = 5;
    private static final double PILL = Lettering.LINE + SPACE;

    /** Names may reach a little into the gap beside their layer. */
    private static final double BESIDE = 10;

    private static final int STOPS = 12;
    private static final int DIGITS = 3;

    /** A layer's colour scale is shown from this width of its maps on. */
    private static final double NARROWEST_LEGEND = 40;

    private final ExploreModel explore;
    private final NetworkMapModel model;
    private final Inks inks;
    private final Lettering letters = new Lettering();
    private final Map<ColorMap, LinearGradient> bars = new HashMap<>();
    private Surface barsOn;

    Plates(ExploreModel explore, NetworkMapModel model, Inks inks) {
        this.explore = explore;
        this.model = model;
        this.inks = inks;
    }

    /** Writes everything that can be seen. */
    void draw(GraphicsContext pen, MapCanvas canvas, NetworkMapLayout layout) {
        OpenRun run = explore.runProperty().get();
        BlockTree tree = model.folding().tree();
        Overview overview = explore.pin().pictureProperty().get();
        for (Column column : layout.columns()) {
            Rectangle2D maps = canvas.camera().toScreen(column.bounds());
            layout.box(column.node())
                    .map(canvas.camera()::toScreen)
                    .filter(canvas::shows)
                    .ifPresent(box -> heading(pen, run, tree, column.node(), box, maps));
            Mosaic mosaic = overview == null ? null : overview.mosaics().get(column.node());
            boolean hasScale = mosaic != null && mosaic.scales().size() == 1 && column.kind() != Column.Kind.CLASSES;
            if (hasScale && canvas.shows(maps)) {
                legend(pen, mosaic.scale(0), maps, canvas.camera().scale());
            }
        }
        for (Card card : layout.cards()) {
            Rectangle2D seen = canvas.camera().toScreen(card.bounds());
            if (canvas.shows(seen)) {
                sign(pen, canvas, card);
                if (card.isOpen()) {
                    frame(pen, run, tree, card, canvas);
                } else {
                    card(pen, run, tree, card, seen, canvas.camera().scale());
                }
            }
        }
    }

    private void heading(
            GraphicsContext pen, OpenRun run, BlockTree tree, String node, Rectangle2D box, Rectangle2D maps) {
        double room = maps.getMinY() - box.getMinY();
        double width = box.getWidth() + BESIDE;
        double middle = (box.getMinX() + box.getMaxX()) / 2;
        List<Line> lines = new ArrayList<>();
        line(lines, inks.layerName, BlockNames.of(tree, node), width);
        if (!lines.isEmpty()) {
            line(lines, inks.layerShape, List.of(run.blueprint().shape(node).toString()), width);
        }
        above(pen, lines, room, middle, maps.getMinY() - SPACE);
    }

    private void card(GraphicsContext pen, OpenRun run, BlockTree tree, Card card, Rectangle2D seen, double scale) {
        Block block = tree.block(card.block());
        double width = seen.getWidth() - 2 * SPACE;
        double middle = (seen.getMinX() + seen.getMaxX()) / 2;
        double room = Sizes.CARD_TITLE * scale;
        List<Line> lines = new ArrayList<>();
        List<String> names = BlockNames.of(tree, block);
        line(lines, inks.blockName, names, width);
        if (!lines.isEmpty()) {
            line(
                    lines,
                    inks.layerShape,
                    List.of(run.blueprint().shape(block.output()).toString()),
                    width);
            line(lines, inks.layerShape, BlockNames.parameters(run.census(), block), width);
        }
        if (room >= Lettering.LINE) {
            above(pen, lines, room, middle, seen.getMinY() + room - SPACE);
        } else if (!lines.isEmpty()) {
            pill(pen, lines.get(0), middle, (seen.getMinY() + seen.getMaxY()) / 2);
        }
    }

    private void frame(GraphicsContext pen, OpenRun run, BlockTree tree, Card card, MapCanvas canvas) {
        Camera camera = canvas.camera();
        Rectangle2D seen = camera.toScreen(card.bounds());
        Block block = tree.block(card.block());
        double left = seen.getMinX() + FoldSign.SIDE;
        double width = seen.getMaxX() - left - SPACE;
        boolean isSmall = Sizes.FRAME_TITLE * camera.scale() < Lettering.LINE + FoldSign.OUT;
        Optional<String> name = letters.fitting(
                inks.blockName, BlockNames.of(tree, block), isSmall ? seen.getWidth() - 2 * SPACE : width);
        if (name.isEmpty()) {
            return;
        }
        double wide = letters.width(inks.blockName, name.get());
        if (isSmall) {
            double middle = (seen.getMinX() + seen.getMaxX()) / 2;
            // Over the frame where the window shows it, if the map is seen up to its upper edge.
            double top = Math.min(camera.toScreenY(0), canvas.viewTop());
            double over = Math.max(top, seen.getMinY() - PILL) + PILL / 2;
            double y = card.depth() == 0 ? over : seen.getMinY() + 8;
            pill(pen, new Line(inks.blockName, name.get()), middle, y);
            return;
        }
        double baseline = seen.getMinY() + FoldSign.SIDE + 2;
        letters.write(pen, inks.blockName, name.get(), left + wide / 2, baseline);
        List<String> words = new ArrayList<>();
        String shape = run.blueprint().shape(block.output()).toString();
        BlockNames.parameters(run.census(), block).forEach(count -> words.add(shape + "  ·  " + count));
        words.add(shape);
        letters.fitting(inks.layerShape, words, width - wide - 3 * SPACE)
                .ifPresent(text -> letters.write(
                        pen,
                        inks.layerShape,
                        text,
                        left + wide + 3 * SPACE + letters.width(inks.layerShape, text) / 2,
                        baseline));
    }

    private void sign(GraphicsContext pen, MapCanvas canvas, Card card) {
        FoldSign.of(card, canvas.camera()).ifPresent(place -> {
            inks.sign.dip(pen);
            double x = place.getMinX() + 0.5;
            double y = place.getMinY() + 0.5;
            double side = FoldSign.SIDE - 1;
            pen.fillRoundRect(x, y, side, side, 6, 6);
            pen.strokeRoundRect(x, y, side, side, 6, 6);
            double middleX = x + side / 2;
            double middleY = y + side / 2;
            pen.strokeLine(middleX - 4, middleY, middleX + 4, middleY);
            if (!card.isOpen()) {
                pen.strokeLine(middleX, middleY - 4, middleX, middleY + 4);
            }
        });
    }

    private void legend(GraphicsContext pen, ColorScale scale, Rectangle2D maps, double zoom) {
        if (Sizes.LEGEND * zoom < BAR + SPACE || maps.getWidth() < NARROWEST_LEGEND) {
            return;
        }
        pen.setFill(bar(scale.map()));
        pen.fillRect(maps.getMinX(), maps.getMaxY() + 3, maps.getWidth(), BAR);
        String low = ScaleNumber.of(scale.low(), DIGITS);
        String high = ScaleNumber.of(scale.high(), DIGITS);
        double ends = letters.width(inks.layerShape, low) + letters.width(inks.layerShape, high) + 2 * SPACE;
        if (Sizes.LEGEND * zoom >= BAR + Lettering.LINE && ends <= maps.getWidth()) {
            double baseline = maps.getMaxY() + BAR + Lettering.LINE;
            letters.write(
                    pen, inks.layerShape, low, maps.getMinX() + letters.width(inks.layerShape, low) / 2, baseline);
            letters.write(
                    pen, inks.layerShape, high, maps.getMaxX() - letters.width(inks.layerShape, high) / 2, baseline);
        }
    }

    private LinearGradient bar(ColorMap map) {
        Surface surface = explore.surfaceProperty().get();
        if (surface != barsOn) {
            bars.clear();
            barsOn = surface;
        }
        return bars.computeIfAbsent(map, colors -> {
            List<Stop> stops = new ArrayList<>();
            for (int i = 0; i <= STOPS; i++) {
                int argb = colors.argb((float) i / STOPS, surface);
                stops.add(new Stop((double) i / STOPS, Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255)));
            }
            return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
        });
    }

    /** One line of a heading. */
    private record Line(Ink ink, String text) {}

    private void line(List<Line> lines, Ink ink, List<String> wordings, double width) {
        letters.fitting(ink, wordings, width).ifPresent(text -> lines.add(new Line(ink, text)));
    }

    /** As many of the lines as have room, the last of them on this baseline. */
    private void above(GraphicsContext pen, List<Line> lines, double room, double middle, double baseline) {
        int shown = Math.min(lines.size(), (int) ((room + 2) / Lettering.LINE));
        for (int i = 0; i < shown; i++) {
            Line line = lines.get(i);
            letters.write(pen, line.ink, line.text, middle, baseline - (shown - 1 - i) * Lettering.LINE);
        }
    }

    private void pill(GraphicsContext pen, Line line, double middle, double y) {
        double width = letters.width(line.ink, line.text) + 4 * SPACE;
        double height = PILL;
        inks.pill.dip(pen);
        pen.fillRoundRect(middle - width / 2, y - height / 2, width, height, height, height);
        letters.write(pen, line.ink, line.text, middle, y + SPACE);
    }
}
