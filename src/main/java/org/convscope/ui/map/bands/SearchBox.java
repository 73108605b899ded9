package org.convscope.ui.map.bands;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Node;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.model.OpNames;

/** Finds a layer by its name: type, choose with up and down, go with Enter, leave with Esc. */
public final class SearchBox extends VBox {

    private static final int SHOWN = 6;

    private final Function<String, List<Node>> find;
    private final Consumer<Node> go;
    private final Runnable leave;
    private final TextField field = new TextField();
    private final VBox matches = new VBox();
    private List<Node> found = List.of();
    private int chosen;

    /**
     * A search that is closed.
     *
     * @param find gives the layers for a text
     * @param go is told the layer that was chosen
     * @param leave is told that none was
     */
    public SearchBox(Function<String, List<Node>> find, Consumer<Node> go, Runnable leave) {
        this.find = find;
        this.go = go;
        this.leave = leave;
        setManaged(false);
        setVisible(false);
        getStyleClass().add("map-search");
        field.setId("map-search");
        field.promptTextProperty().bind(Texts.of("map.search"));
        field.textProperty().addListener(typed -> {
            chosen = 0;
            search();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.focusedProperty().addListener((property, was, isFocused) -> {
            if (was && !isFocused) {
                setVisible(false);
            }
        });
        getChildren().addAll(field, matches);
    }

    /** Opens it, empty. */
    public void open() {
        field.clear();
        search();
        setVisible(true);
        field.requestFocus();
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (!found.isEmpty()) {
                    go.accept(found.get(chosen));
                }
            }
            case ESCAPE -> leave.run();
            case DOWN -> choose(1);
            case UP -> choose(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int step) {
        chosen = Math.max(0, Math.min(Math.min(found.size(), SHOWN) - 1, chosen + step));
        search();
    }

    private void search() {
        found = find.apply(field.getText());
        matches.getChildren().clear();
        for (Node node : found.subList(0, Math.min(SHOWN, found.size()))) {
            Label match = new Label(node.id() + "   " + OpNames.of(node.op()));
            match.setMaxWidth(Double.MAX_VALUE);
            match.getStyleClass().add("map-search-match");
            if (matches.getChildren().size() == chosen) {
                match.getStyleClass().add("chosen");
            }
            match.setOnMousePressed(pressed -> go.accept(node));
            matches.getChildren().add(match);
        }
        if (found.isEmpty() && !field.getText().isBlank()) {
            Label nothing = new Label(Texts.get("map.search.nothing"));
            nothing.getStyleClass().add("map-search-match");
            matches.getChildren().add(nothing);
        }
        resize(prefWidth(-1), prefHeight(-1));
    }
}
