package org.convscope.ui.compare;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.spec.Steering;
import org.convscope.train.Progress;
import org.convscope.train.Sampling;
import org.convscope.train.TrainEvent;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which run a row shows, how it is trained, how good it is and how it fares. */
final class HeadView extends VBox {

    private static final double LARGE_IMAGE = 104;
    private static final double SMALL_IMAGE = 56;

    /** In rows lower than this the image is small and stands beside the accuracy. */
    private static final double HIGH_ROW = 270;

    /** Letters of a name that fit in the size of short ones. */
    private static final int LONG_NAME = 11;

    private final CompareModel model;
    private final Side side;
    private final int row;
    private final Label accuracy = new Label();
    private final Label basis = new Label();
    private final Button chip = new Button();
    private final ImageView image = new ImageView();
    private final HBox middle = new HBox();
    private final Label plan = new Label();
    private final VBox number = new VBox(accuracy, basis);
    private int shownImage = -1;

    HeadView(CompareModel model, Side side, int row) {
        this.model = model;
        this.side = side;
        this.row = row;
        getStyleClass().add("compare-head");
        setId("compare-head-" + Letters.of(row).toLowerCase(Locale.ROOT));
        Letters.mark(this, row);
        Label name = new Label(Letters.of(row) + " · " + side.name());
        name.getStyleClass().add("compare-name");
        if (side.name().length() > LONG_NAME) {
            name.getStyleClass().add("compare-long-name");
        }
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        plan.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        accuracy.getStyleClass().add("compare-accuracy");
        accuracy.setId("compare-accuracy-" + Letters.of(row).toLowerCase(Locale.ROOT));
        basis.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        chip.getStyleClass().add("state-chip");
        chip.setId("compare-chip-" + Letters.of(row).toLowerCase(Locale.ROOT));
        chip.setOnAction(pressed -> model.playOrPause(side));
        Tips.install(chip, "compare.tip.chip");
        image.setPreserveRatio(true);
        image.setSmooth(false);
        middle.getStyleClass().add("compare-middle");
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        chip.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, plan, middle, space, new HBox(chip, gap, explore(), remove()));
        setMinSize(0, 0);
    }

    /** Writes what has changed. */
    void refresh() {
        // As it is steered now, not as it was planned.
        Steering steering = side.run().steering();
        plan.setText(Texts.get("compare.plan", rate(steering.learningRate()), steering.batchSize(), seed()));
        accuracy.setText(Numbers.percent(model.accuracy(side)));
        Scores.Point last = side.scores().at(model.momentProperty().get().orElse(Long.MAX_VALUE));
        basis.setText(
                last == null || last.isOfAll()
                        ? Texts.get("compare.ofAll")
                        : Texts.get("compare.ofSample", Numbers.count(sample())));
        Progress now = side.progressProperty().get();
        chip.setText(seenStep()
                .map(step -> Texts.get("compare.seen", Numbers.count(step)))
                .orElseGet(() -> words(now)));
        for (Tone tone : Tone.values()) {
            chip.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)), tone == tone(now));
        }
        if (shownImage != model.gaze().imageProperty().get()) {
            shownImage = model.gaze().imageProperty().get();
            int index = Math.floorMod(shownImage, side.run().dataset().test().size());
            image.setImage(TensorImage.of(side.run().testImage(index).picture()));
        }
    }

    /** Test images of a score within an epoch. */
    private int sample() {
        return Math.min(Sampling.STANDARD.images(), side.run().dataset().test().size());
    }

    /** The recorded step that is looked at, if it is not the present. */
    private Optional<Long> seenStep() {
        return model.momentProperty().get().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(side.overviewProperty().get())
                        .map(overview -> overview.stamp().step());
    }

    /** How a run fares, in one colour. */
    private enum Tone {
        QUIET,
        LEARNING,
        WAITING,
        DONE,
        WARNING,
        DANGER
    }

    @Override
    protected void layoutChildren() {
        boolean isHigh = getHeight() >= HIGH_ROW;
        double length = isHigh ? LARGE_IMAGE : SMALL_IMAGE;
        if (image.getFitWidth() != length) {
            image.setFitWidth(length);
            image.setFitHeight(length);
        }
        if (isHigh && getChildren().size() == 5) {
            middle.getChildren().setAll(number);
            getChildren().add(3, image);
        } else if (!isHigh && !middle.getChildren().contains(image)) {
            getChildren().remove(image);
            middle.getChildren().setAll(image, number);
        }
        super.layoutChildren();
    }

    private String words(Progress now) {
        TrainEvent.Ended ended = side.scores().ended();
        String step = Numbers.count(now.step());
        return switch (now.state()) {
            case READY -> Texts.get("compare.state.ready");
            case RUNNING -> Texts.get("compare.state.training", now.epoch(), now.epochs());
            case PAUSED -> Texts.get("compare.state.paused", step);
            case FINISHED -> Texts.get("compare.state.finished", now.epochs());
            case STOPPED -> Texts.get("compare.state.stopped", step);
            case DIVERGED -> Texts.get(
                    "compare.state.diverged", Numbers.count(ended == null ? now.step() : ended.step()));
            case DEAD -> Texts.get("compare.state.dead", Numbers.count(ended == null ? now.step() : ended.step()));
            case FAILED -> Texts.get("compare.state.failed", step);
        };
    }

    private static Tone tone(Progress now) {
        return switch (now.state()) {
            case RUNNING -> Tone.LEARNING;
            case PAUSED -> Tone.WAITING;
            case FINISHED -> Tone.DONE;
            case READY, STOPPED -> Tone.QUIET;
            case DIVERGED, DEAD -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
        };
    }

    private static String rate(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }

    private long seed() {
        return side.run().scenario().plan().seed();
    }

    private Button explore() {
        Button open = small("explore", Feather.MAXIMIZE_2);
        open.setOnAction(pressed -> model.openInExplore(side));
        return open;
    }

    private Button remove() {
        Button remove = small("remove", Feather.X);
        remove.setOnAction(pressed -> model.remove(side));
        return remove;
    }

    private Button small(String what, Feather icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId("compare-" + what + "-" + Letters.of(row).toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll(Styles.COMPACT, "compare-small");
        button.accessibleTextProperty().bind(Texts.of("compare.tip." + what));
        Tips.install(button, "compare.tip." + what);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
