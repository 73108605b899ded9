package org.convscope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.convscope.ui.kit.Remembered;

/** What a person wants of one area of the window; remembered until the next day. */
final class Area {

    private final String name;
    private final Remembered remembered;
    private final BooleanProperty open;
    private final DoubleProperty size;

    Area(String name, Remembered remembered) {
        this.name = name;
        this.remembered = remembered;
        this.open = new SimpleBooleanProperty(
                remembered.get(name + ".open").map(Boolean::parseBoolean).orElse(true));
        this.size = new SimpleDoubleProperty(
                remembered.get(name + ".size").map(Area::pixels).orElse(0.0));
        open.addListener(changed -> remembered.put(name + ".open", String.valueOf(open.get())));
    }

    String name() {
        return name;
    }

    /** Whether it is to be seen. */
    BooleanProperty openProperty() {
        return open;
    }

    /** Width or height in pixels; 0 for what suits the window. */
    DoubleProperty sizeProperty() {
        return size;
    }

    void toggle() {
        open.set(!open.get());
    }

    /** Keeps the size that a person has dragged it to. */
    void rememberSize() {
        remembered.put(name + ".size", String.valueOf(Math.round(size.get())));
    }

    ShellLayout.Wish wish() {
        return new ShellLayout.Wish(open.get(), size.get());
    }

    private static double pixels(String text) {
        try {
            double pixels = Double.parseDouble(text);
            return pixels > 0 && pixels < 10_000 ? pixels : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}
