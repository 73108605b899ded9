package org.convscope.ui.dock.steer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.problem.Problem;
import org.convscope.spec.Steering.Knob;
import org.convscope.ui.kit.CheckedField;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The knobs, two in a row, and below them what is wrong or what a change means. */
public final class SteerView extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<String> SCHEDULES = List.of("constant", "step", "cosine");
    private static final int COLUMNS = 4;

    private final SteerModel model;
    private final ObservableStringValue rateInForce;

    /**
     * Knobs over this model.
     *
     * @param rateInForce the rate of the next step, the schedule counted in
     */
    public SteerView(SteerModel model, ObservableStringValue rateInForce) {
        this.model = model;
        this.rateInForce = rateInForce;
        setId("steer");
        getStyleClass().add("steer");
        ScrollPane scroll = new ScrollPane(new VBox(knobs(), layers()));
        scroll.getContent().getStyleClass().add("steer-knobs");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, message());
    }

    private GridPane knobs() {
        GridPane knobs = new GridPane();
        knobs.getStyleClass().add("form");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column % 2 == 0 ? Priority.NEVER : Priority.ALWAYS);
            knobs.getColumnConstraints().add(width);
        }
        RateSlider slider = new RateSlider(model);
        slider.accessibleTextProperty().bind(Texts.of("dock.learningRate"));
        HBox rate = new HBox(ableTo(Knob.LEARNING_RATE, field(Knob.LEARNING_RATE)), ableTo(Knob.LEARNING_RATE, slider));
        HBox.setHgrow(rate.getChildren().get(1), Priority.ALWAYS);
        rate.getStyleClass().add("schedule");
        addWide(knobs, 0, name(Knob.LEARNING_RATE), rate);
        addWide(knobs, 1, name(Knob.SCHEDULE), schedule());
        add(knobs, 2, Knob.MOMENTUM, Knob.WEIGHT_DECAY);
        add(knobs, 3, Knob.BATCH_SIZE, Knob.DROPOUT);
        knobs.addRow(4, name(Knob.LABEL_NOISE), ableTo(Knob.LABEL_NOISE, field(Knob.LABEL_NOISE)));
        knobs.add(back(), 2, 4, 2, 1);
        return knobs;
    }

    private static void addWide(GridPane knobs, int row, Node name, Node control) {
        knobs.add(name, 0, row);
        knobs.add(control, 1, row, COLUMNS - 1, 1);
    }

    private void add(GridPane knobs, int row, Knob left, Knob right) {
        knobs.addRow(row, name(left), ableTo(left, field(left)), name(right), ableTo(right, field(right)));
    }

    private Label name(Knob knob) {
        Label name = new Label();
        name.textProperty().bind(Texts.of("dock.steer." + id(knob)));
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        name.setMinWidth(USE_PREF_SIZE);
        Tips.install(name, tip(knob));
        return name;
    }

    /** What a knob does and what to watch; in front of it, why it cannot be turned. */
    private StringBinding tip(Knob knob) {
        StringBinding why = model.whyNotProperty(knob);
        StringBinding help = Texts.of("dock.steer.tip." + id(knob));
        return Bindings.createStringBinding(
                () -> why.get().isEmpty() ? help.get() : why.get() + "\n" + help.get(), why, help);
    }

    /** Around a control that a person may have to be told why it cannot be used: a disabled one has no tip. */
    private Node ableTo(Knob knob, Node control) {
        control.disableProperty().bind(Bindings.isNotEmpty(model.whyNotProperty(knob)));
        StackPane around = new StackPane(control);
        around.setMinWidth(0);
        Tips.install(around, tip(knob));
        return around;
    }

    private CheckedField field(Knob knob) {
        return checked("steer-" + id(knob), knob, model.typedProperty(knob));
    }

    private CheckedField checked(String id, Knob knob, StringProperty text) {
        CheckedField field = new CheckedField(
                id,
                text,
                Bindings.createBooleanBinding(
                        () -> model.problemsProperty().get().containsKey(knob), model.problemsProperty()));
        field.setPrefColumnCount(4);
        field.setOnAction(enter -> model.commit(knob));
        field.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                model.commit(knob);
            }
        });
        field.accessibleTextProperty().bind(Texts.of("dock.steer." + id(knob)));
        return field;
    }

    private Node schedule() {
        Chooser<String> kind = new Chooser<>(SCHEDULES, value -> Texts.get("dock.schedule." + value));
        kind.setId("steer-schedule");
        kind.valueProperty().bindBidirectional(model.typedProperty(Knob.SCHEDULE));
        kind.valueProperty().addListener(changed -> model.commit(Knob.SCHEDULE));
        Node decay = checked("steer-step-decay", Knob.SCHEDULE, model.decayOfStepsProperty());
        Node epochs = checked("steer-step-epochs", Knob.SCHEDULE, model.epochsOfStepsProperty());
        Label after = new Label();
        after.textProperty().bind(Texts.of("dock.steer.afterEach"));
        after.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Label now = new Label();
        now.setId("steer-rate-in-force");
        now.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        now.textProperty().bind(Texts.of("dock.steer.now", rateInForce));
        Tips.install(now, "dock.steer.tip.now");
        var inSteps = kind.valueProperty().isEqualTo("step");
        for (Node part : List.of(decay, after, epochs)) {
            part.visibleProperty().bind(inSteps);
            part.managedProperty().bind(inSteps);
        }
        now.visibleProperty().bind(inSteps.not());
        now.managedProperty().bind(inSteps.not());
        HBox row = new HBox(kind, decay, after, epochs, now);
        row.getStyleClass().add("steer-schedule");
        return ableTo(Knob.SCHEDULE, row);
    }

    private Button back() {
        Button back = new Button();
        back.setId("steer-back");
        back.getStyleClass().add(Styles.COMPACT);
        back.textProperty().bind(Texts.of("dock.steer.back"));
        Tips.install(back, "dock.steer.tip.back");
        back.setOnAction(pressed -> model.backToThePlan());
        back.disableProperty().bind(model.isSteered().not().or(Bindings.isNotEmpty(model.whyNoneProperty())));
        back.setMaxWidth(Double.MAX_VALUE);
        return back;
    }

    private Node layers() {
        FlowPane layers = new FlowPane();
        layers.getStyleClass().add("wishes");
        model.steerableProperty().addListener(changed -> showLayers(layers));
        showLayers(layers);
        VBox both = new VBox(name(Knob.FROZEN), ableTo(Knob.FROZEN, layers));
        both.getStyleClass().add("field");
        return both;
    }

    private void showLayers(FlowPane layers) {
        layers.getChildren()
                .setAll(model.steerableProperty()
                        .get()
                        .map(open -> open.learning().stream().map(this::layer).toList())
                        .orElse(List.of()));
    }

    private CheckBox layer(String node) {
        CheckBox box = new CheckBox(node);
        box.setId("steer-freeze-" + node);
        box.setMnemonicParsing(false);
        box.selectedProperty().bindBidirectional(model.frozenProperty(node));
        return box;
    }

    // Always as high as two lines, so that nothing moves while somebody types.
    private Label message() {
        Label message = new Label();
        message.setId("steer-message");
        message.getStyleClass().addAll("steer-message", Styles.SMALL);
        message.setWrapText(true);
        StringBinding none = model.whyNoneProperty();
        message.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> message(model.problemsProperty().get(), none.get()),
                        model.problemsProperty(),
                        none,
                        Texts.language()));
        Tips.install(message, message.textProperty());
        model.problemsProperty()
                .addListener((property, before, now) -> message.pseudoClassStateChanged(WRONG, !now.isEmpty()));
        return message;
    }

    private static String message(Map<Knob, Problem> problems, String whyNone) {
        if (!whyNone.isEmpty()) {
            return whyNone;
        }
        return problems.values().stream()
                .findFirst()
                .map(problem -> problem.in(Texts.language().get()))
                .map(text -> text.what() + " " + text.expected())
                .orElse(Texts.get("dock.steer.help"));
    }

    private static String id(Knob knob) {
        return knob.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
