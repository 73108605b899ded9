package org.convscope.lens;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** Gives the values of many nodes their colour scales, as a scope shares them. */
final class ScopedScales {

    /** Decides which scale is shown, from whose it is and from the one that fits. */
    @FunctionalInterface
    private interface Keeper {
        ColorScale keep(String key, ColorScale fitting);
    }

    private final Scope scope;
    private final Keeper keeper;

    private ScopedScales(Scope scope, Keeper keeper) {
        this.scope = scope;
        this.keeper = keeper;
    }

    /** Scales that fit every picture exactly. */
    static ScopedScales exact(Scope scope) {
        return new ScopedScales(scope, (key, fitting) -> fitting);
    }

    /** Scales that are calm from one picture to the next. */
    static ScopedScales steady(Scope scope, SteadyScales scales) {
        return new ScopedScales(scope, scales::next);
    }

    /**
     * Every node's picture, in the order of {@code values}.
     *
     * @param values by node id
     * @param maps each node's colours; a node in {@link ColorMap#GREY} always runs from 0 to 1
     */
    Map<String, Mosaic> pictures(Stamp stamp, Map<String, Tensor> values, Map<String, ColorMap> maps) {
        Map<ColorMap, ColorScale> shared = scope == Scope.NETWORK ? shared(values, maps) : Map.of();
        Map<String, Mosaic> pictures = new LinkedHashMap<>();
        values.forEach((node, tensor) -> {
            ColorMap map = maps.get(node);
            List<ColorScale> scales = shared.containsKey(map)
                    ? List.of(shared.get(map))
                    : scope == Scope.MAP && isOfMaps(tensor) && map != ColorMap.GREY
                            ? byPlane(node, tensor, map)
                            : List.of(keep(node, NodeColors.fitting(map, tensor)));
            pictures.put(node, new Mosaic(stamp, tensor, scales));
        });
        return pictures;
    }

    private Map<ColorMap, ColorScale> shared(Map<String, Tensor> values, Map<String, ColorMap> maps) {
        Map<ColorMap, ColorScale> shared = new EnumMap<>(ColorMap.class);
        values.forEach((node, tensor) ->
                shared.merge(maps.get(node), NodeColors.fitting(maps.get(node), tensor), ColorScale::with));
        shared.replaceAll((map, scale) -> keep(map.name(), scale));
        return shared;
    }

    private List<ColorScale> byPlane(String node, Tensor tensor, ColorMap map) {
        return IntStream.range(0, tensor.planes())
                .mapToObj(plane -> keep(node + "/" + plane, ColorScale.fitting(map, tensor.plane(plane))))
                .toList();
    }

    private ColorScale keep(String key, ColorScale fitting) {
        return fitting.map() == ColorMap.GREY ? fitting : keeper.keep(key, fitting);
    }

    /** A unit is one value: on a scale of its own it would always be at an end. */
    private static boolean isOfMaps(Tensor tensor) {
        return tensor.shape().rank() > 2;
    }
}
