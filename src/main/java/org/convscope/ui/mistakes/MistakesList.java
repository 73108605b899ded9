package org.convscope.ui.mistakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.convscope.data.LabelledImages;
import org.convscope.frame.Numbers;
import org.convscope.train.Mistake;
import org.convscope.ui.kit.Ink;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;

/**
 * The listed images, each with what it is, what it was taken for, and how sure the network was. However many there are,
 * only the visible ones are drawn. A click shows one in the map; arrow keys and Enter do the same.
 */
final class MistakesList extends Region {

    private static final double BAR = 8;
    private static final double PICTURE = 34;
    private static final double LINE = 12.5;
    private static final int KEPT_IMAGES = 400;

    private final MistakesModel model;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Lettering lettering = new Lettering();
    private final Ink truth = new Ink("mistake-truth", this::paint);
    private final Ink taken = new Ink("mistake-taken", this::paint);
    private final Ink share = new Ink("mistake-share", this::paint);
    private final Ink hover = new Ink("matrix-hover", this::paint);
    private final Map<Integer, Image> pictures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Image> eldest) {
            return size() > KEPT_IMAGES;
        }
    };
    private ListLayout layout = ListLayout.fitting(0, 1);
    private int pointed = ListLayout.NOWHERE;

    MistakesList(MistakesModel model) {
        this.model = model;
        getStyleClass().add("mistakes-list");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        accessibleTextProperty().bind(Texts.of("mistakes.list"));
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(truth, taken, share, hover, canvas, bar);
        bar.valueProperty().addListener(changed -> paint());
        model.listedProperty().addListener(changed -> relist());
        model.chosenProperty().addListener(changed -> bar.setValue(0));
        model.explore().runProperty().addListener(changed -> pictures.clear());
        Texts.language().addListener(changed -> paint());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(layout.at(event.getX(), event.getY() + bar.getValue())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(ListLayout.NOWHERE));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            point(layout.at(event.getX(), event.getY() + bar.getValue()));
            open();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> {
            bar.setValue(Math.min(bar.getMax(), Math.max(0, bar.getValue() - event.getDeltaY())));
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - BAR - 2));
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        relist();
    }

    private void relist() {
        layout = ListLayout.fitting(listed().size(), canvas.getWidth());
        double hidden = Math.max(0, layout.whole() - getHeight());
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * Math.min(1, Math.max(0.1, getHeight() / Math.max(1, layout.whole()))));
        bar.setUnitIncrement(layout.height());
        bar.setBlockIncrement(getHeight());
        bar.setValue(Math.min(bar.getValue(), hidden));
        pointed = Math.min(pointed, listed().size() - 1);
        paint();
    }

    private List<Mistake> listed() {
        return model.listedProperty().get();
    }

    private void point(int position) {
        if (position != pointed) {
            pointed = position;
            paint();
        }
    }

    private void open() {
        if (pointed >= 0 && pointed < listed().size()) {
            model.explore(listed().get(pointed).index());
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
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (step != 0 && !listed().isEmpty()) {
            int target = pointed < 0 ? 0 : pointed + step;
            point(Math.max(0, Math.min(listed().size() - 1, target)));
            bar.setValue(layout.topShowing(pointed, bar.getValue(), getHeight()));
            event.consume();
        }
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double top = bar.getValue();
        int end = Math.min(listed().size(), layout.end(top + canvas.getHeight()));
        for (int i = layout.first(top); i < end; i++) {
            tile(pen, listed().get(i), layout.x(i), Math.round(layout.y(i) - top));
            if (i == pointed) {
                hover.dip(pen);
                pen.strokeRect(
                        layout.x(i) + 0.5,
                        Math.round(layout.y(i) - top) + 0.5,
                        layout.width() - 3,
                        layout.height() - 3);
            }
        }
    }

    private void tile(GraphicsContext pen, Mistake one, double x, double y) {
        pen.setImageSmoothing(false);
        pen.drawImage(picture(one.index()), x + 3, y + 3, PICTURE, PICTURE);
        double text = x + PICTURE + 9;
        double room = layout.width() - PICTURE - 14;
        double middle = y + 2 + PICTURE / 2;
        lettering.left(pen, truth, model.className(one.label()), text, middle - LINE, room);
        String prediction = model.className(one.prediction());
        lettering.left(
                pen,
                taken,
                Texts.get(one.isRight() ? "mistakes.tile.right" : "mistakes.tile.taken", prediction),
                text,
                middle,
                room);
        lettering.left(pen, share, Numbers.percent(one.probability()), text, middle + LINE, room);
    }

    private Image picture(int index) {
        LabelledImages test = model.explore().runProperty().get().dataset().test();
        return pictures.computeIfAbsent(index, wanted -> TensorImage.of(test.picture(wanted)));
    }
}
