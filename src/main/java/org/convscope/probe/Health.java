package org.convscope.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/** How the whole network fares: whether gradients arrive, weights move, and units answer. */
public final class Health implements Probe<Health.Reading> {

    /**
     * Every layer that learns and every activation, both in the blueprint's order.
     *
     * @param stamp when it was measured
     */
    public record Reading(Stamp stamp, List<Layer> layers, List<Units> activations) {

        public Reading {
            layers = List.copyOf(layers);
            activations = List.copyOf(activations);
        }

        /** What was measured at an activation node. */
        public Optional<Units> activation(String node) {
            return activations.stream()
                    .filter(units -> units.node().equals(node))
                    .findFirst();
        }
    }

    /**
     * A node that learns, by its weights, or by its scale if it is a batch norm.
     *
     * @param node its id
     * @param weightRms root mean square of the weights now
     * @param gradientRms root mean square of their gradient in the last step; NaN before the first
     * @param updateRatio root mean square of the last update over {@code weightRms}; NaN before the first step
     *     and where all weights are 0
     * @param activation id of the activation that its values go through next, with nothing or a batch norm
     *     between; empty for none
     */
    public record Layer(String node, double weightRms, double gradientRms, double updateRatio, String activation) {}

    /**
     * The units of an activation node over the images of {@link Sight#sample}. A feature map counts as one
     * unit.
     *
     * @param node its id
     * @param images number of images
     * @param activeImages by unit, for how many images it gives anything but zero
     * @param dead number of units that are exactly zero for every image
     * @param saturatedShare share of values within {@value Nonlinearity#EDGE} of the range from an end of it;
     *     NaN for a non-linearity without two ends
     * @param mean mean of all values
     * @param deviation their population standard deviation
     */
    public record Units(
            String node,
            int images,
            List<Integer> activeImages,
            int dead,
            double saturatedShare,
            double mean,
            double deviation) {

        public Units {
            activeImages = List.copyOf(activeImages);
        }

        /** Number of units. */
        public int units() {
            return activeImages.size();
        }

        /** Share of dead units, from 0 to 1. */
        public double deadShare() {
            return (double) dead / units();
        }
    }

    @Override
    public Reading read(Sight sight) {
        List<Layer> layers = new ArrayList<>();
        List<Units> activations = new ArrayList<>();
        for (Node node : sight.blueprint().nodes()) {
            Kernels.of(sight, node.id())
                    .parameters()
                    .main()
                    .ifPresent(weights -> layers.add(layer(sight, node, weights)));
            if (node.op() instanceof Op.Activation) {
                activations.add(units(sight, node.id()));
            }
        }
        return new Reading(sight.stamp(), layers, activations);
    }

    /** The units of one activation node. */
    public static Units units(Sight sight, String node) {
        UnitActivity activity = sight.sampleActivity().get(node);
        List<Integer> activeImages = new ArrayList<>();
        for (int unit = 0; unit < activity.units(); unit++) {
            activeImages.add(activity.activeImages(unit));
        }
        return new Units(
                node,
                activity.images(),
                activeImages,
                activity.dead(),
                activity.saturatedShare(),
                activity.mean(),
                activity.deviation());
    }

    private static Layer layer(Sight sight, Node node, Tensor weights) {
        LastStep.Reading step = LastStep.of(sight, node.id());
        double weightRms = weights.rms();
        double updateRms = step.updates().main().map(Tensor::rms).orElse(Double.NaN);
        return new Layer(
                node.id(),
                weightRms,
                step.gradients().main().map(Tensor::rms).orElse(Double.NaN),
                weightRms == 0 ? Double.NaN : updateRms / weightRms,
                sight.blueprint().activationAfter(node.id()).map(Node::id).orElse(""));
    }
}
