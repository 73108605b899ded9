package org.convscope.ui.dock;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.Numbers;
import org.convscope.problem.Problem;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.CheckedField;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** The form for a new run. */
public final class NewRunView extends Panel {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int COLUMNS = 3;
    private static final int NETWORKS_AT_ONCE = 12;
    private static final List<String> SCHEDULES = List.of("constant", "step", "cosine");

    private final NewRunModel model;
    private final OwnDataModel ownData;
    private final Runnable begun;
    private final List<Node> choices = new ArrayList<>();

    /**
     * A form over this model.
     *
     * @param begun told when the person has begun the run
     */
    public NewRunView(NewRunModel model, OwnDataModel ownData, FetchModel fetch, PreviewModel preview, Runnable begun) {
        super("dock.newRun");
        this.model = model;
        this.ownData = ownData;
        this.begun = begun;
        setId("new-run");
        getStyleClass().add("new-run");
        Theme.dress(this, "dock");
        getChildren().addAll(form(), new FetchPane(fetch), new PreviewPane(preview));
        preview.begin();
    }

    /** What it costs, what is wrong, and the button: to be put where it is seen however long the form is. */
    public Node footer() {
        VBox footer = new VBox(costs(), problem(), beginButton());
        footer.getStyleClass().add("new-run");
        Theme.dress(footer, "dock");
        return footer;
    }

    private GridPane form() {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            form.getColumnConstraints().add(share);
        }
        List<Node> before = List.of(field("dock.data", data()), field("dock.network", network()));
        Node own = ownData();
        Node varying = field("dock.augment", varying());
        GridPane.setColumnSpan(own, COLUMNS);
        GridPane.setColumnSpan(varying, COLUMNS);
        Node schedule = field("dock.schedule", schedule());
        GridPane.setColumnSpan(schedule, COLUMNS);
        form.getChildren().addAll(before);
        form.getChildren()
                .addAll(
                        field("dock.optimizer", optimizer()),
                        field("dock.learningRate", typed(NewRunField.LEARNING_RATE, "new-rate")),
                        field("dock.batch", typed(NewRunField.BATCH, "new-batch")),
                        field("dock.epochs", typed(NewRunField.EPOCHS, "new-epochs")),
                        field("dock.seed", typed(NewRunField.SEED, "new-seed")),
                        schedule,
                        field("dock.input", input()),
                        field("dock.fit", fit()),
                        varying,
                        own);
        showChoices(form, before.size());
        model.architectureProperty().addListener(changed -> showChoices(form, before.size()));
        return form;
    }

    /** The chosen network's own choices, from the {@code first} field on, in the place of the last one's. */
    private void showChoices(GridPane form, int first) {
        form.getChildren().removeAll(choices);
        choices.clear();
        for (Choice choice : model.architectureProperty().get().choices()) {
            choices.add(field("dock.choice." + choice.key(), option(choice)));
        }
        form.getChildren().addAll(first, choices);
        int place = 0;
        for (Node field : form.getChildren()) {
            boolean isWide = Objects.equals(GridPane.getColumnSpan(field), COLUMNS);
            place += isWide ? place % COLUMNS : 0;
            GridPane.setConstraints(field, place % COLUMNS, place / COLUMNS, isWide ? COLUMNS : 1, 1);
            place += isWide ? COLUMNS : 1;
        }
    }

    private static Node field(String nameKey, Node control) {
        Node first = control instanceof HBox several ? several.getChildren().get(0) : control;
        Label name = new Label();
        name.textProperty().bind(Texts.of(nameKey));
        String tipKey = "dock.tip." + nameKey.substring(nameKey.indexOf('.') + 1);
        Tips.install(name, tipKey);
        Tips.install(first, tipKey);
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        name.setLabelFor(first);
        VBox both = new VBox(name, control);
        both.getStyleClass().add("field");
        return both;
    }

    private Node network() {
        Chooser<Architecture> chooser = new Chooser<>(Zoo.ALL, Architecture::title);
        chooser.setId("new-network");
        chooser.setCellFactory(list -> new NetworkCell());
        chooser.setVisibleRowCount(NETWORKS_AT_ONCE);
        chooser.valueProperty().bindBidirectional(model.architectureProperty());
        return chooser;
    }

    private Node data() {
        var chooser = new Chooser<>(model.datasets(), card -> card.title());
        chooser.setId("new-data");
        chooser.setItems(model.datasets());
        chooser.valueProperty().bindBidirectional(model.datasetProperty());
        return chooser;
    }

    private Node ownData() {
        HBox row = new HBox(
                openButton("open-folder", "dock.openFolder", () -> new DirectoryChooser().showDialog(window())),
                openButton("open-file", "dock.openFile", () -> new FileChooser().showOpenDialog(window())));
        row.getStyleClass().add("schedule");
        return row;
    }

    private Button openButton(String id, String key, Supplier<File> chooser) {
        Button open = new Button();
        open.setId(id);
        open.textProperty().bind(Texts.of(key));
        open.disableProperty().bind(ownData.busyProperty());
        Tips.install(open, "dock.tip." + key.substring(key.indexOf('.') + 1));
        open.setOnAction(pressed -> {
            File chosen = chooser.get();
            if (chosen != null) {
                ownData.open(chosen.toPath());
            }
        });
        return open;
    }

    private Window window() {
        return getScene().getWindow();
    }

    private Node input() {
        CheckedField size = typed(NewRunField.INPUT, "new-input");
        size.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.checkProperty()
                                .get()
                                .preparation()
                                .size()
                                .orElse(model.datasetProperty().get().shape())
                                .toString(),
                        model.checkProperty()));
        return size;
    }

    private Node fit() {
        List<Optional<Fit>> ways = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Fit.values()).map(Optional::of).forEach(ways::add);
        Chooser<Optional<Fit>> chooser = new Chooser<>(
                ways, way -> Texts.get("dock.fit." + way.map(Fit::id).orElse("usual")));
        chooser.setId("new-fit");
        chooser.valueProperty().bindBidirectional(model.fitProperty());
        return chooser;
    }

    private Node varying() {
        FlowPane row = new FlowPane(wish("normalise", model.normaliseProperty()));
        for (Augmentation kind : Augmentation.values()) {
            row.getChildren().add(wish(kind.id(), model.augmentProperty(kind)));
        }
        row.getStyleClass().add("wishes");
        return row;
    }

    private static CheckBox wish(String name, BooleanProperty wish) {
        CheckBox box = new CheckBox();
        box.setId("new-" + name);
        box.textProperty().bind(Texts.of("dock.wish." + name));
        Tips.install(box, "dock.tip.wish." + name);
        box.selectedProperty().bindBidirectional(wish);
        return box;
    }

    private Node option(Choice choice) {
        Chooser<String> chooser = new Chooser<>(
                choice.values(), value -> value.matches("\\d+") ? value : Texts.get("kit.value." + value));
        chooser.setId("new-" + choice.key());
        chooser.valueProperty().bindBidirectional(model.optionProperty(choice.key()));
        return chooser;
    }

    private Node optimizer() {
        Chooser<Optimizer> chooser =
                new Chooser<>(Optimizer.ALL, optimizer -> Texts.get("dock.optimizer." + optimizer.id()));
        chooser.setId("new-optimizer");
        chooser.valueProperty().bindBidirectional(model.optimizerProperty());
        return chooser;
    }

    private Node schedule() {
        Chooser<String> kind = new Chooser<>(SCHEDULES, value -> Texts.get("dock.schedule." + value));
        kind.setId("new-schedule");
        kind.valueProperty().bindBidirectional(model.textProperty(NewRunField.SCHEDULE));
        kind.setMinWidth(USE_PREF_SIZE);
        BooleanBinding inSteps = kind.valueProperty().isEqualTo("step");
        HBox row = new HBox(
                kind,
                only(inSteps, typed(NewRunField.STEP_DECAY, "new-step-decay")),
                only(inSteps, word("dock.afterEach")),
                only(inSteps, typed(NewRunField.STEP_EPOCHS, "new-step-epochs")));
        row.getStyleClass().add("schedule");
        return row;
    }

    private static Node word(String key) {
        Label word = new Label();
        word.textProperty().bind(Texts.of(key));
        word.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }

    private static Node only(BooleanBinding when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    private CheckedField typed(NewRunField field, String id) {
        boolean ofSchedule = field == NewRunField.STEP_DECAY || field == NewRunField.STEP_EPOCHS;
        NewRunField shownAt = ofSchedule ? NewRunField.SCHEDULE : field;
        CheckedField text = new CheckedField(
                id,
                model.textProperty(field),
                Bindings.createBooleanBinding(() -> problems().containsKey(shownAt), model.checkProperty()));
        text.setPrefColumnCount(4);
        text.setOnAction(enter -> begin());
        return text;
    }

    private Label costs() {
        Label costs = new Label();
        costs.setId("new-costs");
        costs.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        costs.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.checkProperty()
                                .get()
                                .census()
                                .map(census -> Texts.get(
                                        "dock.costs", Numbers.count(census.parameters()), Amounts.large(census.macs())))
                                .orElse(""),
                        model.checkProperty(),
                        Texts.language()));
        return costs;
    }

    // Always as high as its longest text, so that the form does not move while somebody types.
    private Label problem() {
        Label problem = new Label();
        problem.setId("new-problem");
        problem.getStyleClass().addAll("problem", Styles.SMALL);
        problem.setWrapText(true);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problems().values().stream()
                                .findFirst()
                                .map(found -> found.in(Texts.language().get()))
                                .map(text -> text.what() + " " + text.expected())
                                .orElse(Texts.get("dock.beginHelp")),
                        model.checkProperty(),
                        Texts.language()));
        model.checkProperty()
                .addListener(changed ->
                        problem.pseudoClassStateChanged(WRONG, !problems().isEmpty()));
        return problem;
    }

    private Button beginButton() {
        Button begin = new Button();
        begin.setId("begin");
        begin.setDefaultButton(true);
        Tips.install(begin, "dock.tip.begin");
        begin.textProperty().bind(Texts.of("dock.begin"));
        begin.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !problems().isEmpty(), model.checkProperty()));
        begin.setOnAction(pressed -> begin());
        return begin;
    }

    private void begin() {
        if (problems().isEmpty()) {
            model.begin();
            begun.run();
        }
    }

    private Map<NewRunField, Problem> problems() {
        return model.checkProperty().get().problems();
    }
}
