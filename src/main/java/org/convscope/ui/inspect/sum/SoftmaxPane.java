package org.convscope.ui.inspect.sum;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.ui.kit.Styles;

/** The softmax's fraction with its live numbers; a term and its class are pointed at together. */
public final class SoftmaxPane extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final IntegerProperty pointed;
    private final Label formula = new Label();
    private final Label numerator = new Label();
    private final FlowPane denominator = new FlowPane();
    private final Label result = new Label();
    private final List<Label> terms = new ArrayList<>();

    /**
     * A fraction.
     *
     * @param pointed the class under the mouse, here or elsewhere; −1 for none
     */
    public SoftmaxPane(IntegerProperty pointed) {
        this.pointed = pointed;
        getStyleClass().addAll("softmax", Styles.ARITHMETIC);
        setAlignment(Pos.CENTER);
        Region line = new Region();
        line.getStyleClass().add("fraction-line");
        denominator.setAlignment(Pos.CENTER);
        getChildren().addAll(formula, numerator, line, denominator, result);
        pointed.addListener((index, before, now) -> mark());
    }

    /** Shows how one class's probability comes about. */
    public void show(Softmax softmax, int chosen) {
        while (terms.size() < softmax.classes()) {
            add(terms.size());
        }
        formula.setText("p = e^z / Σ" + Arithmetic.subscript(softmax.classes()) + " e^z");
        numerator.setText(Arithmetic.exponential(softmax.logits().get(chosen)));
        for (int i = 0; i < softmax.classes(); i++) {
            Label term = terms.get(i);
            term.setText((i == 0 ? "" : "+ ")
                    + Arithmetic.exponential(softmax.logits().get(i)));
            term.pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        result.setText("= " + Numbers.text(softmax.exponential(chosen)) + " / " + Numbers.text(softmax.total()) + " = "
                + Numbers.text(softmax.probabilities().get(chosen)));
    }

    private void add(int index) {
        Label term = new Label();
        term.getStyleClass().add("softmax-term");
        term.setOnMouseEntered(event -> pointed.set(index));
        term.setOnMouseExited(event -> pointed.set(-1));
        terms.add(term);
        denominator.getChildren().add(term);
    }

    private void mark() {
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).pseudoClassStateChanged(POINTED, i == pointed.get());
        }
    }
}
