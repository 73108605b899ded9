package org.convscope.ui.inspect;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Sum;
import org.convscope.frame.Surface;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.inspect.sum.Arithmetic;
import org.convscope.ui.inspect.sum.ContributionsPane;
import org.convscope.ui.inspect.sum.FunctionPlot;
import org.convscope.ui.inspect.sum.Softmax;
import org.convscope.ui.inspect.sum.SoftmaxPane;
import org.convscope.ui.inspect.tile.TileLayout;
import org.convscope.ui.inspect.tile.TileView;
import org.convscope.ui.inspect.tile.Tiles;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** How the chosen cell is computed: its terms as tiles or rows, its arithmetic, and the walk over the map. */
final class SumPane extends VBox {

    private static final double TALLEST_TILES = 250;

    /** What is added up over cells that lie side by side. */
    private static final List<Class<? extends Op>> TILED =
            List.of(Op.Conv.class, Op.Pool.class, Op.Subsample.class, Op.GlobalPool.class);

    private final InspectorModel model;
    private final Label title = new Label();
    private final TileView tiles = new TileView(TALLEST_TILES);
    private final ContributionsPane contributions = new ContributionsPane();
    private final SoftmaxPane softmax;
    private final FunctionPlot plot = new FunctionPlot();
    private final Label readout = new Label();
    private final VBox lines = new VBox();
    private final Label nothing = new Label();
    private final Button slide = new Button();
    private final FlowPane buttons;
    private Sum shown;
    private Place place;

    /**
     * A pane of the model's sums.
     *
     * @param pointedClass the class under the mouse, here or elsewhere; −1 for none
     */
    SumPane(InspectorModel model, IntegerProperty pointedClass) {
        this.model = model;
        this.softmax = new SoftmaxPane(pointedClass);
        getStyleClass().add("sum-pane");
        title.getStyleClass().add(Styles.PANEL_TITLE);
        title.setWrapText(true);
        tiles.setId("sum-tiles");
        readout.getStyleClass().addAll("readout", Styles.ARITHMETIC);
        lines.getStyleClass().addAll("arithmetic-box", Styles.ARITHMETIC);
        nothing.setWrapText(true);
        nothing.getStyleClass().add(Styles.MUTED);
        buttons = new FlowPane(slideButton(), copyButton());
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(title, nothing, tiles, contributions, softmax, plot, readout, lines, buttons);
        tiles.hoveredProperty().addListener((spot, before, now) -> point(now));
        model.slidingProperty().addListener((sliding, before, now) -> showButtons());
        Texts.language().addListener(changed -> showButtons());
    }

    /** What is read of the chosen cell, as text. */
    String text() {
        return shown == null ? "" : title.getText() + "\n" + Arithmetic.text(shown, place.op());
    }

    /** Shows the model's sum, if there is one. */
    void show(Surface surface) {
        place = model.place();
        shown = model.findingsProperty().get().frame("cell-sum", Sum.class).orElse(null);
        Op op = place.op();
        boolean hasTiles = shown != null && TILED.stream().anyMatch(kind -> kind.isInstance(op));
        boolean isDense = shown != null && op instanceof Op.Dense;
        boolean isSoftmax = shown != null && op instanceof Op.Softmax;
        if (hasTiles) {
            showTiles(op, surface);
        }
        if (isDense) {
            String source = place.blueprint().source(place.node()).id();
            contributions.show(shown, source, place.blueprint().shape(source));
        }
        if (isSoftmax) {
            showSoftmax();
        }
        boolean isActivation = shown != null && op instanceof Op.Activation;
        if (op instanceof Op.Activation activation && isActivation) {
            plot.show(activation.kind(), shown.sum());
        }
        Visibility.see(plot, isActivation);
        Visibility.see(tiles, hasTiles);
        Visibility.see(readout, hasTiles);
        Visibility.see(contributions, isDense);
        Visibility.see(softmax, isSoftmax);
        Visibility.see(lines, shown != null && !isSoftmax);
        Visibility.see(nothing, place.isInput());
        nothing.setText(Texts.get("inspect.sum.input"));
        Cell cell = shown == null ? place.cell() : shown.cell();
        title.setText(place.isMap() ? Texts.get("inspect.sum.title", cell) : Texts.get("inspect.sum.title.unit"));
        if (shown != null) {
            write(Arithmetic.lines(shown, op));
        }
        showButtons();
        if (hasTiles) {
            point(tiles.hoveredProperty().get());
        }
    }

    private void showTiles(Op op, Surface surface) {
        String source = place.blueprint().source(place.node()).id();
        Mosaic read = model.mapsOf(source);
        ColorScale scale = read == null
                ? new ColorScale(ColorMap.SEQUENTIAL, 0, 1)
                : read.scale(Math.min(read.planes() - 1, shown.terms().get(0).inputChannel()));
        tiles.show(
                op instanceof Op.Conv
                        ? Tiles.ofProducts(shown, scale, place.blueprint().shape(source))
                        : Tiles.ofWindow(shown, scale),
                surface);
    }

    private void showSoftmax() {
        Mosaic logits = model.mapsOf(place.blueprint().source(place.node()).id());
        Mosaic probabilities = model.mapsOf(place.node());
        if (logits != null && probabilities != null) {
            softmax.show(Softmax.of(logits.values(), probabilities.values()), shown.channel());
        }
    }

    private void write(List<String> texts) {
        while (lines.getChildren().size() < texts.size()) {
            Label line = new Label();
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
        for (int i = 0; i < lines.getChildren().size(); i++) {
            Label line = (Label) lines.getChildren().get(i);
            Visibility.see(line, i < texts.size());
            line.setText(i < texts.size() ? texts.get(i) : "");
        }
    }

    /** Reads a term out, and shows where it comes from in the network. */
    private void point(TileLayout.Spot spot) {
        if (spot == null || shown == null) {
            readout.setText(Texts.get("inspect.sum.hint"));
            model.explore().hoveredProperty().set(null);
            return;
        }
        int perPlane = tiles.tiles().rows() * tiles.tiles().columns();
        Sum.Term term = shown.terms()
                .get(spot.plane() * perPlane + spot.row() * tiles.tiles().columns() + spot.column());
        Cell cell = new Cell(term.row(), term.column());
        boolean isOutside = tiles.tiles().outside().contains(new Cell(spot.row(), spot.column()));
        String from = isOutside ? Texts.get("inspect.sum.padding") : term.inputChannel() + " " + cell;
        readout.setText(
                place.op() instanceof Op.Conv
                        ? from + "  " + Numbers.text(term.input()) + " · " + Numbers.text(term.weight()) + " = "
                                + Numbers.text(term.product())
                        : from + "  x = " + Numbers.text(term.input()));
        String source = place.blueprint().source(place.node()).id();
        model.explore().hoveredProperty().set(isOutside ? null : new Selection(source, term.inputChannel(), cell));
    }

    private Button slideButton() {
        slide.getStyleClass().addAll(Styles.COMPACT, Styles.PRIMARY);
        slide.setId("slide");
        slide.setOnAction(event -> model.toggleSliding());
        Tips.install(slide, "inspect.slide.tip");
        return slide;
    }

    private Button copyButton() {
        Button copy = new Button();
        copy.setId("copy-sum");
        copy.textProperty().bind(Texts.of("inspect.copy"));
        copy.getStyleClass().add(Styles.COMPACT);
        Tips.install(copy, "inspect.copy.tip");
        copy.setOnAction(event -> {
            model.stopSliding();
            ClipboardContent content = new ClipboardContent();
            content.putString(text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    private void showButtons() {
        if (place == null) {
            return;
        }
        Visibility.see(buttons, shown != null);
        Visibility.see(slide, model.canSlide());
        String what = place.op() instanceof Op.Conv ? "kernel" : place.op() instanceof Op.Pool ? "window" : "cells";
        slide.setText(
                model.slidingProperty().get()
                        ? Texts.get("inspect.slide.stop")
                        : Texts.get(
                                model.reducedMotionProperty().get() ? "inspect.slide.step" : "inspect.slide." + what));
    }
}
