package org.convscope.lens;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convscope.blueprint.Node;
import org.convscope.frame.ColorMap;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.probe.Kernels;
import org.convscope.probe.Probe;
import org.convscope.probe.Sight;
import org.convscope.tensor.Tensor;

/**
 * Reads the weights of every node that has any, by node id: kernels {@code [out, in, kernel, kernel]},
 * weights of dense layers {@code [out, in]} as one plane.
 */
public final class KernelOverview implements Probe<Map<String, Mosaic>> {

    private final ScopedScales scales;

    private KernelOverview(ScopedScales scales) {
        this.scales = scales;
    }

    /** Kernels on scales that fit them exactly. */
    public static KernelOverview of(Scope scope) {
        return new KernelOverview(ScopedScales.exact(scope));
    }

    /** One of a series of pictures; {@code scales} are kept from one to the next, and serve this series alone. */
    public static KernelOverview of(Scope scope, SteadyScales scales) {
        return new KernelOverview(ScopedScales.steady(scope, scales));
    }

    @Override
    public Map<String, Mosaic> read(Sight sight) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Map<String, ColorMap> maps = new HashMap<>();
        for (Node node : sight.blueprint().nodes()) {
            if (Filter.fits(sight.blueprint(), node.id())) {
                weights.put(
                        node.id(),
                        Kernels.of(sight, node.id()).parameters().weight().orElseThrow());
                maps.put(node.id(), ColorMap.KERNEL);
            }
        }
        return scales.pictures(sight.stamp(), weights, maps);
    }
}
