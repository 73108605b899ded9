package org.convscope.ui.dock.study;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.train.StepStudy;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.TensorImage;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The first images of the batch, each with its label and how likely it seemed before and after the update. */
final class ExamplesPane extends TilePane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double SIDE = 32;

    private final StudyModel model;

    ExamplesPane(StudyModel model) {
        this.model = model;
        getStyleClass().add("study-examples");
    }

    void show(StepStudy study) {
        getChildren().setAll(study.examples().stream().map(this::cell).toList());
    }

    private HBox cell(StepStudy.Example example) {
        ImageView picture = new ImageView(TensorImage.of(model.picture(example.index())));
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        picture.setPreserveRatio(true);
        boolean isWrong = example.label() != example.right();
        Label label = new Label(model.className(example.label()) + (isWrong ? " ≠ " : " ") + sign(example));
        label.getStyleClass().add(Styles.SMALL);
        label.pseudoClassStateChanged(WRONG, isWrong);
        Label likely = new Label(Numbers.percent(example.before().ofLabel()) + " → "
                + Numbers.percent(example.after().ofLabel()));
        likely.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        VBox words = new VBox(label, likely);
        HBox cell = new HBox(picture, words);
        cell.getStyleClass().add("study-example");
        Tips.install(
                cell,
                isWrong ? "dock.study.tip.wrongExample" : "dock.study.tip.example",
                example.index(),
                model.className(example.label()),
                model.className(example.before().guess()),
                model.className(example.after().guess()),
                model.className(example.right()));
        cell.setAccessibleText(Texts.get(
                "dock.study.tip.example",
                example.index(),
                model.className(example.label()),
                model.className(example.before().guess()),
                model.className(example.after().guess())));
        return cell;
    }

    /** Whether the network takes it for its label now. */
    private static String sign(StepStudy.Example example) {
        return example.after().guess() == example.label() ? "✓" : "✗";
    }
}
