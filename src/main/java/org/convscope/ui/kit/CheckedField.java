package org.convscope.ui.kit;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A field that shows whether what is typed can be. */
public final class CheckedField extends TextField {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ObservableValue<Boolean> invalid;

    /** A field for this text, marked while {@code invalid}. */
    public CheckedField(String id, StringProperty text, ObservableValue<Boolean> invalid) {
        this.invalid = invalid;
        setId(id);
        textProperty().bindBidirectional(text);
        invalid.addListener((property, before, now) -> mark());
        mark();
    }

    private void mark() {
        pseudoClassStateChanged(INVALID, invalid.getValue());
    }
}
