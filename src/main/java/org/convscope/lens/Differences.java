package org.convscope.lens;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.tensor.Tensor;

/**
 * What one picture has more than another of the same shape, value by value: above zero where it has more. Colours
 * diverge around zero, so what is alike is blank.
 */
public final class Differences {

    private Differences() {}

    /** One node's maps, on one scale; stamped as {@code these}. */
    public static Mosaic of(Mosaic these, Mosaic those) {
        Tensor values = between(these.values(), those.values());
        return new Mosaic(these.stamp(), values, List.of(ColorScale.fitting(ColorMap.DIVERGING, values)));
    }

    /** Every node that both have in the same shape, on scales that the scope shares; stamped as {@code these}. */
    public static Map<String, Mosaic> of(Overview these, Overview those, Scope scope) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, ColorMap> maps = new HashMap<>();
        these.mosaics().forEach((node, mosaic) -> {
            Mosaic other = those.mosaics().get(node);
            if (other != null && other.values().shape().equals(mosaic.values().shape())) {
                values.put(node, between(mosaic.values(), other.values()));
                maps.put(node, ColorMap.DIVERGING);
            }
        });
        return ScopedScales.exact(scope).pictures(these.stamp(), values, maps);
    }

    /** Bars of the same things in any order; each as far below or above zero as it is less or more than the other. */
    public static Bars of(Bars these, Bars those) {
        Map<Integer, Double> others = new HashMap<>();
        those.bars().forEach(bar -> others.put(bar.index(), bar.value()));
        return new Bars(
                these.stamp(),
                these.bars().stream()
                        .filter(bar -> others.containsKey(bar.index()))
                        .map(bar -> new Bars.Bar(bar.index(), bar.value() - others.get(bar.index())))
                        .toList(),
                Math.max(these.full(), those.full()));
    }

    private static Tensor between(Tensor these, Tensor those) {
        if (!these.shape().equals(those.shape())) {
            throw new IllegalArgumentException(those.shape() + " from " + these.shape());
        }
        float[] values = these.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= those.flat(i);
        }
        return Tensor.of(these.shape(), values);
    }
}
