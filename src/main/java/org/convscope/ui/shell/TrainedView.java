package org.convscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.run.ModelEntry;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Networks that have learned already, to be opened with a click. */
final class TrainedView extends Panel {

    private final ExploreModel explore;
    private final Notices notices;
    private final Runnable chosen;
    private final Runnable askForFile;

    /**
     * An empty list; {@link #fill} reads what there is.
     *
     * @param chosen told when one of them was clicked
     * @param askForFile asks for the file of another
     */
    TrainedView(ExploreModel explore, Notices notices, Runnable chosen, Runnable askForFile) {
        super("shell.trained");
        this.explore = explore;
        this.notices = notices;
        this.chosen = chosen;
        this.askForFile = askForFile;
        setId("trained");
        getStyleClass().add("trained");
    }

    void fill() {
        VBox list = new VBox();
        list.getStyleClass().add("trained-list");
        explore.workbench().models().forEach(model -> list.getChildren().add(button(model)));
        list.getChildren().add(fromFile());
        getChildren().setAll(getChildren().get(0), list);
    }

    private Button fromFile() {
        Button button = new Button();
        button.setId("open-model-file");
        button.getStyleClass().addAll(Styles.COMPACT, "flat", "trained-model");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(Texts.of("shell.openModel"));
        Tips.install(button, "shell.tip.openModel");
        button.setOnAction(pressed -> {
            chosen.run();
            askForFile.run();
        });
        return button;
    }

    private Button button(ModelEntry model) {
        Button button = new Button();
        button.setId("open-" + model.id());
        button.getStyleClass().addAll(Styles.COMPACT, "flat", "trained-model");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty()
                .bind(
                        model.problem().isPresent()
                                ? Texts.of("shell.damagedModel", model.id())
                                : Texts.of(
                                        "shell.trainedModel",
                                        model.id(),
                                        model.data(),
                                        Numbers.percent(model.testAccuracy())));
        Tips.install(button, "shell.tip.trained");
        button.setOnAction(pressed -> {
            chosen.run();
            model.problem()
                    .ifPresentOrElse(problem -> notices.tell(Notice.of(problem)), () -> explore.open(model.id()));
        });
        return button;
    }
}
