package org.convscope.ui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.convscope.data.DatasetCard;
import org.convscope.data.DatasetSource;
import org.convscope.data.Datasets;
import org.convscope.frame.Scope;
import org.convscope.ui.dock.DockView;
import org.convscope.ui.dock.NewRunModel;
import org.convscope.ui.dock.OwnDataModel;
import org.convscope.ui.dock.RecipeOfTheCourse;
import org.convscope.ui.dock.RunModel;
import org.convscope.ui.dock.RunView;
import org.convscope.ui.dock.steer.SteerModel;
import org.convscope.ui.dock.study.StudyModel;
import org.convscope.ui.dock.study.StudyView;
import org.convscope.ui.explore.Driver;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.input.InputModel;
import org.convscope.ui.input.InputView;
import org.convscope.ui.input.PictureModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.ui.kit.Typefaces;
import org.convscope.ui.runs.RunsModel;
import org.convscope.ui.runs.RunsView;
import org.convscope.ui.travel.TravelModel;
import org.convscope.ui.travel.TravelView;
import org.convscope.workbench.Workbench;

/** The window of the program, from the first picture to the last saved step. */
public final class ConvScopeWindow {

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 560;
    private static final List<DatasetCard> DATASETS =
            Datasets.ALL.stream().map(DatasetSource::card).toList();

    private final Stage stage;
    private final Notices notices = new Notices(ConvScopeWindow::copy);
    private final ExploreModel explore;
    private final ShellModel shell;
    private final StatusModel status;
    private final RunModel run;
    private final StudyModel study;
    private final InputModel input;
    private final PictureModel pictures;
    private final TravelModel travel;
    private final ModelChooser models;
    private final NewRunModel newRun;
    private final ChoicesView choices;
    private final Region map;
    private final OverMap mistakes;
    private final Whole whole;
    private final Scene scene;

    /**
     * A window on this stage, not shown yet; to be made on the FX thread. What it looks at first is opened meanwhile.
     *
     * @param first opens what it looks at; where it is empty the first trained network, or a new one where there is none
     * @param beside opens what is called so in a window beside this one
     */
    public ConvScopeWindow(
            Stage stage,
            Workbench workbench,
            Panels panels,
            Optional<Consumer<ExploreModel>> first,
            Consumer<String> beside) {
        this.stage = stage;
        Pulse pulse = new FxPulse();
        explore = new ExploreModel(workbench, pulse);
        first.ifPresentOrElse(opens -> opens.accept(explore), () -> explore.opening()
                .openFirst(RecipeOfTheCourse.on(DATASETS.get(0).id())));
        shell = new ShellModel(
                explore,
                notices,
                pulse,
                Remembered.ofThisPerson(),
                Typefaces.chinese().isPresent());
        followTheme();
        status = new StatusModel(explore, notices, pulse);
        run = new RunModel(explore, notices, pulse);
        study = new StudyModel(explore, pulse);
        input = new InputModel(explore, new Random());
        travel = new TravelModel(explore, pulse);
        pictures = new PictureModel(explore, notices, pulse, ForkJoinPool.commonPool());
        newRun = new NewRunModel(explore, DATASETS);
        models = new ModelChooser(explore);
        choices = new ChoicesView(explore, pulse, notices, newRun, beside, this::focusMap, () -> models.ask(stage));
        map = panels.map().make(explore, pulse);
        mistakes = new OverMap(
                explore.mistakesOpenProperty(), () -> panels.mistakes().make(explore, pulse), this::focusMap);
        whole = new Whole(
                explore.modeProperty(),
                Map.of(
                        Mode.COMPARE,
                        () -> panels.compare().make(explore, pulse),
                        Mode.RUNS,
                        () -> new RunsView(new RunsModel(explore, notices, pulse, beside)),
                        Mode.ANATOMY,
                        () -> panels.anatomy().make(explore, pulse)));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        scene = new Scene(new Group(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        // Before there is anything to dress: what is in the scene already would be matched with every rule again.
        Theme.dress(scene);
        scene.setRoot(content(panels, pulse));
        followLanguage();
        Keyboard.install(scene, deeds(), shell.closingProperty().not());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        scene.addEventHandler(KeyEvent.KEY_TYPED, this::passToMap);
        acceptFiles();
        arrange();
    }

    /** Shows the window. */
    public void show() {
        // From here on an unexpected failure on this thread is told in the window.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> notices.tell(failure));
        stage.show();
        focusMap();
    }

    /** What the window looks at. */
    public ExploreModel explore() {
        return explore;
    }

    // Where keys mean most; also for whoever just pressed a button that is gone now.
    private void focusMap() {
        whole.shown().orElse(mistakes.or(map)).requestFocus();
    }

    private Parent content(Panels panels, Pulse pulse) {
        StateChipModel state = new StateChipModel(explore, pulse);
        NewsDesk desk = new NewsDesk(explore, notices, newRun, choices::open);
        OwnDataModel ownData = new OwnDataModel(shell::changeData, notices, pulse, ForkJoinPool.commonPool());
        DataMenu data = new DataMenu(shell, explore, DATASETS, ownData, choices::open);
        ToolBarView bar = new ToolBarView(shell, explore, state, desk, data);
        choices.hangFrom(bar.networkChip());
        bar.networkChip().setOnAction(pressed -> choices.toggle());
        LaterAreas later = new LaterAreas(explore);
        Region dock = later.area(() -> new DockView(
                new RunView(run, new SteerModel(explore, pulse), study),
                new StudyView(study, explore.surfaceProperty()),
                study.shownProperty(),
                panels.dock().stream().map(maker -> maker.make(explore, pulse)).toList()));
        Region timeLine = later.area(() -> new TravelView(travel, explore.pin()));
        timeLine.setMinHeight(TravelView.HEIGHT);
        Region images = later.area(() -> new InputView(input, pictures));
        Region inspector = later.area(() -> panels.inspector().make(explore, pulse));
        NoticesView cards = new NoticesView(notices, this::focusMap);
        StackPane.setAlignment(cards, Pos.BOTTOM_RIGHT);
        StackPane middle = new StackPane(
                map, mistakes, new OpeningView(explore, choices::open), new ReadingView(explore.opening()), cards);
        VBox column = new VBox(middle, timeLine);
        VBox.setVgrow(middle, Priority.ALWAYS);
        explore.modeProperty().addListener((property, before, now) -> {
            boolean isExploring = now == Mode.EXPLORE;
            // What is not seen cannot have the focus.
            column.setVisible(isExploring);
            // News are told over whatever is seen.
            whole.getChildren().remove(cards);
            middle.getChildren().remove(cards);
            (isExploring ? middle : whole).getChildren().add(cards);
            focusMap();
        });
        ShellPane pane = new ShellPane(
                shell, new ShellPane.Areas(bar, images, column, inspector, dock, whole, new StatusView(status)));
        StackPane root = new StackPane(pane, choices, new ShortcutsView(shell, this::focusMap), new ClosingView(shell));
        root.getStyleClass().add("window");
        Theme.dress(root, "shell");
        return root;
    }

    // The first control would otherwise bring the toolkit's own theme, which takes a tenth of a second to read.
    private void followTheme() {
        shell.themeProperty().get().apply();
        shell.themeProperty().addListener((property, before, now) -> now.apply());
    }

    private void followLanguage() {
        Texts.language().addListener((property, before, now) -> typeface(now));
        typeface(Texts.language().get());
    }

    private void typeface(Locale language) {
        scene.getRoot()
                .setStyle(Typefaces.of(language)
                        .map(face -> "-fx-font-family: \"" + face + "\";")
                        .orElse(""));
    }

    private Map<Command, Runnable> deeds() {
        Map<Command, Runnable> deeds = new EnumMap<>(Command.class);
        deeds.put(Command.TRAIN, orDriver(run::trainOrPause, Driver::trainOrPause));
        deeds.put(Command.STEP, orDriver(run::step, Driver::step));
        deeds.put(Command.STUDY, this::toggleStudy);
        deeds.put(Command.EPOCH, run::epoch);
        deeds.put(Command.SAVE, status::save);
        deeds.put(Command.EXPLORE, () -> explore.modeProperty().set(Mode.EXPLORE));
        deeds.put(Command.COMPARE, () -> explore.modeProperty().set(Mode.COMPARE));
        deeds.put(Command.ANATOMY, () -> explore.modeProperty().set(Mode.ANATOMY));
        deeds.put(Command.MISTAKES, this::toggleMistakes);
        deeds.put(Command.OPEN_MODEL, () -> models.ask(stage));
        deeds.put(Command.RUNS, () -> explore.modeProperty().set(Mode.RUNS));
        deeds.put(Command.NEW_RUN, choices::toggle);
        deeds.put(Command.PREVIOUS_IMAGE, orDriver(input::previous, Driver::previousImage));
        deeds.put(Command.NEXT_IMAGE, orDriver(input::next, Driver::nextImage));
        deeds.put(Command.RANDOM_IMAGE, orDriver(input::random, Driver::randomImage));
        deeds.put(Command.EARLIER, exploring(travel::previous));
        deeds.put(Command.LATER, exploring(travel::next));
        deeds.put(Command.REPLAY, exploring(travel::playForward));
        deeds.put(Command.NOW, exploring(travel::now));
        deeds.put(Command.PIN, exploring(explore.pin()::toggle));
        deeds.put(Command.DIFFERENCE, exploring(explore.pin()::toggleDifference));
        deeds.put(Command.SCOPE_MAP, () -> explore.scopeProperty().set(Scope.MAP));
        deeds.put(Command.SCOPE_LAYER, () -> explore.scopeProperty().set(Scope.LAYER));
        deeds.put(Command.SCOPE_NETWORK, () -> explore.scopeProperty().set(Scope.NETWORK));
        deeds.put(Command.FOLD_INPUT, shell.input()::toggle);
        deeds.put(Command.FOLD_INSPECTOR, shell.inspector()::toggle);
        deeds.put(Command.FOLD_DOCK, shell.dock()::toggle);
        deeds.put(Command.THEME, shell::toggleTheme);
        deeds.put(Command.LANGUAGE, shell::toggleLanguage);
        deeds.put(Command.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
        deeds.put(Command.HELP, () -> shell.helpOpenProperty()
                .set(!shell.helpOpenProperty().get()));
        return deeds;
    }

    // It lies over the map, so that whoever wishes it elsewhere wishes the map back, too.
    // In a dock that is folded nobody would see it.
    private void toggleStudy() {
        study.toggle();
        if (study.shownProperty().get()) {
            shell.dock().openProperty().set(true);
        }
    }

    private void toggleMistakes() {
        boolean isSeen = explore.modeProperty().get() == Mode.EXPLORE
                && explore.mistakesOpenProperty().get();
        explore.modeProperty().set(Mode.EXPLORE);
        explore.mistakesOpenProperty().set(!isSeen);
    }

    /** What a key does in Explore, or, while something is seen that has runs of its own, with those. */
    private Runnable orDriver(Runnable deed, Consumer<Driver> ofDriver) {
        return () -> whole.shown()
                .filter(Driver.class::isInstance)
                .map(Driver.class::cast)
                .ifPresentOrElse(ofDriver, deed);
    }

    /** What changes the picture of the network alone, and so nothing where that is not seen. */
    private Runnable exploring(Runnable deed) {
        return () -> {
            if (explore.modeProperty().get() == Mode.EXPLORE) {
                deed.run();
            }
        };
    }

    // Where nothing else had to be left, the newest notice goes.
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && explore.mistakesOpenProperty().get()) {
            event.consume();
            explore.mistakesOpenProperty().set(false);
        } else if (event.getCode() == KeyCode.ESCAPE && !notices.shown().isEmpty()) {
            event.consume();
            focusMap();
            notices.dismiss(notices.shown().get(0));
        }
    }

    // Search and zoom belong to the map, wherever the focus is left.
    private void passToMap(KeyEvent event) {
        boolean belongs = explore.modeProperty().get() == Mode.EXPLORE
                && !explore.mistakesOpenProperty().get()
                && List.of("/", "+", "-").contains(event.getCharacter());
        if (belongs && !map.isFocused() && !(scene.getFocusOwner() instanceof TextInputControl)) {
            event.consume();
            focusMap();
            map.fireEvent(event.copyFor(map, map));
        }
    }

    private void acceptFiles() {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (dropped(event, PictureModel::looksReadable).isPresent()
                    || dropped(event, ModelChooser::looksLikeAModel).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            Optional<Path> picture = dropped(event, PictureModel::looksReadable);
            Optional<Path> model = dropped(event, ModelChooser::looksLikeAModel);
            picture.ifPresent(pictures::open);
            model.ifPresent(models::open);
            event.setDropCompleted(picture.isPresent() || model.isPresent());
            event.consume();
        });
    }

    private static Optional<Path> dropped(DragEvent event, Predicate<Path> wanted) {
        return event.getDragboard().getFiles().stream()
                .map(file -> file.toPath())
                .filter(wanted)
                .findFirst();
    }

    private void arrange() {
        stage.setScene(scene);
        stage.titleProperty().bind(Texts.of("shell.title", shell.networkName(), shell.dataName()));
        stage.getIcons().add(new Image(ConvScopeWindow.class.getResourceAsStream("/icons/convscope.png")));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setOnCloseRequest(request -> {
            request.consume();
            shell.beginToClose();
        });
        shell.closedProperty().addListener((property, before, now) -> stage.close());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
