package org.convscope.ui.dock;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.convscope.ui.dock.steer.SteerModel;
import org.convscope.ui.dock.steer.SteerView;
import org.convscope.ui.dock.study.StudyModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel that drives the run. */
public final class RunView extends VBox {

    private static final double MOST_PICTURES_PER_SECOND = 30;

    private final StackPane content = new StackPane();

    /** A panel over these models; the knobs are made when they are first wanted. */
    public RunView(RunModel model, SteerModel steering, StudyModel study) {
        getStyleClass().addAll(Styles.PANEL, "run");
        VBox how = new VBox(place(model), bar(model), facts(model));
        how.getStyleClass().add("run-facts");
        ToggleButton run = tab("tab-run", "dock.run");
        ToggleButton steer = tab("tab-steer", "dock.steer");
        SegmentedButton tabs = new SegmentedButton(run, steer);
        Supplier<Node> knobs = once(() -> new SteerView(steering, model.rateOfNextStep()));
        tabs.getToggleGroup().selectedToggleProperty().addListener((group, before, now) -> {
            if (now == null) {
                // One of them is always chosen: a second click on it changes nothing.
                before.setSelected(true);
            } else if (now == run) {
                content.getChildren().setAll(how);
            } else {
                content.getChildren().setAll(knobs.get());
            }
        });
        run.setSelected(true);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren().addAll(new HBox(tabs, between, studied(study)), buttons(model), content);
    }

    private static ToggleButton studied(StudyModel study) {
        ToggleButton studied = new ToggleButton();
        studied.setId("study-toggle");
        studied.getStyleClass().add(Styles.COMPACT);
        studied.textProperty().bind(Texts.of("dock.study.open"));
        studied.setMinWidth(USE_PREF_SIZE);
        Tips.install(studied, "dock.study.tip.open");
        studied.selectedProperty().bindBidirectional(study.shownProperty());
        return studied;
    }

    private static Supplier<Node> once(Supplier<Node> maker) {
        Node[] made = new Node[1];
        return () -> {
            if (made[0] == null) {
                made[0] = maker.get();
            }
            return made[0];
        };
    }

    private static ToggleButton tab(String id, String key) {
        ToggleButton tab = new ToggleButton();
        tab.setId(id);
        tab.getStyleClass().add(Styles.COMPACT);
        tab.textProperty().bind(Texts.of(key));
        Tips.install(tab, "dock.tip." + id);
        return tab;
    }

    private static Node buttons(RunModel model) {
        Button train = button("train", model::trainOrPause, model.canTrainOrPause());
        train.getStyleClass().add(Styles.PRIMARY);
        train.textProperty()
                .bind(Bindings.when(model.running())
                        .then(Texts.of("dock.pause"))
                        .otherwise(Bindings.when(model.ended())
                                .then(Texts.of("dock.trainAgain"))
                                .otherwise(Texts.of("dock.train"))));
        train.graphicProperty()
                .bind(Bindings.when(model.running())
                        .then(new FontIcon(Feather.PAUSE))
                        .otherwise(new FontIcon(Feather.PLAY)));
        Tips.install(train, "dock.help.train");
        HBox.setHgrow(train, Priority.ALWAYS);
        train.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(
                train,
                named("step", model::step, model.canLearn()),
                named("epoch", model::epoch, model.canLearn()),
                named("stop", model::stop, model.canStop()),
                named("reset", model::reset, model.canReset()));
        row.getStyleClass().add("buttons");
        return row;
    }

    private static Button named(String id, Runnable deed, ObservableBooleanValue possible) {
        Button button = button(id, deed, possible);
        button.textProperty().bind(Texts.of("dock.button." + id));
        Tips.install(button, "dock.help." + id);
        return button;
    }

    private static Button button(String id, Runnable deed, ObservableBooleanValue possible) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add(Styles.COMPACT);
        button.setOnAction(pressed -> deed.run());
        button.disableProperty().bind(Bindings.not(possible));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Node place(RunModel model) {
        Label place = new Label();
        place.setId("place");
        place.textProperty().bind(model.place());
        return place;
    }

    private static Node bar(RunModel model) {
        ProgressBar bar = new ProgressBar();
        bar.setId("epoch-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.progressProperty().bind(model.doneOfEpoch());
        bar.accessibleTextProperty().bind(model.place());
        return bar;
    }

    private static Node facts(RunModel model) {
        GridPane facts = new GridPane();
        facts.getStyleClass().add("facts");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        addFact(facts, "dock.throughput", value("throughput", model.throughput()));
        addFact(facts, "dock.learningRate", value("learning-rate", model.learningRate()));
        addFact(facts, "dock.timeLeft", value("time-left", model.timeLeft()));
        addFact(facts, "dock.picturesPerSecond", pictures(model));
        return facts;
    }

    private static void addFact(GridPane facts, String nameKey, Node value) {
        Label name = new Label();
        name.textProperty().bind(Texts.of(nameKey));
        name.getStyleClass().add(Styles.MUTED);
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(value);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private static Node value(String id, ObservableValue<String> text) {
        Label value = new Label();
        value.setId(id);
        value.getStyleClass().add("value");
        value.setMaxWidth(Double.MAX_VALUE);
        value.textProperty().bind(text);
        return value;
    }

    private static Node pictures(RunModel model) {
        Slider slider = new Slider(1, MOST_PICTURES_PER_SECOND, 10);
        slider.setId("pictures-per-second");
        slider.setBlockIncrement(1);
        slider.valueProperty().bindBidirectional(model.picturesPerSecond());
        Tips.install(slider, "dock.tip.picturesPerSecond");
        slider.accessibleTextProperty().bind(Texts.of("dock.picturesPerSecond"));
        Label number = new Label();
        number.textProperty().bind(model.picturesPerSecond().asString());
        number.getStyleClass().addAll("value", "slider-value");
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(slider, number);
        row.getStyleClass().add("slider-row");
        return row;
    }
}
