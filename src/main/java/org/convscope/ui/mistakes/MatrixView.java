package org.convscope.ui.mistakes;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.train.Confusion;
import org.convscope.train.Examination;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.Texts;

/**
 * The confusion matrix: a row for each class as it is, a column for each class as it was taken. The diagonal is framed,
 * mistakes are coloured. Pointing says a cell in words, clicking lists its images; arrow keys and Enter do the same.
 */
final class MatrixView extends Region {

    private static final double MOST_NAMES = 120;
    private static final double GAP = 6;
    private static final double BAR_TEXT = 40;
    private static final double HEADS = 13;
    private static final double SLANTED_HEADS = 58;

    /** By how much the slanted name of the last column goes beyond it. */
    private static final double LAST_HEAD = 28;

    private final MistakesModel model;
    private final boolean large;
    private final Canvas canvas = new Canvas();
    private final Lettering lettering = new Lettering();
    private final Ink name = new Ink("matrix-name", this::paint);
    private final Ink number = new Ink("matrix-number", this::paint);
    private final Ink onLight = new Ink("matrix-on-light", this::paint);
    private final Ink onDark = new Ink("matrix-on-dark", this::paint);
    private final Ink right = new Ink("matrix-right", this::paint);
    private final Ink edge = new Ink("matrix-edge", this::paint);
    private final Ink track = new Ink("matrix-track", this::paint);
    private final Ink bar = new Ink("matrix-bar", this::paint);
    private final Ink ring = new Ink("matrix-ring", this::paint);
    private final Ink hover = new Ink("matrix-hover", this::paint);
    private MatrixLayout layout = new MatrixLayout(0, 0, 0, 0, 0);
    private WritableImage colours;
    private Examination coloured;
    private Surface colouredFor;

    /**
     * A matrix of what the model knows.
     *
     * @param large whether there is room for the names of the columns; else they have numbers, and bars stand behind
     *     the rows
     */
    MatrixView(MistakesModel model, boolean large) {
        this.model = model;
        this.large = large;
        getStyleClass().add("matrix");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(List.of(name, number, onLight, onDark, right, edge, track, bar, ring, hover));
        getChildren().add(canvas);
        model.examinationProperty().addListener(changed -> paint());
        model.chosenProperty().addListener(changed -> paint());
        model.pointedProperty().addListener(changed -> paint());
        model.explore().surfaceProperty().addListener(changed -> paint());
        Texts.language().addListener(changed -> paint());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.pointedProperty()
                .set(layout.at(event.getX(), event.getY()).orElse(null)));
        addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> model.pointedProperty().set(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            layout.at(event.getX(), event.getY()).ifPresent(model::choose);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private void walk(KeyEvent event) {
        int across = 0;
        int down = 0;
        switch (event.getCode()) {
            case LEFT -> across = -1;
            case RIGHT -> across = 1;
            case UP -> down = -1;
            case DOWN -> down = 1;
            case ENTER -> model.choose(model.pointedProperty().get());
            case ESCAPE -> {
                // With nothing left to go back from, it belongs to whoever lies around.
                if (model.chosenProperty().get() == null) {
                    return;
                }
                model.choose(null);
            }
            default -> {
                return;
            }
        }
        event.consume();
        if (layout.classes() > 0 && (across != 0 || down != 0)) {
            Confused from = model.pointedProperty().get();
            int label = from == null ? 0 : Math.floorMod(from.label() + down, layout.classes());
            int prediction = from == null ? 0 : Math.floorMod(from.prediction() + across, layout.classes());
            model.pointedProperty().set(new Confused(label, prediction));
            setAccessibleText(model.words(model.pointedProperty().get()));
        }
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Examination known = model.examinationProperty().get();
        if (known == null || canvas.getWidth() < 2) {
            return;
        }
        Confusion confusion = known.confusion();
        List<String> names =
                IntStream.range(0, confusion.classes()).mapToObj(this::rowName).toList();
        double widest = names.stream()
                .mapToDouble(each -> lettering.width(name, each))
                .max()
                .orElse(0);
        double room = Math.min(widest, Math.min(MOST_NAMES, canvas.getWidth() / 4));
        layout = MatrixLayout.of(
                confusion.classes(),
                canvas.getWidth() - (large ? LAST_HEAD : 0),
                canvas.getHeight(),
                room + GAP,
                large ? SLANTED_HEADS : HEADS,
                !large);
        colour(pen, known);
        cells(pen, confusion);
        rows(pen, confusion, names, room);
        heads(pen, names);
        mark(pen, model.chosenProperty().get(), ring);
        mark(pen, model.pointedProperty().get(), hover);
    }

    private String rowName(int label) {
        String name = model.className(label);
        return large || name.equals(String.valueOf(label)) ? name : label + " " + name;
    }

    private void colour(GraphicsContext pen, Examination known) {
        int side = (int) Math.min(known.confusion().classes(), layout.side());
        Surface surface = model.explore().surfaceProperty().get();
        if (side < 1) {
            return;
        }
        if (!known.equals(coloured) || colours.getWidth() != side || surface != colouredFor) {
            coloured = known;
            colouredFor = surface;
            colours = new WritableImage(side, side);
            int[] pixels = MatrixRaster.pixels(known.confusion(), side, surface);
            colours.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        }
        pen.setImageSmoothing(false);
        pen.drawImage(colours, layout.left(), layout.top(), layout.side(), layout.side());
        edge.dip(pen);
        pen.strokeRect(layout.left() - 0.5, layout.top() - 0.5, layout.side() + 1, layout.side() + 1);
    }

    private void cells(GraphicsContext pen, Confusion confusion) {
        boolean isReadable = layout.cell() >= MatrixLayout.LINE
                && layout.hasRoomFor(lettering.width(number, String.valueOf(largest(confusion))));
        boolean isFramed = layout.cell() >= MatrixLayout.LEAST_EVEN;
        right.dip(pen);
        if (!isFramed) {
            pen.strokeLine(layout.left(), layout.top(), layout.left() + layout.side(), layout.top() + layout.side());
        }
        for (int label = 0; label < confusion.classes(); label++) {
            if (isFramed) {
                right.dip(pen);
                pen.strokeRect(layout.x(label) + 0.5, layout.y(label) + 0.5, layout.cell() - 1, layout.cell() - 1);
            }
            for (int prediction = 0; isReadable && prediction < confusion.classes(); prediction++) {
                int count = confusion.count(label, prediction);
                if (count > 0) {
                    lettering.centred(
                            pen,
                            ink(confusion, label, prediction),
                            String.valueOf(count),
                            layout.x(prediction) + layout.cell() / 2,
                            layout.y(label) + layout.cell() / 2);
                }
            }
        }
    }

    private static int largest(Confusion confusion) {
        int largest = 0;
        for (int label = 0; label < confusion.classes(); label++) {
            for (int prediction = 0; prediction < confusion.classes(); prediction++) {
                largest = Math.max(largest, confusion.count(label, prediction));
            }
        }
        return largest;
    }

    private Ink ink(Confusion confusion, int label, int prediction) {
        double strength = MatrixRaster.strength(confusion, label, prediction);
        if (strength == 0) {
            return number;
        }
        int argb = MatrixRaster.argb(strength, model.explore().surfaceProperty().get());
        return MatrixRaster.isLight(argb) ? onLight : onDark;
    }

    private void rows(GraphicsContext pen, Confusion confusion, List<String> names, double room) {
        for (int label = 0; label < confusion.classes(); label += layout.namedEvery()) {
            double middle = layout.y(label) + Math.max(layout.cell(), MatrixLayout.LINE) / 2;
            if (large) {
                lettering.right(pen, name, names.get(label), layout.left() - GAP, middle, room);
            } else {
                lettering.left(pen, name, names.get(label), 0, middle, room);
            }
        }
        if (layout.bar() > 0) {
            for (int label = 0; label < confusion.classes(); label++) {
                accuracy(pen, confusion, label);
            }
        }
    }

    private void accuracy(GraphicsContext pen, Confusion confusion, int label) {
        double share = confusion.accuracy(label);
        double thick = Math.max(1, Math.min(4, layout.cell() - 1));
        double middle = layout.y(label) + layout.cell() / 2;
        boolean isReadable = layout.cell() >= MatrixLayout.LINE;
        double length = isReadable ? layout.bar() - BAR_TEXT : layout.bar();
        track.dip(pen);
        pen.fillRect(layout.barLeft(), Math.rint(middle - thick / 2), length, thick);
        if (share > 0) {
            bar.dip(pen);
            pen.fillRect(layout.barLeft(), Math.rint(middle - thick / 2), Math.rint(share * length), thick);
        }
        if (isReadable) {
            lettering.right(pen, name, Numbers.percent(share), layout.barLeft() + layout.bar(), middle, layout.bar());
        }
    }

    private void heads(GraphicsContext pen, List<String> names) {
        int every = large ? layout.headedEvery() : 1;
        for (int prediction = 0; prediction < layout.classes(); prediction += every) {
            double middle = layout.x(prediction) + Math.max(layout.cell(), MatrixLayout.LINE) / 2;
            if (large) {
                pen.save();
                pen.translate(middle, layout.top() - 4);
                pen.rotate(-45);
                lettering.left(pen, name, names.get(prediction), 0, 0, SLANTED_HEADS * 1.3);
                pen.restore();
            } else if (layout.cell() >= MatrixLayout.LINE) {
                lettering.centred(pen, name, String.valueOf(prediction), middle, layout.top() / 2);
            }
        }
    }

    private void mark(GraphicsContext pen, Confused cell, Ink ink) {
        if (cell == null || cell.label() >= layout.classes()) {
            return;
        }
        double side = Math.max(layout.cell(), 3);
        boolean isRow = cell.prediction() == Confused.ANYTHING_ELSE;
        double x = isRow ? layout.left() : layout.x(cell.prediction());
        ink.dip(pen);
        pen.strokeRect(x - 0.5, layout.y(cell.label()) - 0.5, isRow ? layout.side() + 1 : side + 1, side + 1);
    }
}
