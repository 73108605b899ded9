package org.convscope.ui.meter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.convscope.spec.Contrasts;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Cell;
import org.convscope.train.TrainState;
import org.convscope.ui.compare.CompareModel;
import org.convscope.ui.compare.CompareView;
import org.convscope.ui.compare.Spot;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.NetworkMapView;
import org.convscope.ui.map.model.NetworkMapModel;

/**
 * Takes the pictures of the README: opens the real window, lets LeNet learn for a while, selects a value,
 * and photographs the window in both themes, both languages and two sizes while it goes on learning; then what LeNet
 * and AlexNet are made of, and a comparison while it learns.
 */
public final class Photographer {

    private static final long LEARNED_STEPS = 450;

    /** Steps after which the sigmoid has left its plateau, and is behind still. */
    private static final long COMPARED_STEPS = 650;

    private static final double STEERED_RATE = 0.03;

    private static final long COCKPIT_STEPS = 1000;

    private static final long PINNED_STEP = 60;

    /** Places among what a panel of curves can show: the loss, and the gradient of each layer. */
    private static final int LOSSES = 0;

    private static final int GRADIENTS = 3;

    /** LeNet's second activation. */
    private static final int COMPARED_SLOT = 4;

    private static final int COMPARED_MAP = 4;

    /** A shirt, whose stripes and buttons leave something to be seen in every layer. */
    private static final int SHOWN_IMAGE = 4;

    private static final double PATIENCE_SECONDS = 300;
    private static final double BREATH_SECONDS = 0.1;
    private static final double SETTLING_SECONDS = 1.5;

    private final Path folder;
    private final ExploreModel model;
    private final Stage stage;
    private final Queue<Runnable> steps = new ArrayDeque<>();
    private final Queue<Double> pauses = new ArrayDeque<>();
    private BooleanSupplier waitingFor;
    private int pictures;
    private long steeredStep;
    private int picturesBefore;

    /** A photographer who leaves {@code explore-*.png} and {@code anatomy-*.png} in {@code folder}. */
    public Photographer(Path folder, ExploreModel model, Stage stage) {
        this.folder = folder;
        this.model = model;
        this.stage = stage;
    }

    /** Takes all pictures, then ends the program. */
    public void begin() {
        size(1600, 1000);
        then(0, () -> waitUntil(() -> model.overviewProperty().get() != null));
        then(
                0,
                () -> model.begin(new Scenario(
                        "fashion-mnist",
                        "lenet",
                        Map.of("activation", "relu", "pool", "max"),
                        new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 256, 10, 0, 0))));
        then(0, () -> waitUntil(() -> model.runProperty().get().progress().state() == TrainState.READY));
        then(0, () -> model.runProperty().get().play());
        then(0, () -> waitUntil(() -> model.runProperty().get().progress().step() >= LEARNED_STEPS));
        then(0, () -> model.selectionProperty().set(new Selection("conv2", 7, new Cell(4, 6))));
        for (int[] size : List.of(new int[] {1600, 1000}, new int[] {1280, 720})) {
            then(0, () -> size(size[0], size[1]));
            String suffix = size[0] == 1600 ? "" : "-small";
            picture("explore-light" + suffix);
            then(0, () -> press("#language"));
            picture("explore-light-zh" + suffix);
            then(0, () -> press("#theme"));
            picture("explore-dark-zh" + suffix);
            then(0, () -> press("#language"));
            picture("explore-dark" + suffix);
            then(0, () -> press("#theme"));
        }
        then(0, () -> size(1600, 1000));
        cockpit();
        then(0, () -> model.modeProperty().set(Mode.ANATOMY));
        then(SETTLING_SECONDS, () -> choose("#anatomy-presets", 0));
        then(SETTLING_SECONDS, () -> press("#anatomy-open-all"));
        picture("anatomy-light");
        then(0, () -> press("#theme"));
        picture("anatomy-dark");
        then(0, () -> press("#theme"));
        comparison();
        then(0, () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        next();
    }

    /** A run that was steered, its layers over time, its mistakes, and a past step beside now. */
    private void cockpit() {
        then(0, () -> {
            var unused = model.runProperty().get().steer(now -> now.withLearningRate(STEERED_RATE));
        });
        then(0, () -> steeredStep = model.runProperty().get().progress().step());
        then(
                0,
                () -> waitUntil(() -> model.runProperty().get().progress().step()
                        >= Math.max(COCKPIT_STEPS, steeredStep + LEARNED_STEPS)));
        then(0, () -> press("#tab-steer"));
        then(0, () -> press("#tab-mistakes"));
        then(0, () -> chooseCurves(0, GRADIENTS));
        then(0, () -> model.momentProperty()
                .set(model.runProperty().get().history().nearest(PINNED_STEP)));
        then(SETTLING_SECONDS, () -> press("#travel-pin"));
        then(0, () -> model.momentProperty().set(OptionalLong.empty()));
        then(SETTLING_SECONDS, () -> press("#travel-difference"));
        picture("cockpit-light");
        then(0, () -> press("#theme"));
        picture("cockpit-dark");
        then(0, () -> press("#theme"));
        then(0, () -> press("#travel-pin"));
        then(0, () -> press("#tab-run"));
        then(0, () -> press("#tab-layers"));
        then(0, () -> chooseCurves(0, LOSSES));
    }

    private void chooseCurves(int panel, int measure) {
        List<Node> choosers = List.copyOf(stage.getScene().getRoot().lookupAll(".curve-measure"));
        if (choosers.get(panel) instanceof ComboBox<?> chooser) {
            chooser.getSelectionModel().select(measure);
        } else {
            throw new IllegalStateException("No chooser of curves");
        }
    }

    /** Sigmoid and ReLU side by side when the one has left its plateau. */
    private void comparison() {
        then(0, () -> {
            var unused = model.runProperty().get().pause();
        });
        then(0, () -> waitUntil(() -> model.runProperty().get().progress().state() == TrainState.PAUSED));
        then(0, () -> model.modeProperty().set(Mode.COMPARE));
        then(0, () -> compare().start(Contrasts.byId("activation")));
        then(0, () -> waitUntil(() -> compare().sidesProperty().get().size() == 2));
        then(0, () -> compare().gaze().show(SHOWN_IMAGE));
        then(
                0,
                () -> waitUntil(() -> compare().sidesProperty().get().stream()
                        .allMatch(side -> side.run().progress().step() >= COMPARED_STEPS)));
        then(0, () -> compare().gaze().selectionProperty().set(new Spot(COMPARED_SLOT, COMPARED_MAP, null)));
        picture("compare-light");
        then(0, () -> press("#theme"));
        picture("compare-dark");
        then(0, () -> press("#theme"));
    }

    private CompareModel compare() {
        if (stage.getScene().lookup("#compare") instanceof CompareView view) {
            return view.model();
        }
        throw new IllegalStateException("Nothing compares");
    }

    /** Takes pictures of the maps of large networks at three scales, in both themes, then ends the program. */
    public void beginMaps() {
        size(1600, 1000);
        then(0, () -> waitUntil(() -> model.overviewProperty().get() != null));
        for (MapShot shot : MapShot.ALL) {
            then(0, () -> model.open(shot.network()));
            then(
                    0,
                    () -> waitUntil(
                            () -> isOpen(shot) && model.overviewProperty().get() != null));
            then(0, this::showAnImage);
            then(0, () -> waitUntil(() -> pictures > picturesBefore));
            then(SETTLING_SECONDS, this::dismissNotices);
            for (String theme : List.of("light", "dark")) {
                then(0, () -> model.selectionProperty().set(null));
                then(0, () -> shot.far(map()));
                picture("map-" + shot.name() + "-far-" + theme);
                then(0, () -> shot.middle(map()));
                then(0, () -> waitUntil(() -> shot.isParted(map())));
                then(0, () -> shot.frame(map()));
                picture("map-" + shot.name() + "-middle-" + theme);
                then(0, () -> shot.close(map()));
                picture("map-" + shot.name() + "-close-" + theme);
                then(0, () -> press("#theme"));
            }
        }
        smallMaps();
        then(0, () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        next();
    }

    private void showAnImage() {
        boolean isShown = model.testIndexProperty().get() == SHOWN_IMAGE;
        picturesBefore = isShown ? -1 : pictures;
        model.overviewProperty().addListener((overview, before, now) -> pictures++);
        model.showTestImage(SHOWN_IMAGE);
    }

    /** In the smallest window and the other language. */
    private void smallMaps() {
        then(0, () -> size(1280, 720));
        then(0, () -> press("#language"));
        for (MapShot shot : MapShot.ALL) {
            then(0, () -> model.open(shot.network()));
            then(
                    0,
                    () -> waitUntil(
                            () -> isOpen(shot) && model.overviewProperty().get() != null));
            then(0, () -> model.selectionProperty().set(null));
            then(SETTLING_SECONDS, this::dismissNotices);
            picture("map-" + shot.name() + "-far-zh-small");
            then(0, () -> shot.middle(map()));
            then(0, () -> waitUntil(() -> shot.isParted(map())));
            then(0, () -> shot.frame(map()));
            picture("map-" + shot.name() + "-middle-zh-small");
        }
        then(0, () -> press("#language"));
    }

    private boolean isOpen(MapShot shot) {
        return model.runProperty().get() != null
                && model.runProperty().get().blueprint().network().equals(shot.network());
    }

    private NetworkMapModel map() {
        if (stage.getScene().lookup("#network-map") instanceof NetworkMapView view) {
            return view.model();
        }
        throw new IllegalStateException("No map");
    }

    /** What the window tells about the run before says nothing about a map. */
    private void dismissNotices() {
        stage.getScene().getRoot().lookupAll("#notices .dismiss").stream()
                .map(ButtonBase.class::cast)
                .forEach(ButtonBase::fire);
    }

    private void picture(String name) {
        then(SETTLING_SECONDS, () -> photograph(folder.resolve(name + ".png")));
    }

    private void then(double seconds, Runnable step) {
        pauses.add(seconds);
        steps.add(step);
    }

    private void next() {
        if (!steps.isEmpty()) {
            Moments.after(Math.max(BREATH_SECONDS, pauses.remove()), () -> {
                steps.remove().run();
                if (waitingFor == null) {
                    next();
                }
            });
        }
    }

    private void waitUntil(BooleanSupplier wanted) {
        waitingFor = wanted;
        look((int) (PATIENCE_SECONDS / BREATH_SECONDS));
    }

    private void look(int times) {
        if (times == 0) {
            throw new IllegalStateException("Waited in vain for " + PATIENCE_SECONDS + " s");
        }
        Moments.after(BREATH_SECONDS, () -> {
            if (waitingFor.getAsBoolean()) {
                waitingFor = null;
                next();
            } else {
                look(times - 1);
            }
        });
    }

    private void size(int width, int height) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private void press(String id) {
        if (stage.getScene().lookup(id) instanceof ButtonBase button) {
            button.fire();
        } else {
            throw new IllegalStateException("No button " + id);
        }
    }

    private void choose(String id, int item) {
        if (stage.getScene().lookup(id) instanceof MenuButton menu) {
            menu.getItems().get(item).fire();
        } else {
            throw new IllegalStateException("No menu " + id);
        }
    }

    private void photograph(Path file) {
        WritableImage shot = stage.getScene().snapshot(null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(folder);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
