package org.convscope.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** Stands where the map will be: grey tiles while a network is being opened, a sentence and a button when none is. */
final class OpeningView extends StackPane {

    /** Tiles of each column, as LeNet will have them. */
    private static final int[] COLUMNS = {1, 6, 6, 6, 8, 8, 8};

    private static final double TILE = 40;

    OpeningView(ExploreModel explore, Runnable openForm) {
        ReadOnlyObjectProperty<Boolean> underWay = explore.opening().underWayProperty();
        getStyleClass().add("opening");
        visibleProperty().bind(explore.runProperty().isNull());
        managedProperty().bind(visibleProperty());
        HBox tiles = tiles();
        tiles.visibleProperty().bind(Bindings.createBooleanBinding(underWay::get, underWay));
        Label words = new Label();
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.get(underWay.get() ? "shell.openingNetwork" : "shell.empty"),
                        underWay,
                        Texts.language()));
        words.getStyleClass().add(Styles.MUTED);
        Button begin = new Button();
        begin.setId("first-run");
        Tips.install(begin, "shell.tip.network");
        begin.textProperty().bind(Texts.of("shell.newRun"));
        begin.getStyleClass().add(Styles.PRIMARY);
        begin.visibleProperty().bind(tiles.visibleProperty().not());
        begin.managedProperty().bind(begin.visibleProperty());
        begin.setOnAction(pressed -> openForm.run());
        VBox sentence = new VBox(words, begin);
        sentence.getStyleClass().add("opening-words");
        sentence.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(tiles, sentence);
    }

    private static HBox tiles() {
        HBox columns = new HBox();
        columns.getStyleClass().add("opening-tiles");
        for (int count : COLUMNS) {
            VBox column = new VBox();
            column.getStyleClass().add("opening-column");
            column.setAlignment(Pos.CENTER);
            for (int i = 0; i < count; i++) {
                Region tile = new Region();
                tile.getStyleClass().add(Styles.SKELETON);
                tile.setPrefSize(TILE, TILE);
                tile.setMinSize(0, 0);
                column.getChildren().add(tile);
            }
            columns.getChildren().add(column);
        }
        return columns;
    }
}
