package org.convscope.ui.curves;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Chooser;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/**
 * One panel of curves: a chooser of what it shows, the picture, and its legend. Pointing, with mouse or arrow keys,
 * writes the values of that step, here and in every other view of the same curves.
 */
public final class CurvesView extends BorderPane {

    /** Five pictures a second are calm, and leave the machine to the training. */
    private static final int PAINT_MILLIS = 200;

    private static final double PREFERRED = 330;

    /** In less, the legend moves together and the slider goes. */
    private static final double WIDE = 420;

    private static final double LINE_HEIGHT = 14;
    private static final PseudoClass IS_WIDE = PseudoClass.getPseudoClass("wide");

    private final PanelModel panel;
    private final CurvesModel model;
    private final CurvePlot plot;
    private final PlotHands hands;
    private final PlotExport export;
    private final CurveLegend courseLegend;
    private final LayerLegend layerLegend;
    private final Label where = new Label();
    private final Label values = new Label();
    private long paintedRevision = -1;

    /** A view of a panel. */
    public CurvesView(PanelModel panel, Pulse pulse) {
        this.panel = panel;
        this.model = panel.curves();
        this.plot = new CurvePlot(panel);
        this.hands = new PlotHands(panel, plot);
        this.export = new PlotExport(panel, plot, pulse);
        this.courseLegend = new CurveLegend(panel);
        this.layerLegend = new LayerLegend(panel);
        getStyleClass().addAll(Styles.PANEL, "curves");
        Theme.dress(this, "curves");
        values.getStyleClass().add("curve-values");
        values.setMouseTransparent(true);
        values.setManaged(false);
        setTop(header());
        setCenter(new StackPane(plot, empty(), values));
        setMinSize(0, 0);
        setPrefWidth(PREFERRED);
        widthProperty().addListener((width, before, now) -> pseudoClassStateChanged(IS_WIDE, now.doubleValue() > WIDE));
        describePlot();
        follow(pulse);
        arrange();
    }

    /** Takes what is shown into files. */
    PlotExport export() {
        return export;
    }

    private void follow(Pulse pulse) {
        model.hoveredStepProperty().addListener(moved -> showWhere());
        hands.pointedValueProperty().addListener(moved -> showWhere());
        model.stretchProperty().addListener(changed -> refresh());
        model.unitProperty().addListener(changed -> refresh());
        model.surfaceProperty().addListener((property, before, now) -> plot.seenOn(now));
        panel.measureProperty().addListener(changed -> arrange());
        panel.logProperty().addListener(changed -> refresh());
        panel.chosenLayerProperty().addListener(changed -> refresh());
        export.writtenProperty().addListener((property, before, now) -> say(Texts.get("curves.written", now)));
        Texts.language().addListener(changed -> refresh());
        plot.seenOn(model.surfaceProperty().get());
        pulse.repeat(PAINT_MILLIS, this::refreshIfChanged);
    }

    private void describePlot() {
        plot.getStyleClass().add("curve-plot");
        plot.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("curves.title." + panel.measure().key()),
                        panel.measureProperty(),
                        Texts.language()));
        plot.accessibleHelpProperty().bind(Texts.of("curves.keys"));
    }

    private HBox header() {
        Chooser<Measure> measures =
                new Chooser<>(List.of(Measure.values()), each -> Texts.get("curves.title." + each.key())
                        .toUpperCase(Texts.language().get()));
        measures.setValue(panel.measure());
        measures.valueProperty()
                .addListener((chooser, before, now) -> panel.measureProperty().set(now));
        panel.measureProperty().addListener((property, before, now) -> measures.setValue(now));
        measures.tighten();
        measures.getStyleClass().addAll(Styles.PANEL_TITLE, "curve-measure");
        measures.accessibleTextProperty().bind(Texts.of("curves.measure"));
        Tips.install(measures, "curves.measure");
        where.getStyleClass().addAll(Styles.MUTED, "curve-where");
        where.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(measures, space, where, smoothing(), new PanelMenu(panel, export));
        header.getStyleClass().add("curve-header");
        return header;
    }

    private HBox smoothing() {
        StringBinding batches = Bindings.createStringBinding(
                () -> Numbers.count(Math.round(model.smoothedBatchesProperty().get())),
                model.smoothedBatchesProperty());
        Label label = new Label();
        label.textProperty().bind(Texts.of("curves.smoothing", batches));
        label.getStyleClass().addAll(Styles.MUTED, "curve-where");
        Slider slider =
                new Slider(0, 2, Math.log10(model.smoothedBatchesProperty().get()));
        slider.setBlockIncrement(0.1);
        slider.valueProperty().addListener((value, before, now) -> model.smoothedBatchesProperty()
                .set(Math.pow(10, now.doubleValue())));
        model.smoothedBatchesProperty()
                .addListener((value, before, now) -> slider.setValue(Math.log10(now.doubleValue())));
        slider.getStyleClass().addAll(atlantafx.base.theme.Styles.SMALL, "curve-smoothing");
        slider.accessibleTextProperty().bind(label.textProperty());
        label.setLabelFor(slider);
        HBox both = new HBox(label, slider);
        both.getStyleClass().add("curve-header");
        Tips.install(both, "curves.smoothing.tip", batches);
        both.visibleProperty()
                .bind(widthProperty()
                        .greaterThan(WIDE)
                        .and(where.visibleProperty().not())
                        .and(Bindings.createBooleanBinding(
                                () -> panel.measure().kind() == Measure.Kind.COURSE, panel.measureProperty())));
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }

    private Label empty() {
        Label empty = new Label();
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        this::emptyText, model.revisionProperty(), panel.measureProperty(), Texts.language()));
        empty.getStyleClass().add("curve-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(export.emptyProperty());
        return empty;
    }

    private String emptyText() {
        if (model.isLookedAtOnly()) {
            return Texts.get("curves.empty.lookedAt");
        }
        boolean isOfLayers =
                panel.measure().kind() == Measure.Kind.LAYERS || panel.measure().kind() == Measure.Kind.HEAT;
        if (isOfLayers && !model.layers().nodes(Measure.WEIGHTS).isEmpty()) {
            return Texts.get("curves.empty.none");
        }
        return Texts.get(
                "curves.empty." + (isOfLayers ? "layers" : panel.measure().key()));
    }

    /** What stands below the picture goes with what it shows. */
    private void arrange() {
        setBottom(
                switch (panel.measure().kind()) {
                    case COURSE -> courseLegend;
                    case LAYERS, HEAT -> layerLegend;
                    case RATE -> null;
                });
        refresh();
    }

    private void refreshIfChanged() {
        if (paintedRevision != model.revisionProperty().get() && getScene() != null) {
            refresh();
        }
    }

    private void refresh() {
        paintedRevision = model.revisionProperty().get();
        plot.paint();
        showWhere();
    }

    private void showWhere() {
        long step = model.hoveredStepProperty().get();
        plot.point(step);
        switch (panel.measure().kind()) {
            case COURSE -> courseLegend.show(step);
            case LAYERS, HEAT -> layerLegend.show(
                    step, hands.pointedValueProperty().get());
            case RATE -> {}
        }
        Series train = model.curves(Measure.LOSS).train();
        int index = step == CurvesModel.NOWHERE ? -1 : train.indexAt(step);
        say(index < 0 ? "" : pointedAt(train.step(index)));
        showValues(index < 0 ? CurvesModel.NOWHERE : step);
    }

    private String pointedAt(long step) {
        String at = Numbers.count(step);
        return switch (panel.measure().kind()) {
            case COURSE -> Texts.get(
                    "curves.where", at, valueAt(model.curves(panel.measure()).train(), step));
            case RATE -> Texts.get("curves.where.value", at, valueAt(model.rate(), step));
            case LAYERS, HEAT -> Texts.get("curves.where.step", at);
        };
    }

    private String valueAt(Series series, long step) {
        int index = series.indexAt(step);
        return panel.measure().text(index < 0 ? Double.NaN : series.value(index));
    }

    private void say(String text) {
        where.setText(text);
        where.setVisible(!text.isEmpty());
        where.setManaged(!text.isEmpty());
    }

    /** Every layer's value at the cross-hair, beside it where there is room. */
    private void showValues(long step) {
        boolean isShown =
                step != CurvesModel.NOWHERE && panel.measure().kind() == Measure.Kind.LAYERS && plot.geometry() != null;
        values.setVisible(isShown);
        if (isShown) {
            CurvesLayout layout = plot.geometry();
            int most = (int) Math.max(1, (layout.bottom() - layout.top()) / LINE_HEIGHT);
            values.setText(Reading.of(panel.measure(), panel.lines(), step, most));
            values.setVisible(!values.getText().isEmpty());
            values.autosize();
            double x = layout.x(model.place(step));
            boolean isLeft = x + 8 + values.getWidth() > layout.right();
            double beside = isLeft ? Math.max(0, x - 8 - values.getWidth()) : x + 8;
            values.relocate(beside, layout.top());
        }
    }
}
