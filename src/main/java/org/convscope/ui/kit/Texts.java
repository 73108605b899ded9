package org.convscope.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Every word of the window, in the reader's language, changed without a restart.
 *
 * <p>A key is {@code wing.name}; it stands as {@code name} in the bundle {@code text/ui/<wing>}, where
 * {@code {0}}, {@code {1}} … are the arguments.
 */
public final class Texts {

    /** The languages there are, English first. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final ObjectProperty<Locale> LANGUAGE = new SimpleObjectProperty<>(Locale.ENGLISH);

    private Texts() {}

    /** The reader's language. */
    public static ObjectProperty<Locale> language() {
        return LANGUAGE;
    }

    /** The text of a key, now. */
    public static String get(String key, Object... arguments) {
        int dot = key.indexOf('.');
        ResourceBundle bundle = ResourceBundle.getBundle(
                "text.ui." + key.substring(0, dot),
                LANGUAGE.get(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String text = bundle.getString(key.substring(dot + 1));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(valueOf(arguments[i])));
        }
        return text;
    }

    /** The text of a key in whatever language is set; an argument that is observed is followed, too. */
    public static StringBinding of(String key, Object... arguments) {
        Observable[] sources = Stream.concat(Stream.of(LANGUAGE), Arrays.stream(arguments))
                .filter(Observable.class::isInstance)
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, arguments), sources);
    }

    private static Object valueOf(Object argument) {
        return argument instanceof ObservableValue<?> observed ? observed.getValue() : argument;
    }
}
