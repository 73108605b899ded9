package org.convscope.ui.kit;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** A box to choose from, its entries named in whatever language is set. */
public final class Chooser<T> extends ComboBox<T> {

    // Held here for as long as the box lives; the language itself would hold it for ever.
    private final ChangeListener<Locale> following;

    private final Function<? super T, String> words;
    private boolean isTight;

    /** A box of these entries; {@code words} names one in the language of now. */
    public Chooser(Collection<? extends T> entries, Function<? super T, String> words) {
        this.words = words;
        getItems().setAll(entries);
        setMaxWidth(Double.MAX_VALUE);
        rename();
        following = (language, before, now) -> rename();
        Texts.language().addListener(new WeakChangeListener<>(following));
    }

    /** Asks for all names anew; to be called when something else than the language changes them. */
    public void rename() {
        setConverter(new Names());
        // The box writes its choice anew for a new cell only; a new converter changes no more than the list.
        setButtonCell(new Choice());
    }

    /** From now on as wide as what is chosen, not as the widest entry: for a title that can be changed. */
    public void tighten() {
        isTight = true;
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        Node arrow = isTight ? lookup(".arrow-button") : null;
        return arrow == null
                ? super.computePrefWidth(height)
                : snappedLeftInset()
                        + Math.ceil(getButtonCell().prefWidth(height))
                        + Math.ceil(arrow.prefWidth(height))
                        + snappedRightInset();
    }

    private final class Choice extends ListCell<T> {
        @Override
        protected void updateItem(T entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? "" : words.apply(entry));
        }
    }

    private final class Names extends StringConverter<T> {
        @Override
        public String toString(T entry) {
            return entry == null ? "" : words.apply(entry);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("Entries are chosen, not typed");
        }
    }
}
