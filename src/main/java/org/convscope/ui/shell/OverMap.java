package org.convscope.ui.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A panel that lies over the map while it is wished; made when it is first wished. */
final class OverMap extends StackPane {

    private final ObservableBooleanValue wished;

    /** Whether it is seen follows {@code wished}; {@code focus} gives the keys to whom they mean most then. */
    OverMap(ObservableBooleanValue wished, Supplier<Region> maker, Runnable focus) {
        this.wished = wished;
        setVisible(false);
        wished.addListener((property, before, now) -> {
            if (getChildren().isEmpty()) {
                getChildren().add(maker.get());
            }
            setVisible(now);
            focus.run();
        });
    }

    /** The panel while it is seen, or else what lies under it. */
    Region or(Region map) {
        return wished.get() ? (Region) getChildren().get(0) : map;
    }
}
