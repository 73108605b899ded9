package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.convscope.frame.Bars;
import org.convscope.frame.Numbers;
import org.convscope.lens.Overview;
import org.convscope.spec.Subject;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;

/** What a network says of the image: a bar for each class, the true class with a tick. */
final class OutputView extends Region {

    private static final PseudoClass PREDICTED = PseudoClass.getPseudoClass("predicted");
    private static final double NAMES = 0.5;
    private static final double LEAST_LINE = 12;
    private static final double MOST_LINE = 24;
    private static final double AIR = 4;

    private final Side side;
    private final CompareModel model;
    private final Label title = new Label();
    private final List<Label> names = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private double[] shares = {};

    OutputView(CompareModel model, Side side, int row) {
        this.model = model;
        this.side = side;
        getStyleClass().add("compare-output");
        Letters.mark(this, row);
        title.textProperty().bind(Texts.of("compare.softmax"));
        title.getStyleClass().add("compare-heading");
        getChildren().add(title);
        int classes = side.run().blueprint().classes();
        shares = new double[classes];
        for (int i = 0; i < classes; i++) {
            Label name = new Label();
            name.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            Region bar = new Region();
            bar.getStyleClass().add("compare-bar");
            names.add(name);
            bars.add(bar);
            getChildren().addAll(name, bar);
        }
        setMinSize(0, 0);
    }

    /** Writes what the newest picture says. */
    void refresh() {
        Overview overview = side.overviewProperty().get();
        if (overview == null) {
            return;
        }
        List<String> classes =
                side.run().dataset().card().classNames(Texts.language().get());
        Subject subject = side.run()
                .testImage(Math.floorMod(
                        model.gaze().imageProperty().get(),
                        side.run().dataset().test().size()));
        int best = 0;
        for (Bars.Bar bar : overview.prediction().bars()) {
            shares[bar.index()] = bar.value();
            best = bar.value() > shares[best] ? bar.index() : best;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = i < classes.size() ? classes.get(i) : String.valueOf(i);
            names.get(i).setText(subject.label() == i ? "✓ " + name : name);
            names.get(i).pseudoClassStateChanged(PREDICTED, i == best);
            bars.get(i).pseudoClassStateChanged(PREDICTED, i == best);
            bars.get(i).setAccessibleText(name + " " + Numbers.percent(shares[i]));
        }
        placeBars();
    }

    @Override
    protected void layoutChildren() {
        title.resizeRelocate(0, 8, getWidth(), 18);
        double line = line();
        for (int i = 0; i < names.size(); i++) {
            boolean fits = CompareLayout.HEADING + (i + 1) * line <= getHeight() - 4;
            names.get(i).setVisible(fits);
            bars.get(i).setVisible(fits);
            // Letters that are less high than their line are not cut when lines are close.
            names.get(i)
                    .resizeRelocate(0, CompareLayout.HEADING + i * line - AIR, getWidth() * NAMES + 8, line + 2 * AIR);
        }
        placeBars();
    }

    private double line() {
        return Math.floor(Math.max(
                LEAST_LINE,
                Math.min(MOST_LINE, (getHeight() - CompareLayout.HEADING - 8) / Math.max(1, names.size()))));
    }

    private void placeBars() {
        double line = line();
        double left = getWidth() * NAMES + 12;
        double longest = Math.max(0, getWidth() - left - 10);
        for (int i = 0; i < bars.size(); i++) {
            // Whatever is more than nothing is seen.
            double length = shares[i] > 0 ? Math.max(1.5, longest * shares[i]) : 0;
            double high = Math.min(9, line - 4);
            bars.get(i).resizeRelocate(left, CompareLayout.HEADING + i * line + (line - high) / 2, length, high);
        }
    }
}
