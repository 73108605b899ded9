package org.convscope.blueprint.census;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Op;
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
            if (value instanceof Record nested) {
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

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("Cannot read " + component, closed);
        }
    }
}
