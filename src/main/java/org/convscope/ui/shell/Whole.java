package org.convscope.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.convscope.ui.explore.Mode;

/** The whole of the window between bar and status, for what needs all of it; each made when it is first wanted. */
final class Whole extends StackPane {

    private final ObjectProperty<Mode> mode;
    private final Map<Mode, Supplier<Region>> makers;
    private final Map<Mode, Region> made = new EnumMap<>(Mode.class);

    /** Empty as long as the window is in a mode for which there is no maker. */
    Whole(ObjectProperty<Mode> mode, Map<Mode, Supplier<Region>> makers) {
        this.mode = mode;
        this.makers = Map.copyOf(makers);
        mode.addListener(changed -> show());
    }

    /** What is seen, if anything. */
    Optional<Region> shown() {
        return Optional.ofNullable(made.get(mode.get()));
    }

    private void show() {
        if (makers.containsKey(mode.get()) && !made.containsKey(mode.get())) {
            Region first = makers.get(mode.get()).get();
            made.put(mode.get(), first);
            getChildren().add(0, first);
        }
        // What is not seen cannot have the focus.
        made.forEach((each, region) -> region.setVisible(each == mode.get()));
        setVisible(shown().isPresent());
    }
}
