package org.convscope.ui.map.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.convscope.frame.Numbers;
import org.convscope.lens.Overview;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Pin;
import org.convscope.ui.kit.Texts;

/** What a person must know of the picture that the map shows, if it is not simply that of now. */
public final class PictureMark {

    private final ExploreModel explore;
    private final ObservableValue<Long> staleStep;

    /** Of the picture of what {@code explore} has open; {@code staleStep} is that of an overdue one. */
    public PictureMark(ExploreModel explore, ObservableValue<Long> staleStep) {
        this.explore = explore;
        this.staleStep = staleStep;
    }

    /** A difference and its steps, the recorded step, the step of a late picture; empty for the picture of now. */
    public StringBinding text() {
        return Bindings.createStringBinding(
                this::words,
                explore.pin().pictureProperty(),
                explore.pin().comparisonProperty(),
                explore.momentProperty(),
                staleStep,
                Texts.language());
    }

    /** Whether the picture is of the past, or of two steps, because a person wants it so. */
    public ObservableBooleanValue isWished() {
        return Bindings.createBooleanBinding(
                () -> explore.moment().isPast() || explore.pin().isDifference(),
                explore.pin().pictureProperty(),
                explore.momentProperty());
    }

    /** What is meant by it. */
    public StringBinding tip() {
        return Bindings.createStringBinding(
                () -> Texts.get(
                        explore.pin().isDifference()
                                ? "map.mark.difference.tip"
                                : explore.moment().isPast() ? "map.mark.past.tip" : "map.stale.tip"),
                explore.pin().pictureProperty(),
                explore.momentProperty(),
                Texts.language());
    }

    private String words() {
        Pin pin = explore.pin();
        Overview shown = pin.pictureProperty().get();
        if (shown == null) {
            return "";
        }
        String step = Numbers.count(shown.stamp().step());
        if (pin.isDifference()) {
            Overview pinned = pin.comparisonProperty().get().orElseThrow().pinned();
            return Texts.get(
                    "map.mark.difference", step, Numbers.count(pinned.stamp().step()));
        }
        if (explore.moment().isPast()) {
            return Texts.get("map.mark.past", step);
        }
        return staleStep.getValue() == null ? "" : Texts.get("map.stale", Numbers.count(staleStep.getValue()));
    }
}
