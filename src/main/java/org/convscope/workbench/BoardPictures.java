package org.convscope.workbench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.MosaicLayout;
import org.convscope.frame.Surface;
import org.convscope.lens.Overview;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.run.tensorboard.Buckets;
import org.convscope.run.tensorboard.EventFile;
import org.convscope.run.tensorboard.Picture;
import org.convscope.tensor.Plane;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;

/**
 * What TensorBoard is told of a saved network beside its record: the weights of every layer, the filters of the first
 * convolution, and the maps of one test image.
 *
 * @param step of its weights
 * @param weights of every node that has any
 * @param pictures by tag
 */
record BoardPictures(long step, Map<String, Tensor> weights, Map<String, Mosaic> pictures) {

    private static final int SMALLEST_TILE = 96;
    private static final int GAP = 2;

    BoardPictures {
        // In the network's order, so that the same run gives the same file.
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /** Reads a network, on its thread. */
    static BoardPictures of(Network network, String run) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (Node node : network.blueprint().nodes()) {
            Tensor weight = network.parameters(node.id()).get(Parameter.WEIGHT);
            if (weight != null) {
                weights.put(node.id(), weight);
            }
        }
        Map<String, Mosaic> pictures = new LinkedHashMap<>();
        network.blueprint().nodes().stream()
                .filter(node -> node.op() instanceof Op.Conv && weights.containsKey(node.id()))
                .findFirst()
                .ifPresent(first -> pictures.put(
                        "filters/" + first.id(), kernels(new Stamp(run, network.step()), weights.get(first.id()))));
        return new BoardPictures(network.step(), weights, pictures);
    }

    /** The same with the maps of one image: its own, and those of every convolution and pooling. */
    BoardPictures with(Overview seen, Blueprint blueprint) {
        Map<String, Mosaic> all = new LinkedHashMap<>(pictures);
        for (Node node : blueprint.nodes()) {
            boolean isShown = node.op() instanceof Op.Conv || node.op() instanceof Op.Pool;
            if (isShown || node.equals(blueprint.first())) {
                all.put("first test image/" + node.id(), seen.mosaics().get(node.id()));
            }
        }
        return new BoardPictures(step, weights, all);
    }

    /** Writes all of it; {@code seconds} since 1970. */
    void write(EventFile file, double seconds) throws IOException {
        for (Map.Entry<String, Tensor> weight : weights.entrySet()) {
            file.histogram(
                    "saved weights/" + weight.getKey(),
                    step,
                    seconds,
                    Buckets.of(weight.getValue().stats()));
        }
        for (Map.Entry<String, Mosaic> picture : pictures.entrySet()) {
            file.image(picture.getKey(), step, seconds, paint(picture.getValue()));
        }
    }

    private static Mosaic kernels(Stamp stamp, Tensor weights) {
        return new Mosaic(stamp, weights, List.of(ColorScale.fitting(ColorMap.KERNEL, weights)));
    }

    private static Picture paint(Mosaic mosaic) throws IOException {
        Plane first = mosaic.plane(0);
        int zoom = Math.max(1, SMALLEST_TILE / Math.max(first.height(), first.width()));
        MosaicLayout layout = MosaicLayout.of(mosaic).withGap(GAP).scaled(zoom);
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, layout.width(), layout.height(), layout.atlas(mosaic, Surface.LIGHT), 0, layout.width());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Picture(layout.width(), layout.height(), png.toByteArray());
    }
}
