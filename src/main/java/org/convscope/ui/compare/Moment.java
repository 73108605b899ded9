package org.convscope.ui.compare;

import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** When the runs are looked at: as they are now, or after as many images as the moment says. */
final class Moment {

    private final ReadOnlyObjectProperty<List<Side>> sides;
    private final ObjectProperty<OptionalLong> images = new SimpleObjectProperty<>(OptionalLong.empty());

    Moment(ReadOnlyObjectProperty<List<Side>> sides) {
        this.sides = sides;
    }

    /** Images that the runs had seen then; empty for now. */
    ObjectProperty<OptionalLong> imagesProperty() {
        return images;
    }

    /** Looks at the recorded step of the first run before, or after, this one; behind the last one it is now. */
    void travel(int by) {
        if (sides.get().isEmpty()) {
            return;
        }
        Side first = sides.get().get(0);
        List<Long> steps = first.run().history().steps();
        long now = first.scores().stepAt(images.get().orElse(Long.MAX_VALUE));
        long wanted = by < 0
                ? steps.stream()
                        .filter(step -> step < now)
                        .reduce((one, next) -> next)
                        .orElse(-1L)
                : steps.stream().filter(step -> step > now).findFirst().orElse(-1L);
        if (wanted >= 0) {
            images.set(OptionalLong.of(first.scores().imagesAfter(wanted)));
        } else if (by > 0) {
            images.set(OptionalLong.empty());
        }
    }

    /** Share of test images that were right then; NaN when that is not known. */
    double accuracy(Side side) {
        if (images.get().isEmpty()) {
            return side.accuracy();
        }
        Scores.Point then = side.scores().at(images.get().getAsLong());
        return then == null ? Double.NaN : then.accuracy();
    }
}
