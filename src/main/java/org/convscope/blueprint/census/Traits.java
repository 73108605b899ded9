package org.convscope.blueprint.census;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.convscope.blueprint.Axis;
import org.convscope.blueprint.Connections;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Window;
import org.convscope.tensor.Shape;

/**
 * What an operation is made of, by name: of a convolution {@code outputChannels}, {@code kernelSize}, {@code stride},
 * {@code padding}. Read from the record itself, so that a new operation can be compared as soon as it is there.
 */
public final class Traits {

    private Traits() {}

    /** The traits of an operation, in the order of its drawing; shapes are no trait, they follow from the others. */
    public static Map<String, String> of(Op op) {
        Map<String, String> traits = new LinkedHashMap<>();
        gather((Record) op, traits);
        return traits;
    }

    private static void gather(Record record, Map<String, String> traits) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            if (value instanceof Window window) {
                traits.put("kernelSize", sides(window, Axis::kernelSize));
                traits.put("stride", sides(window, Axis::stride));
                traits.put("padding", sides(window, Axis::padding));
            } else if (value instanceof Connections connections) {
                // A table of hundreds of rows says less than how many pairs of maps it connects.
                traits.put(
                        "connections",
                        connections.areAll()
                                ? "all"
                                : String.valueOf(connections.table().stream()
                                        .mapToInt(List::size)
                                        .sum()));
            } else if (value instanceof Record nested) {
                gather(nested, traits);
            } else if (value instanceof Enum<?> kind) {
                // That a pooling and a non-linearity are both called kind says less than what they are.
                traits.put(
                        kind.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT),
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            } else if (!(value instanceof Shape)) {
                traits.put(component.getName(), String.valueOf(value));
            }
        }
    }

    /** One number for a square, two for what is not. */
    private static String sides(Window window, ToIntFunction<Axis> number) {
        int down = number.applyAsInt(window.vertical());
        int across = number.applyAsInt(window.horizontal());
        return down == across ? String.valueOf(down) : down + "×" + across;
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("Cannot read " + component, closed);
        }
    }
}
