package org.convscope.ui.map.bands;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.convscope.blueprint.Node;
import org.convscope.tensor.Shape;
import org.convscope.ui.map.geometry.Detail;
import org.convscope.ui.map.model.OpNames;

/** What stands above a column: id, operation and shape, or less. */
final class Heading extends VBox {

    private final Label id = new Label();
    private final Label op = new Label();
    private final Label shape = new Label();
    private final Node node;

    Heading(Node node, Shape output, Runnable resized) {
        this.node = node;
        setManaged(false);
        setAlignment(Pos.TOP_CENTER);
        getStyleClass().add("map-heading");
        id.getStyleClass().add("map-heading-id");
        op.getStyleClass().add("map-heading-op");
        shape.getStyleClass().add("map-heading-shape");
        id.setText(node.id());
        shape.setText(output.toString());
        getChildren().addAll(id, op, shape);
        translate();
        id.fontProperty().addListener(changed -> resized.run());
    }

    /** The node it speaks of. */
    Node node() {
        return node;
    }

    /** Says the operation in the reader's language. */
    void translate() {
        // The input is called input and the softmax softmax: once is enough.
        String name = OpNames.of(node.op());
        op.setText(name.equals(node.id()) ? "" : name);
    }

    /** Shows as much as this. */
    void show(Detail detail) {
        op.setVisible(detail == Detail.FULL);
        op.setManaged(detail == Detail.FULL);
        shape.setVisible(detail != Detail.COMPACT);
        shape.setManaged(detail != Detail.COMPACT);
    }

    /** Width of its widest line in this detail. */
    double width(Detail detail) {
        double widest = id.prefWidth(-1);
        if (detail != Detail.COMPACT) {
            widest = Math.max(widest, shape.prefWidth(-1));
        }
        return detail == Detail.FULL ? Math.max(widest, op.prefWidth(-1)) : widest;
    }

    /** Height of one of its lines. */
    double lineHeight() {
        return id.prefHeight(-1);
    }
}
