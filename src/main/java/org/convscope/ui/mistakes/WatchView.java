package org.convscope.ui.mistakes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.convscope.data.LabelledImages;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.Answers;

/**
 * The watched images as tiles: the picture, how sure the network was of the right class so far, and a bar for each
 * class as it is now, the right one with a mark under it. A click shows an image in the map.
 */
final class WatchView extends Region {

    private static final double PAD = 4;
    private static final double LEAST_BAR = 3;
    private static final double MARK = 3;
    private static final double LINE = 13;

    private final WatchModel model;
    private final Runnable pointing;
    private final Canvas canvas = new Canvas();
    private final Lettering lettering = new Lettering();
    private final Ink share = new Ink("watch-share", this::paint);
    private final Ink bar = new Ink("watch-bar", this::paint);
    private final Ink rightBar = new Ink("watch-right", this::paint);
    private final Ink ground = new Ink("watch-ground", this::paint);
    private final Ink line = new Ink("watch-line", this::paint);
    private final Ink hover = new Ink("matrix-hover", this::paint);
    private final Map<Integer, Image> pictures = new HashMap<>();
    private WatchLayout layout = WatchLayout.fitting(0, 1, 1);
    private int pointed = WatchLayout.NOWHERE;

    /**
     * A view of what the model watches.
     *
     * @param pointing called whenever another tile is pointed at
     */
    WatchView(WatchModel model, Runnable pointing) {
        this.model = model;
        this.pointing = pointing;
        setId("watched");
        getStyleClass().add("watched");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(share, bar, rightBar, ground, line, hover, canvas);
        model.answersProperty().addListener(changed -> paint());
        model.imagesProperty().addListener(changed -> paint());
        model.explore().runProperty().addListener(changed -> pictures.clear());
        Texts.language().addListener(changed -> paint());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(layout.at(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(WatchLayout.NOWHERE));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            point(layout.at(event.getX(), event.getY()));
            open();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    /** What the tile that is pointed at says: {@code #5 Trouser: Trouser 99.8 %, Dress 0.1 %}; empty for none. */
    String words() {
        Answers answers = model.answersProperty().get();
        int row = pointed < 0 || answers == null ? -1 : answers.images().indexOf(image(pointed));
        if (row < 0) {
            return "";
        }
        int label = model.label(image(pointed));
        int best = answers.prediction(row);
        String believed = model.className(best) + " " + Numbers.percent(answers.probability(row, best));
        if (label < 0) {
            return Texts.get("mistakes.watched.unlabelled", image(pointed), believed);
        }
        return Texts.get(
                best == label ? "mistakes.watched.right" : "mistakes.watched.wrong",
                image(pointed),
                model.className(label),
                believed,
                Numbers.percent(answers.probability(row, label)));
    }

    /** The image that is pointed at, or −1. */
    int pointedImage() {
        return pointed < 0 || pointed >= images().size() ? -1 : image(pointed);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    private List<Integer> images() {
        return model.imagesProperty().get();
    }

    private int image(int position) {
        return images().get(position);
    }

    private void point(int position) {
        if (position != pointed) {
            pointed = position;
            pointing.run();
            paint();
        }
    }

    private void open() {
        if (pointedImage() >= 0) {
            model.explore(pointedImage());
        }
    }

    private void walk(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -layout.columns();
                    case DOWN -> layout.columns();
                    default -> 0;
                };
        switch (event.getCode()) {
            case ENTER -> open();
            case DELETE, BACK_SPACE -> {
                if (pointedImage() >= 0) {
                    model.unpin(pointedImage());
                }
            }
            default -> {
                if (step == 0 || images().isEmpty()) {
                    return;
                }
                point(Math.max(0, Math.min(images().size() - 1, pointed < 0 ? 0 : pointed + step)));
                setAccessibleText(words());
            }
        }
        event.consume();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        layout = WatchLayout.fitting(images().size(), Math.max(1, canvas.getWidth()), Math.max(1, canvas.getHeight()));
        pointed = Math.min(pointed, images().size() - 1);
        pictures.keySet().retainAll(images());
        for (int i = 0; i < images().size(); i++) {
            tile(pen, image(i), layout.x(i), layout.y(i));
            if (i == pointed) {
                hover.dip(pen);
                pen.strokeRect(layout.x(i) + 0.5, layout.y(i) + 0.5, layout.width() - 2, layout.height() - 2);
            }
        }
        pointing.run();
    }

    private void tile(GraphicsContext pen, int image, double x, double y) {
        double side = Math.max(8, Math.floor(Math.min(layout.width() * 0.5, (layout.height() - LINE) * 0.55)) - PAD);
        pen.setImageSmoothing(false);
        pen.drawImage(picture(image), x + PAD, y + PAD, side, side);
        double right = x + 2 * PAD + side;
        trail(pen, image, right, y + PAD + 1, x + layout.width() - PAD - right, side - 2);
        Answers answers = model.answersProperty().get();
        int row = answers == null ? -1 : answers.images().indexOf(image);
        if (row >= 0) {
            int label = model.label(image);
            int shown = label < 0 ? answers.prediction(row) : label;
            String sure = Numbers.percent(answers.probability(row, shown));
            boolean isWrong = label >= 0 && answers.prediction(row) != label;
            String marked = isWrong ? Texts.get("mistakes.wrong", sure) : sure;
            double top = y + PAD + side;
            lettering.left(pen, share, marked, x + PAD, top + LINE / 2, layout.width() - PAD);
            bars(pen, answers, row, label, x + PAD, top + LINE, y + layout.height() - PAD - MARK - top - LINE);
        }
    }

    private void trail(GraphicsContext pen, int image, double x, double y, double width, double height) {
        List<Trail.Point> points = model.trail(image);
        if (points.size() < 2 || width < 4 || height < 4) {
            return;
        }
        long first = points.get(0).step();
        double range = points.get(points.size() - 1).step() - first;
        line.dip(pen);
        pen.beginPath();
        for (Trail.Point point : points) {
            pen.lineTo(x + (point.step() - first) / range * width, y + (1 - point.value()) * height);
        }
        pen.stroke();
        Answers answers = model.answersProperty().get();
        long shown = answers == null ? -1 : answers.stamp().step();
        if (model.explore().momentProperty().get().isPresent() && shown >= first && shown <= first + range) {
            double at = Math.rint(x + (shown - first) / range * width) + 0.5;
            share.dip(pen);
            pen.fillRect(at - 0.5, y, 1, height);
        }
    }

    private void bars(
            GraphicsContext pen, Answers answers, int row, int label, double left, double top, double height) {
        double width = layout.width() - 2 * PAD;
        int classes = answers.classes();
        // Of more classes than there is room for, the first ones would say nothing: those around the right one do.
        int shown = (int) Math.max(1, Math.min(classes, width / LEAST_BAR));
        int from = Math.max(0, Math.min(classes - shown, label - shown / 2));
        double pitch = width / shown;
        double base = top + height;
        ground.dip(pen);
        pen.strokeLine(left, base + 0.5, left + width, base + 0.5);
        for (int i = 0; i < shown; i++) {
            int each = from + i;
            double probability = answers.probability(row, each);
            double x = Math.rint(left + i * pitch);
            double thick = Math.max(1, Math.rint(left + (i + 1) * pitch) - x - (pitch > LEAST_BAR ? 1 : 0));
            (each == label ? rightBar : bar).dip(pen);
            if (probability >= 0) {
                double tall = Math.rint(probability * height);
                pen.fillRect(x, base - tall, thick, tall);
            }
            if (each == label) {
                pen.fillRect(x, base + 1, thick, MARK - 1);
            }
        }
    }

    private Image picture(int index) {
        LabelledImages test = model.explore().runProperty().get().dataset().test();
        return pictures.computeIfAbsent(index, wanted -> TensorImage.of(test.picture(wanted)));
    }
}
