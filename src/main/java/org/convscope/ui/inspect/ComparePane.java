package org.convscope.ui.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.convscope.frame.Bars;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.lens.Overview;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.Pin;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** The map at the pinned step, at the step that is looked at, and what has changed; and what the network says of both. */
final class ComparePane extends VBox {

    private static final double SIDE = 84;

    private final InspectorModel model;
    private final View before = new View();
    private final View after = new View();
    private final View difference = new View();
    private final Label guesses = new Label();

    /** One of the three: a picture, a caption, and the chosen cell's value. */
    private static final class View extends VBox {

        private final Canvas picture = new Canvas(SIDE, SIDE);
        private final Label caption = new Label();
        private final Label value = new Label();

        View() {
            caption.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            value.getStyleClass().add(Styles.ARITHMETIC);
            getChildren().addAll(caption, picture, value);
        }

        void show(String words, Mosaic mosaic, Place place, Surface surface) {
            MapGrid grid = new MapGrid(mosaic, place.channel());
            WritableImage image = new WritableImage(grid.columns(), grid.rows());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            grid.columns(),
                            grid.rows(),
                            PixelFormat.getIntArgbInstance(),
                            grid.pixels(surface),
                            0,
                            grid.columns());
            double square = SIDE / Math.max(grid.columns(), grid.rows());
            GraphicsContext pen = picture.getGraphicsContext2D();
            pen.clearRect(0, 0, SIDE, SIDE);
            pen.setImageSmoothing(false);
            pen.drawImage(image, 0, 0, square * grid.columns(), square * grid.rows());
            caption.setText(words);
            Cell cell = grid.isMap() ? place.cell() : grid.square(place.channel());
            value.setText(Numbers.text(grid.value(cell.row(), cell.column())));
        }
    }

    ComparePane(InspectorModel model) {
        this.model = model;
        setId("inspector-compare");
        getStyleClass().add("compare-pane");
        HBox row = new HBox(before, after, difference);
        row.getStyleClass().add("compare-row");
        guesses.setId("inspector-compare-guesses");
        guesses.setWrapText(true);
        getChildren().addAll(Panel.title("inspect.compare.title"), row, guesses);
    }

    /** Shows the comparison of the model's place, or nothing where there is none. */
    void show(List<String> classes, Surface surface) {
        Place place = model.place();
        Optional<Pin.Comparison> known = model.explore()
                .pin()
                .comparisonProperty()
                .get()
                .filter(any -> place != null
                        && any.difference().mosaics().containsKey(place.node())
                        && place.channel()
                                < any.shown().mosaics().get(place.node()).planes());
        Visibility.see(this, known.isPresent());
        known.ifPresent(comparison -> show(comparison, place, classes, surface));
    }

    private void show(Pin.Comparison comparison, Place place, List<String> classes, Surface surface) {
        String node = place.node();
        before.show(step(comparison.pinned()), comparison.pinned().mosaics().get(node), place, surface);
        after.show(step(comparison.shown()), comparison.shown().mosaics().get(node), place, surface);
        difference.show(
                Texts.get("inspect.compare.difference"),
                comparison.difference().mosaics().get(node),
                place,
                surface);
        guesses.setText(Texts.get(
                "inspect.compare.guesses", guess(comparison.pinned(), classes), guess(comparison.shown(), classes)));
    }

    private static String step(Overview overview) {
        return Texts.get("inspect.step", Numbers.count(overview.stamp().step()));
    }

    private static String guess(Overview overview, List<String> classes) {
        return overview.prediction().bars().stream()
                .max(Comparator.comparingDouble(Bars.Bar::value))
                .map(best -> classes.get(best.index()) + " " + Numbers.percent(best.value()))
                .orElse(Numbers.UNKNOWN);
    }
}
