package org.convscope.ui.compare;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.data.LabelledImages;
import org.convscope.ui.kit.Texts;

/** What is looked at in all runs alike: one test image, and one map of what it becomes. */
public final class Gaze {

    private final ReadOnlyObjectProperty<List<Side>> sides;
    private final ReadOnlyObjectProperty<Slots> slots;
    private final RandomGenerator dice;
    private final ReadOnlyIntegerWrapper image = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Spot> selection = new SimpleObjectProperty<>();
    private final ObjectProperty<Spot> hovered = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<Integer>> inSight = new SimpleObjectProperty<>(Set.of());

    Gaze(ReadOnlyObjectProperty<List<Side>> sides, ReadOnlyObjectProperty<Slots> slots, RandomGenerator dice) {
        this.sides = sides;
        this.slots = slots;
        this.dice = dice;
    }

    /** Looks at a test image; the index wraps around at both ends. */
    public void show(int index) {
        if (!sides.get().isEmpty()) {
            image.set(Math.floorMod(index, test().size()));
        }
    }

    /** Looks at the same image of runs that may have fewer. */
    void stay() {
        show(image.get());
    }

    /** Looks at any test image. */
    public void showAny() {
        if (!sides.get().isEmpty()) {
            show(dice.nextInt(test().size()));
        }
    }

    /** Looks at the next test image of a class. */
    public void showClass(int label) {
        if (!sides.get().isEmpty()) {
            int[] ofClass = test().indicesOf(label);
            int next = 0;
            while (next < ofClass.length - 1 && ofClass[next] <= image.get()) {
                next++;
            }
            if (ofClass.length > 0) {
                show(ofClass[next] > image.get() ? ofClass[next] : ofClass[0]);
            }
        }
    }

    /** The classes of the images, in the reader's language. */
    List<String> classNames() {
        return sides.get().isEmpty()
                ? List.of()
                : sides.get()
                        .get(0)
                        .run()
                        .dataset()
                        .card()
                        .classNames(Texts.language().get());
    }

    /** Selects the map so many slots and maps further; the first one if none is selected. */
    public void walk(int bySlots, int byChannels) {
        if (slots.get().size() == 0) {
            return;
        }
        Spot now = selection.get();
        int slot = now == null
                ? 0
                : Math.floorMod(now.slot() + bySlots, slots.get().size());
        int channels = slots.get().slots().get(slot).channels();
        int channel = now == null ? 0 : Math.floorMod(Math.min(now.channel(), channels - 1) + byChannels, channels);
        selection.set(new Spot(slot, channel, null));
    }

    /** Selects nothing, for the maps are to be others. */
    void leave() {
        selection.set(null);
        hovered.set(null);
    }

    /** Index of the test image. */
    public ReadOnlyIntegerProperty imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** What is selected in all runs, or {@code null}. */
    public ObjectProperty<Spot> selectionProperty() {
        return selection;
    }

    /** What the mouse points at in one of them, or {@code null}. */
    public ObjectProperty<Spot> hoveredProperty() {
        return hovered;
    }

    /** Slots that are in sight; while the runs learn, pictures hold no other. */
    ObjectProperty<Set<Integer>> inSightProperty() {
        return inSight;
    }

    private LabelledImages test() {
        return sides.get().get(0).run().dataset().test();
    }
}
