package org.convscope.ui.curves;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/**
 * The lines of one measure with their legend. Pointing, with mouse or arrow keys, writes the values of
 * that step into the legend, here and in every other view of the same model.
 */
public final class CurvesView extends BorderPane {

    /** Five pictures a second are calm, and leave the machine to the training. */
    private static final int PAINT_MILLIS = 200;

    private static final double PREFERRED = 330;

    /** In less, the legend moves together and the slider goes. */
    private static final double WIDE = 420;

    private static final PseudoClass IS_WIDE = PseudoClass.getPseudoClass("wide");

    private final CurvesModel model;
    private final Measure measure;
    private final CurvePlot plot;
    private final CurveLegend legend;
    private final Label where = new Label();
    private long paintedRevision = -1;

    /** A view of the lines of {@code measure}. */
    public CurvesView(CurvesModel model, Measure measure, Pulse pulse) {
        this.model = model;
        this.measure = measure;
        this.plot = new CurvePlot(model, measure);
        this.legend = new CurveLegend(model, measure);
        getStyleClass().addAll(Styles.PANEL, "curves");
        Theme.dress(this, "curves");
        setTop(header());
        setCenter(new StackPane(plot, empty()));
        setBottom(legend);
        setMinSize(0, 0);
        setPrefWidth(PREFERRED);
        widthProperty().addListener((width, before, now) -> pseudoClassStateChanged(IS_WIDE, now.doubleValue() > WIDE));
        pointWithMouse();
        pointWithKeys();
        model.hoveredStepProperty().addListener(moved -> showWhere());
        Texts.language().addListener(changed -> refresh());
        pulse.repeat(PAINT_MILLIS, this::refreshIfChanged);
        refresh();
    }

    private HBox header() {
        Label title = Panel.title("curves.title." + key());
        where.getStyleClass().addAll(Styles.MUTED, "curve-where");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, where, smoothing());
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
                        .and(model.hoveredStepProperty().isEqualTo(CurvesModel.NOWHERE)));
        both.managedProperty().bind(both.visibleProperty());
        return both;
    }

    private Label empty() {
        Label empty = new Label();
        empty.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get("curves.empty." + (model.isLookedAtOnly() ? "lookedAt" : key())),
                        model.revisionProperty(),
                        Texts.language()));
        empty.getStyleClass().add("curve-empty");
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(Bindings.createBooleanBinding(model::isEmpty, model.revisionProperty()));
        return empty;
    }

    private void pointWithMouse() {
        plot.setOnMouseMoved(event -> point(plot.geometry().stepAt(event.getX())));
        plot.setOnMouseDragged(event -> point(plot.geometry().stepAt(event.getX())));
        plot.setOnMouseExited(event -> model.hoveredStepProperty().set(CurvesModel.NOWHERE));
        plot.setOnMousePressed(event -> plot.requestFocus());
    }

    private void pointWithKeys() {
        plot.setFocusTraversable(true);
        plot.getStyleClass().add("curve-plot");
        plot.accessibleTextProperty().bind(Texts.of("curves.title." + key()));
        plot.accessibleHelpProperty().bind(Texts.of("curves.keys"));
        plot.setOnKeyPressed(this::onKey);
    }

    private void onKey(KeyEvent event) {
        Series train = model.curves(measure).train();
        long now = model.hoveredStepProperty().get();
        int index = train.indexNear(now == CurvesModel.NOWHERE ? train.lastStep() : now);
        int stride = event.isShiftDown() ? 10 : 1;
        switch (event.getCode()) {
            case LEFT -> point(train, now == CurvesModel.NOWHERE ? index : index - stride);
            case RIGHT -> point(train, index + stride);
            case HOME -> point(train, 0);
            case END -> point(train, train.size() - 1);
            case ESCAPE -> {
                if (now == CurvesModel.NOWHERE) {
                    return;
                }
                model.hoveredStepProperty().set(CurvesModel.NOWHERE);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void point(Series train, int index) {
        if (!train.isEmpty()) {
            point(train.step(Math.max(0, Math.min(train.size() - 1, index))));
        }
    }

    private void point(long step) {
        Series train = model.curves(measure).train();
        int index = train.indexNear(step);
        model.hoveredStepProperty().set(index < 0 ? CurvesModel.NOWHERE : train.step(index));
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
        legend.show(step);
        Series train = model.curves(measure).train();
        int index = step == CurvesModel.NOWHERE ? -1 : train.indexAt(step);
        where.setVisible(index >= 0);
        where.setManaged(index >= 0);
        if (index >= 0) {
            where.setText(
                    Texts.get("curves.where", Numbers.count(train.step(index)), text(measure, train.value(index))));
        }
    }

    static String text(Measure measure, double value) {
        return measure == Measure.ACCURACY ? Numbers.percent(value) : Numbers.text(value);
    }

    private String key() {
        return measure == Measure.LOSS ? "loss" : "accuracy";
    }
}
