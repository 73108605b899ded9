package org.convscope.ui.inspect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.frame.Surface;
import org.convscope.ui.curves.HealthModel;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;
import org.convscope.workbench.OpenRun;

/**
 * The panel of the selected map: enlarged above, and below it one aspect at a time. What does not fit is
 * scrolled to; the name of the map stays.
 */
public final class InspectorView extends BorderPane {

    private static final double MARGINS = 24;

    private final ExploreModel explore;
    private final InspectorModel model;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label step = new Label();
    private final PicturePane picture;
    private final ComparePane compare;
    private final SumPane sum;
    private final KernelPane kernel;
    private final GradientsPane gradients;
    private final HealthPane health;
    private final Map<Aspect, Node> panes = new EnumMap<>(Aspect.class);

    /** A panel that follows the selection. */
    public InspectorView(ExploreModel explore, Pulse pulse) {
        this(new InspectorModel(explore, pulse), new HealthModel(explore));
    }

    InspectorView(InspectorModel model, HealthModel layers) {
        this.model = model;
        this.explore = model.explore();
        IntegerProperty pointedClass = new SimpleIntegerProperty(-1);
        picture = new PicturePane(model, pointedClass);
        compare = new ComparePane(model);
        sum = new SumPane(model, pointedClass);
        kernel = new KernelPane(model);
        gradients = new GradientsPane(model);
        health = new HealthPane(model, layers);
        panes.put(Aspect.SUM, sum);
        panes.put(Aspect.KERNEL, kernel);
        panes.put(Aspect.GRADIENTS, gradients);
        panes.put(Aspect.HEALTH, health);
        getStyleClass().addAll(Styles.PANEL, "inspector");
        Theme.dress(this, "inspect");
        setMinSize(0, 0);
        setTop(header());
        setCenter(new StackPane(content(), empty()));
        model.inspectedProperty().addListener((inspected, before, now) -> show());
        explore.pin().comparisonProperty().addListener((compared, before, now) -> showComparison());
        explore.surfaceProperty().addListener((surface, before, now) -> show());
        Texts.language().addListener((language, before, now) -> show());
        model.findingsProperty().addListener((findings, before, now) -> showAspect());
        model.aspectProperty().addListener((aspect, before, now) -> showAspect());
        layers.rowsProperty().addListener((rows, before, now) -> showAspect());
        show();
    }

    /** What the panel knows. */
    public InspectorModel model() {
        return model;
    }

    private Node header() {
        title.getStyleClass().add(Styles.HEADLINE);
        title.setId("inspector-title");
        subtitle.getStyleClass().add(Styles.MUTED);
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        step.getStyleClass().addAll(Styles.MUTED, "step");
        step.setMinWidth(Region.USE_PREF_SIZE);
        Tips.install(step, "inspect.step.tip");
        List.of(title, subtitle, step).forEach(label -> label.visibleProperty().bind(model.selectedProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox header = new VBox(new HBox(Panel.title("inspect.title"), space, step), title, subtitle);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private Node content() {
        VBox content = new VBox(picture, compare, tabs());
        content.getChildren().addAll(panes.values());
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.widthProperty().addListener(resized -> picture.fit(content.getWidth() - MARGINS, getHeight()));
        heightProperty().addListener(resized -> picture.fit(content.getWidth() - MARGINS, getHeight()));
        // Clear, and not hidden: it is styled and laid out before the first click, which then need not wait for it.
        scroll.opacityProperty()
                .bind(Bindings.when(model.selectedProperty()).then(1).otherwise(0));
        scroll.disableProperty().bind(model.selectedProperty().not());
        return scroll;
    }

    private Node tabs() {
        ToggleGroup group = new ToggleGroup();
        HBox tabs = new HBox();
        tabs.getStyleClass().add("tabs");
        for (Aspect aspect : Aspect.values()) {
            ToggleButton tab = new ToggleButton();
            tab.textProperty().bind(Texts.of("inspect.aspect." + aspect.key()));
            Tips.install(tab, "inspect.aspect." + aspect.key() + ".tip");
            tab.getStyleClass().addAll(Styles.COMPACT, pill(aspect));
            tab.setId("aspect-" + aspect.key());
            tab.setToggleGroup(group);
            tab.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(tab, Priority.ALWAYS);
            tab.setSelected(model.aspectProperty().get() == aspect);
            tab.setOnAction(event -> {
                // A toggle can be pressed out; one of these is always in.
                tab.setSelected(true);
                model.aspectProperty().set(aspect);
            });
            model.aspectProperty().addListener((chosen, before, now) -> tab.setSelected(now == aspect));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private static String pill(Aspect aspect) {
        int last = Aspect.values().length - 1;
        return aspect.ordinal() == 0 ? "left-pill" : aspect.ordinal() == last ? "right-pill" : "center-pill";
    }

    private Node empty() {
        Label sentence = new Label();
        sentence.textProperty().bind(Texts.of("inspect.empty"));
        sentence.setWrapText(true);
        sentence.getStyleClass().addAll(Styles.MUTED, "empty-sentence");
        Button example = new Button();
        example.textProperty().bind(Texts.of("inspect.empty.button"));
        example.setId("inspect-example");
        example.setOnAction(event -> model.selectAnExample());
        example.disableProperty().bind(explore.runProperty().isNull());
        VBox empty = new VBox(sentence, example);
        empty.getStyleClass().add("empty");
        empty.visibleProperty().bind(model.selectedProperty().not());
        return empty;
    }

    private void show() {
        Inspected inspected = model.inspectedProperty().get();
        if (inspected == null) {
            return;
        }
        OpenRun run = explore.runProperty().get();
        List<String> classes = run.dataset().card().classNames(Texts.language().get());
        title.setText(Headline.title(inspected.place(), classes));
        subtitle.setText(Headline.subtitle(inspected.place(), run.census()));
        step.setText(inspected
                .maps()
                .map(maps ->
                        Texts.get("inspect.step", Numbers.count(maps.stamp().step())))
                .orElse(""));
        picture.show(inspected, classes, explore.surfaceProperty().get());
        showComparison();
        showAspect();
    }

    private void showComparison() {
        OpenRun run = explore.runProperty().get();
        if (run != null) {
            compare.show(
                    run.dataset().card().classNames(Texts.language().get()),
                    explore.surfaceProperty().get());
        }
    }

    private void showAspect() {
        Aspect open = model.aspectProperty().get();
        panes.forEach((aspect, pane) -> Visibility.see(pane, aspect == open));
        if (model.place() == null) {
            return;
        }
        Surface surface = explore.surfaceProperty().get();
        switch (open) {
            case SUM -> sum.show(surface);
            case KERNEL -> kernel.show(surface);
            case GRADIENTS -> gradients.show(surface);
            case HEALTH -> health.show(surface);
        }
    }
}
