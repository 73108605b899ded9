package org.convscope.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.spec.Contrast;
import org.convscope.spec.Contrasts;
import org.convscope.ui.explore.Driver;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** Several networks that learn side by side: what is compared above, the runs under each other, curves and table below. */
public final class CompareView extends BorderPane implements Driver {

    /** Five times a second are calm, and leave the machine to the training. */
    private static final int REFRESH_MILLIS = 200;

    private static final double BELOW = 0.28;
    private static final double LEAST_BELOW = 164;
    private static final double MOST_BELOW = 264;

    private final CompareModel model;
    private final RowsView rows;
    private final PlotView loss;
    private final PlotView accuracy;
    private final DiffersView differs;
    private final ReadoutModel readout;
    private final Label pointed = new Label();
    private final Label what = new Label();
    private final Label same = new Label();
    private final MenuButton image = new MenuButton();
    private final HBox below;
    private long written = -1;

    /** A view with nothing to compare yet; to be made when it is first wanted. */
    public CompareView(ExploreModel explore, Pulse pulse) {
        this(new CompareModel(explore, pulse, new Random(), ForkJoinPool.commonPool()), pulse);
    }

    CompareView(CompareModel model, Pulse pulse) {
        this.model = model;
        this.rows = new RowsView(model, pulse);
        this.loss = new PlotView(model, true);
        this.accuracy = new PlotView(model, false);
        this.differs = new DiffersView(model);
        this.readout = new ReadoutModel(model);
        setId("compare");
        getStyleClass().add("compare");
        setFocusTraversable(true);
        Theme.dress(this, "compare");
        below = new HBox(loss, accuracy, differs);
        below.getStyleClass().add("compare-below");
        below.setMinHeight(0);
        for (Region part : new Region[] {loss, accuracy, differs}) {
            HBox.setHgrow(part, Priority.ALWAYS);
            part.setPrefWidth(1);
        }
        BorderPane bottom = new BorderPane(below);
        bottom.setBottom(foot());
        PresetsView presets = new PresetsView(model);
        VBox coming = coming();
        setTop(bar());
        setCenter(new StackPane(rows, presets, coming));
        setBottom(bottom);
        Runnable arrange = () -> {
            boolean isEmpty = model.sidesProperty().get().isEmpty();
            boolean isOpening = model.openingProperty().get();
            rows.setVisible(!isEmpty);
            presets.setVisible(isEmpty && !isOpening);
            coming.setVisible(isEmpty && isOpening);
            bottom.setVisible(!isEmpty);
            bottom.setManaged(!isEmpty);
            refresh();
        };
        model.sidesProperty().addListener(changed -> {
            arrange.run();
            // What was pressed may be gone.
            requestFocus();
        });
        model.openingProperty().addListener(changed -> arrange.run());
        arrange.run();
        model.hoveredProperty().addListener(changed -> pointed.setText(pointedAt()));
        model.selectionProperty().addListener(changed -> pointed.setText(pointedAt()));
        Texts.language().addListener(changed -> refresh());
        pulse.repeat(REFRESH_MILLIS, this::refreshIfSeen);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What is compared. */
    public CompareModel model() {
        return model;
    }

    @Override
    public void trainOrPause() {
        model.playOrPause();
    }

    @Override
    public void step() {
        model.step();
    }

    @Override
    public void previousImage() {
        model.show(model.imageProperty().get() - 1);
    }

    @Override
    public void nextImage() {
        model.show(model.imageProperty().get() + 1);
    }

    @Override
    public void randomImage() {
        model.showAny();
    }

    @Override
    protected void layoutChildren() {
        below.setPrefHeight(Math.max(LEAST_BELOW, Math.min(MOST_BELOW, getHeight() * BELOW)));
        super.layoutChildren();
    }

    private VBox coming() {
        Label says = new Label();
        says.textProperty().bind(Texts.of("compare.opening"));
        says.getStyleClass().addAll(Styles.HEADLINE, Styles.MUTED);
        Button cancel = button("cancel", model::clear);
        cancel.textProperty().bind(Texts.of("compare.cancel"));
        VBox coming = new VBox(says, cancel);
        coming.getStyleClass().add("compare-coming");
        return coming;
    }

    private HBox bar() {
        what.getStyleClass().add(Styles.STRONG);
        what.setMinWidth(0);
        same.getStyleClass().add(Styles.MUTED);
        same.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button play = button("play", this::trainOrPause);
        play.getStyleClass().add(Styles.PRIMARY);
        play.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(model.learningProperty().get() ? "compare.pause" : "compare.train"),
                        model.learningProperty(),
                        Texts.language()));
        Button step = button("step", this::step);
        step.textProperty().bind(Texts.of("compare.step"));
        CheckBox together = new CheckBox();
        together.setId("compare-together");
        together.textProperty().bind(Texts.of("compare.lockStep"));
        together.selectedProperty().bindBidirectional(model.togetherProperty());
        together.setMinWidth(USE_PREF_SIZE);
        Tips.install(together, "compare.tip.lockStep");
        Button close = button("close", model::clear);
        close.textProperty().bind(Texts.of("compare.close"));
        for (Region part : new Region[] {play, step, together, close}) {
            part.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.sidesProperty().get().isEmpty(), model.sidesProperty()));
        }
        HBox bar = new HBox(presets(), what, same, space, play, step, together, repeat(), adding(), close);
        bar.getStyleClass().add("compare-bar");
        return bar;
    }

    private Button repeat() {
        Button repeat = button("repeat", model::repeat);
        repeat.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.repeated() == 0
                                ? Texts.get("compare.repeat")
                                : Texts.get("compare.repeated", model.repeatedDone(), model.repeated()),
                        model.revisionProperty(),
                        Texts.language()));
        repeat.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.sidesProperty().get().isEmpty() || model.repeated() > 0,
                        model.sidesProperty(),
                        model.revisionProperty()));
        return repeat;
    }

    private MenuButton presets() {
        MenuButton presets = new MenuButton();
        presets.setId("compare-presets");
        presets.getStyleClass().add(Styles.COMPACT);
        presets.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.contrastProperty()
                                .get()
                                .map(contrast ->
                                        Texts.get("compare.preset", Texts.get("compare.title." + contrast.id())))
                                .orElseGet(() -> Texts.get("compare.choose")),
                        model.contrastProperty(),
                        Texts.language()));
        presets.setMinWidth(USE_PREF_SIZE);
        Tips.install(presets, "compare.tip.preset");
        for (Contrast contrast : Contrasts.ALL) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(Texts.of("compare.title." + contrast.id()));
            item.setId("compare-preset-" + contrast.id());
            item.setOnAction(chosen -> model.start(contrast));
            presets.getItems().add(item);
        }
        return presets;
    }

    private MenuButton adding() {
        MenuButton add = new MenuButton();
        add.setId("compare-add");
        add.getStyleClass().add(Styles.COMPACT);
        add.textProperty().bind(Texts.of("compare.add"));
        add.setMinWidth(USE_PREF_SIZE);
        add.disableProperty().bind(Bindings.createBooleanBinding(() -> !model.isRoom(), model.sidesProperty()));
        Tips.install(add, "compare.tip.add");
        // A menu without items does not open.
        add.getItems().add(new SeparatorMenuItem());
        add.setOnShowing(showing -> fill(add));
        return add;
    }

    private void fill(MenuButton add) {
        add.getItems().clear();
        if (model.explore().runProperty().get() != null) {
            MenuItem open = new MenuItem();
            open.setId("compare-add-open");
            open.textProperty().bind(Texts.of("compare.addOpen"));
            open.setOnAction(chosen -> model.addOpen());
            add.getItems().addAll(open, new SeparatorMenuItem());
        }
        model.explore().workbench().models().stream()
                .filter(entry -> entry.problem().isEmpty())
                .forEach(entry -> add.getItems().add(named(entry.id(), entry.id())));
        add.getItems().add(new SeparatorMenuItem());
        model.recorded(entries -> entries.forEach(
                entry -> add.getItems().add(named(entry.id(), entry.folder().toString()))));
    }

    private MenuItem named(String title, String name) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.add(name));
        return item;
    }

    private HBox foot() {
        pointed.setId("compare-pointed");
        pointed.setMinWidth(0);
        HBox.setHgrow(pointed, Priority.ALWAYS);
        pointed.setMaxWidth(Double.MAX_VALUE);

        Button scale = button("scale", () -> model.sharedScalesProperty()
                .set(!model.sharedScalesProperty().get()));
        scale.textProperty().bind(scaleWords(model.sharedScalesProperty()));
        HBox foot = new HBox(
                pointed,
                now(),
                classes(),
                toggle("matched", model.matchedProperty()),
                toggle("differences", model.differencesProperty()),
                scale);
        foot.getStyleClass().add("compare-foot");
        return foot;
    }

    /** Back from the past. */
    private Button now() {
        Button now = button("now", () -> model.momentProperty().set(OptionalLong.empty()));
        now.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(
                                "compare.now",
                                Numbers.count(model.momentProperty().get().orElse(0))),
                        model.momentProperty(),
                        Texts.language()));
        now.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.momentProperty().get().isPresent(), model.momentProperty()));
        now.managedProperty().bind(now.visibleProperty());
        return now;
    }

    /** Which image is looked at, and a menu that leads to the next one of a class. */
    private MenuButton classes() {
        image.setId("compare-image");
        image.getStyleClass().add(Styles.COMPACT);
        image.setMinWidth(USE_PREF_SIZE);
        Tips.install(image, "compare.tip.image");
        image.getItems().add(new SeparatorMenuItem());
        image.setOnShowing(showing -> {
            image.getItems().clear();
            List<String> names = model.classNames();
            for (int label = 0; label < names.size(); label++) {
                int wanted = label;
                MenuItem item = new MenuItem(names.get(label));
                item.setOnAction(chosen -> model.showClass(wanted));
                image.getItems().add(item);
            }
        });
        return image;
    }

    private static CheckBox toggle(String name, BooleanProperty property) {
        CheckBox toggle = new CheckBox();
        toggle.setId("compare-" + name);
        toggle.textProperty().bind(Texts.of("compare.toggle." + name));
        toggle.selectedProperty().bindBidirectional(property);
        toggle.setMinWidth(USE_PREF_SIZE);
        Tips.install(toggle, "compare.tip." + name);
        return toggle;
    }

    private static ObservableValue<String> scaleWords(BooleanProperty shared) {
        return Bindings.createStringBinding(
                () -> Texts.get(shared.get() ? "compare.scale.shared" : "compare.scale.own"), shared, Texts.language());
    }

    private static Button button(String name, Runnable deed) {
        Button button = new Button();
        button.setId("compare-" + name);
        button.getStyleClass().add(Styles.COMPACT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> deed.run());
        Tips.install(button, "compare.tip." + name.toLowerCase(Locale.ROOT));
        return button;
    }

    private String pointedAt() {
        String text = readout.text();
        return text.isEmpty() ? Texts.get("compare.hint") : text;
    }

    private void refreshIfSeen() {
        if (written != model.revisionProperty().get() && isVisible()) {
            refresh();
        }
    }

    private void refresh() {
        written = model.revisionProperty().get();
        Optional<Sameness> sameness = model.sameness();
        what.setText(sameness.map(Words::differs).orElse(""));
        same.setText(sameness.map(Words::sameness).map(words -> "· " + words).orElse(""));
        image.setText(
                Texts.get("compare.image", Numbers.count(model.imageProperty().get())));
        rows.refresh();
        loss.paint();
        accuracy.paint();
        differs.refresh();
        pointed.setText(pointedAt());
    }

    private void key(KeyEvent event) {
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
        boolean isKnown = isPlain
                && switch (event.getCode()) {
                    case LEFT -> walk(-1, 0);
                    case RIGHT -> walk(1, 0);
                    case UP -> walk(0, -1);
                    case DOWN -> walk(0, 1);
                    case J -> travel(-1);
                    case K -> travel(1);
                    case B -> {
                        model.momentProperty().set(OptionalLong.empty());
                        yield true;
                    }
                    case D -> {
                        model.differencesProperty()
                                .set(!model.differencesProperty().get());
                        yield true;
                    }
                    case C -> {
                        model.sharedScalesProperty()
                                .set(!model.sharedScalesProperty().get());
                        yield true;
                    }
                    case ESCAPE -> {
                        boolean isSelected = model.selectionProperty().get() != null;
                        model.selectionProperty().set(null);
                        yield isSelected;
                    }
                    default -> false;
                };
        if (isKnown) {
            event.consume();
        }
    }

    private boolean travel(int by) {
        model.travel(by);
        return true;
    }

    private boolean walk(int slots, int channels) {
        model.walk(slots, channels);
        if (model.selectionProperty().get() != null) {
            rows.reveal(model.selectionProperty().get().slot());
        }
        return true;
    }
}
