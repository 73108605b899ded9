package org.convscope.ui.shell;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.convscope.data.DatasetCard;
import org.convscope.ui.dock.FetchModel;
import org.convscope.ui.dock.NewRunModel;
import org.convscope.ui.dock.NewRunView;
import org.convscope.ui.dock.OwnDataModel;
import org.convscope.ui.dock.PreviewModel;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;

/** What hangs from the network chip: trained networks to choose from, and the form for a new run. */
final class ChoicesView extends Pane {

    private static final double DISTANCE = 6;
    private static final double MARGIN = 12;

    private final NewRunModel model;
    private final OwnDataModel ownData;
    private final PreviewModel preview;
    private final FetchModel fetch;
    private final TrainedView trained;
    private final ScrollPane scroller = new ScrollPane();
    private final VBox card = new VBox(scroller);
    private final Runnable leave;
    private Node chip;

    /**
     * Closed at first.
     *
     * @param beside opens what is called so in a window of its own
     * @param leave takes the focus when it closes
     * @param askForFile asks for a model file
     */
    ChoicesView(
            ExploreModel explore,
            Pulse pulse,
            Notices notices,
            NewRunModel model,
            Consumer<String> beside,
            Runnable leave,
            Runnable askForFile) {
        this.model = model;
        this.ownData = new OwnDataModel(model::choose, notices, pulse, ForkJoinPool.commonPool());
        this.preview = new PreviewModel(model, pulse, ForkJoinPool.commonPool(), notices::tell);
        this.fetch = new FetchModel(model, notices, pulse);
        this.leave = leave;
        this.trained = new TrainedView(explore, pulse, notices, beside, this::close, askForFile);
        scroller.setFitToWidth(true);
        scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        card.getStyleClass().addAll("card", "choices");
        setId("choices");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget().equals(this)) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Says below which node it hangs. */
    void hangFrom(Node node) {
        chip = node;
    }

    /** Opens it with what the open run is made of, or closes it. */
    void toggle() {
        if (isVisible()) {
            close();
        } else {
            model.fillFromOpenRun();
            open();
        }
    }

    /** Opens it with what is filled in. */
    void open() {
        if (getChildren().isEmpty()) {
            build();
        }
        trained.fill();
        setVisible(true);
        scroller.setVvalue(0);
        card.lookup("#begin").requestFocus();
    }

    /** Opens it with what the open run is made of, but for the dataset. */
    void open(DatasetCard card) {
        model.fillFromOpenRun();
        model.choose(card);
        open();
    }

    /** Not before it is opened: a form of thirty controls would hold up the start. */
    private void build() {
        NewRunView form = new NewRunView(model, ownData, fetch, preview, this::close);
        VBox content = new VBox(trained, form, trained.recorded());
        content.getStyleClass().add("choices-content");
        scroller.setContent(content);
        Node footer = form.footer();
        footer.getStyleClass().add("choices-footer");
        card.getChildren().add(footer);
        getChildren().add(card);
    }

    private void close() {
        setVisible(false);
        leave.run();
    }

    @Override
    protected void layoutChildren() {
        Bounds above = sceneToLocal(chip.localToScene(chip.getBoundsInLocal()));
        double top = above.getMaxY() + DISTANCE;
        double width = card.prefWidth(-1);
        double height = Math.min(card.prefHeight(width), getHeight() - top - MARGIN);
        card.resizeRelocate(above.getMinX(), top, width, height);
    }
}
