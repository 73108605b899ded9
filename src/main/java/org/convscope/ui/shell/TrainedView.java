package org.convscope.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.frame.Numbers;
import org.convscope.problem.Problem;
import org.convscope.run.ModelEntry;
import org.convscope.run.RunCard;
import org.convscope.run.RunEntry;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Networks that have learned already, and the latest runs, each to be opened here or in a window beside this one. */
final class TrainedView extends Panel {

    private static final int RUNS = 6;

    private final ExploreModel explore;
    private final Notices notices;
    private final Consumer<String> beside;
    private final Runnable chosen;
    private final Runnable askForFile;
    private final VBox models = new VBox();
    private final VBox runs = new VBox();
    private final Panel recorded = new Panel("shell.runs", runs);
    private final BiConsumer<List<RunEntry>, Throwable> runsFound;

    /**
     * An empty list; {@link #fill} reads what there is.
     *
     * @param beside opens what is called so in a window of its own
     * @param chosen told when one of them was clicked
     * @param askForFile asks for the file of another
     */
    TrainedView(
            ExploreModel explore,
            Pulse pulse,
            Notices notices,
            Consumer<String> beside,
            Runnable chosen,
            Runnable askForFile) {
        super("shell.trained");
        this.explore = explore;
        this.notices = notices;
        this.beside = beside;
        this.chosen = chosen;
        this.askForFile = askForFile;
        Consumer<List<RunEntry>> found = pulse.latest(this::fillRuns);
        this.runsFound = (entries, wrong) -> {
            if (wrong == null) {
                found.accept(entries);
            } else {
                explore.report(wrong);
            }
        };
        setId("trained");
        getStyleClass().add("trained");
        models.getStyleClass().add("trained-list");
        runs.getStyleClass().add("trained-list");
        getChildren().add(models);
        recorded.managedProperty().bind(recorded.visibleProperty());
        fillRuns(List.of());
    }

    /** The latest runs, in a panel of their own. */
    Panel recorded() {
        return recorded;
    }

    void fill() {
        models.getChildren()
                .setAll(explore.workbench().models().stream().map(this::row).toList());
        models.getChildren().add(fromFile());
        var unused = explore.workbench().latestRuns(RUNS).whenComplete(runsFound);
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

    private Button allRuns() {
        Button button = new Button();
        button.setId("all-runs");
        button.getStyleClass().addAll(Styles.COMPACT, "flat", "trained-model");
        button.setMaxWidth(Double.MAX_VALUE);
        button.textProperty().bind(Texts.of("shell.allRuns"));
        Tips.install(button, "shell.tip.mode.runs");
        button.setOnAction(pressed -> {
            chosen.run();
            explore.modeProperty().set(Mode.RUNS);
        });
        return button;
    }

    private void fillRuns(List<RunEntry> entries) {
        runs.getChildren().setAll(entries.stream().map(this::row).toList());
        runs.getChildren().add(allRuns());
        recorded.setVisible(!entries.isEmpty());
    }

    private Node row(ModelEntry model) {
        return row(
                model.id(),
                model.problem(),
                model.problem().isPresent()
                        ? Texts.of("shell.damagedModel", model.id())
                        : Texts.of(
                                "shell.trainedModel", model.id(), model.data(), Numbers.percent(model.testAccuracy())),
                "shell.tip.trained",
                explore::open);
    }

    private Node row(RunEntry run) {
        return row(
                run.id(),
                run.problem(),
                run.card()
                        .map(card -> Texts.of(
                                "shell.recordedRun",
                                card.scenario().network(),
                                activation(card),
                                card.standing().step(),
                                Numbers.percent(card.standing().testAccuracy()),
                                run.id()))
                        .orElseGet(() -> Texts.of("shell.damagedModel", run.id())),
                "shell.tip.run",
                explore.opening()::enter);
    }

    private static String activation(RunCard card) {
        return card.scenario().options().getOrDefault("activation", "");
    }

    private Node row(
            String name, Optional<Problem> problem, ObservableValue<String> words, String tip, Consumer<String> open) {
        Button here = new Button();
        here.setId("open-" + name);
        here.getStyleClass().addAll(Styles.COMPACT, "flat", "trained-model");
        here.setMaxWidth(Double.MAX_VALUE);
        here.textProperty().bind(words);
        Tips.install(here, tip);
        here.setOnAction(pressed -> open(name, problem, open));
        HBox.setHgrow(here, Priority.ALWAYS);
        Button another = new Button(null, new FontIcon(Feather.COLUMNS));
        another.setId("beside-" + name);
        another.getStyleClass().addAll(Styles.COMPACT, "flat", "icon-button");
        another.setMinWidth(USE_PREF_SIZE);
        another.accessibleTextProperty().bind(Texts.of("shell.tip.beside"));
        Tips.install(another, "shell.tip.beside");
        another.setOnAction(pressed -> open(name, problem, beside));
        return new HBox(here, another);
    }

    private void open(String name, Optional<Problem> problem, Consumer<String> way) {
        chosen.run();
        problem.ifPresentOrElse(wrong -> notices.tell(Notice.of(wrong)), () -> way.accept(name));
    }
}
