package org.convscope.ui.anatomy;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.convscope.blueprint.census.Table;
import org.convscope.problem.Problem;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Tips;

/** What networks are made of: the choice at the left, the costs of the whole above, the table in the middle. */
public final class AnatomyView extends BorderPane {

    private final AnatomyModel model;
    private final TableView table;
    private final TextField search = new TextField();
    private final Label news = new Label();

    /** A view that begins with the open network; to be made when it is first wanted. */
    public AnatomyView(ExploreModel explore, Pulse pulse) {
        this(new AnatomyModel(explore, pulse, ForkJoinPool.commonPool()));
    }

    AnatomyView(AnatomyModel model) {
        this.model = model;
        this.table = new TableView(model);
        setId("anatomy");
        getStyleClass().add("anatomy");
        Theme.dress(this, "anatomy");
        VBox content = new VBox(new TotalsView(model), tools(), table, new DetailView(model));
        content.getStyleClass().add("anatomy-content");
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(0);
        setLeft(choice());
        setCenter(content);
        addEventHandler(KeyEvent.KEY_TYPED, this::type);
        focusedProperty().addListener((property, before, now) -> {
            if (now) {
                table.focus();
            }
        });
        setFocusTraversable(false);
        model.fileProperty().addListener((property, before, now) -> {
            if (now != null) {
                tell("anatomy.written", now.getFileName());
            }
        });
    }

    private ScrollPane choice() {
        Button fromRun = button("from-run");
        fromRun.setOnAction(pressed -> model.fillFromOpenRun());
        ChosenView second = new ChosenView(model.right(), "B", model, () -> problem(false));
        second.visibleProperty().bind(model.comparingProperty());
        second.managedProperty().bind(model.comparingProperty());
        ToggleButton compare = new ToggleButton();
        compare.setId("anatomy-compare");
        compare.getStyleClass().add(Styles.COMPACT);
        compare.textProperty().bind(Texts.of("anatomy.compare"));
        compare.selectedProperty().bindBidirectional(model.comparingProperty());
        Tips.install(compare, "anatomy.tip.compare");
        Button swap = button("swap");
        swap.disableProperty().bind(model.comparingProperty().not());
        swap.setOnAction(pressed -> model.swap());
        FlowPane both = new FlowPane(compare, swap, fromRun);
        both.getStyleClass().add("anatomy-buttons");
        Panel panel = new Panel(
                "anatomy.networks",
                presets(),
                new ChosenView(model.left(), "A", model, () -> problem(true)),
                both,
                second);
        panel.getStyleClass().add("anatomy-choice");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("anatomy-scroll");
        return scroll;
    }

    private MenuButton presets() {
        MenuButton presets = new MenuButton();
        presets.setId("anatomy-presets");
        presets.getStyleClass().add(Styles.COMPACT);
        presets.textProperty().bind(Texts.of("anatomy.presets"));
        presets.setMaxWidth(Double.MAX_VALUE);
        Tips.install(presets, "anatomy.tip.preset");
        Preset.ALL.forEach(preset -> presets.getItems().add(item(preset)));
        return presets;
    }

    private MenuItem item(Preset preset) {
        MenuItem item = new MenuItem();
        item.setId("preset-" + preset.id());
        item.textProperty()
                .bind(Texts.of(
                        preset.isOfABlock() ? "anatomy.presetOfABlock" : "anatomy.preset",
                        preset.left().title(),
                        preset.right().title()));
        item.setOnAction(chosen -> {
            model.choose(preset);
            table.focus();
        });
        return item;
    }

    private Optional<Problem> problem(boolean isLeft) {
        AnatomyModel.Answer answer = model.answerProperty().get();
        return answer == null
                ? Optional.empty()
                : isLeft ? answer.leftNow().problem() : answer.rightNow().flatMap(Counted::problem);
    }

    private HBox tools() {
        search.setId("anatomy-search");
        search.promptTextProperty().bind(Texts.of("anatomy.search"));
        search.textProperty().bindBidirectional(model.filterProperty());
        Tips.install(search, "anatomy.tip.search");
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                table.focus();
                event.consume();
            }
        });
        Button open = button("open-all");
        open.setOnAction(pressed -> model.openAll(true));
        Button close = button("close-all");
        close.setOnAction(pressed -> model.openAll(false));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        news.setId("anatomy-news");
        news.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        HBox tools = new HBox(search, open, close, space, news);
        for (Format format : Format.values()) {
            tools.getChildren().addAll(copy(format), save(format));
        }
        tools.getStyleClass().add("anatomy-tools");
        return tools;
    }

    /** What a table can be taken along as. */
    private enum Format {
        CSV,
        MARKDOWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String write(Table table) {
            return this == CSV ? table.csv() : table.markdown();
        }

        String ending() {
            return this == CSV ? "csv" : "md";
        }
    }

    private Button copy(Format format) {
        Button copy = button("copy-" + format.id());
        copy.disableProperty().bind(isNothingToTake());
        copy.setOnAction(pressed -> model.table().ifPresent(shown -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(format.write(shown));
            Clipboard.getSystemClipboard().setContent(content);
            tell("anatomy.copied", shown.rows().size());
        }));
        return copy;
    }

    private Button save(Format format) {
        Button save = button("save-" + format.id());
        save.disableProperty().bind(isNothingToTake());
        save.setOnAction(pressed -> model.table().ifPresent(shown -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName("census." + format.ending());
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + format.ending()));
            File target = chooser.showSaveDialog(getScene().getWindow());
            if (target != null) {
                model.write(target.toPath(), format.write(shown));
            }
        }));
        return save;
    }

    private BooleanBinding isNothingToTake() {
        return Bindings.createBooleanBinding(() -> model.table().isEmpty(), model.answerProperty());
    }

    private void tell(String key, Object what) {
        news.textProperty().unbind();
        news.textProperty().bind(Texts.of(key, what));
    }

    private static Button button(String name) {
        Button button = new Button();
        button.setId("anatomy-" + name);
        button.getStyleClass().add(Styles.COMPACT);
        button.textProperty().bind(Texts.of("anatomy.button." + name));
        button.setMinWidth(USE_PREF_SIZE);
        Tips.install(button, "anatomy.tip.button." + name);
        return button;
    }

    private void type(KeyEvent event) {
        if (event.getCharacter().equals("/") && !(event.getTarget() instanceof TextField)) {
            search.requestFocus();
            event.consume();
        }
    }
}
