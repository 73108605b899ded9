package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.zoo.Variation;
import org.convscope.frame.Bars;
import org.convscope.frame.Distribution;
import org.convscope.frame.Frame;
import org.convscope.frame.FrameVisitor;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Sum;
import org.convscope.frame.Surface;
import org.convscope.net.TinyZoo;
import org.convscope.spec.Focus;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every lens promises, for every node that it fits, of every architecture. */
class LensContractTest {

    private static final long BRIEF_MILLIS = 100;

    static Stream<Blueprint> blueprints() {
        return TinyZoo.KINDS.stream()
                // Nothing in these that is not in GoogLeNet and ResNet-18.
                .filter(architecture -> !(architecture instanceof Variation)
                        && !architecture.id().equals("resnet50"))
                .flatMap(LensContractTest::variants);
    }

    /** The standard form, tiny, and for LeNet and each option each of its other values. */
    private static Stream<Blueprint> variants(Architecture architecture) {
        Stream<Map<String, String>> others = architecture.choices().stream()
                .filter(choice -> architecture.id().equals("lenet"))
                .flatMap(choice -> choice.values().stream().skip(1).map(value -> Map.of(choice.key(), value)));
        return Stream.concat(Stream.of(Map.<String, String>of()), others)
                .map(options -> TinyZoo.draw(architecture, options));
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void everyFittingNodeYieldsATruePictureAndTheSameOneAgain(Blueprint blueprint) {
        LensBench bench = new LensBench(blueprint).learned();
        LensBench twin = new LensBench(blueprint).learned();
        for (Lens lens : Lenses.ALL) {
            List<Node> fitting = blueprint.nodes().stream()
                    .filter(node -> lens.fits(blueprint, node.id()))
                    .toList();
            boolean isWithoutMaps = blueprint.nodes().stream().noneMatch(node -> node.op() instanceof Op.Conv);
            assertTrue(isWithoutMaps || !fitting.isEmpty(), lens.id() + " fits no node of " + blueprint.network());
            for (Node node : fitting) {
                Focus focus = lastPlace(bench, node);
                Frame frame = bench.read(Lenses.through(lens), focus);
                assertEquals(new Stamp("test", 1), frame.stamp(), lens.id() + " of " + node.id());
                assertEquals("", frame.accept(new Complaint()), lens.id() + " of " + node.id());
                assertEquals(frame, twin.read(Lenses.through(lens), focus), lens.id() + " of " + node.id());
            }
        }
    }

    @Test
    void onLeNetEveryLensIsBriefOnceTheImageWentThrough() {
        LensBench bench = new LensBench(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of())).learned();
        for (Lens lens : Lenses.ALL) {
            for (Node node : bench.blueprint.nodes()) {
                if (lens.fits(bench.blueprint, node.id())) {
                    Focus focus = lastPlace(bench, node);
                    bench.read(lens::look, focus);
                    long begin = System.nanoTime();
                    bench.read(lens::look, focus);
                    long millis = (System.nanoTime() - begin) / 1_000_000;
                    assertTrue(millis < BRIEF_MILLIS, lens.id() + " of " + node.id() + " took " + millis + " ms");
                }
            }
        }
    }

    private static Focus lastPlace(LensBench bench, Node node) {
        Shape shape = bench.blueprint.shape(node.id());
        return Focus.on(bench.subject(0), node.id())
                .at(shape.channels() - 1, new Cell(shape.height() - 1, shape.width() - 1));
    }

    /** What is wrong with a frame; nothing if it is as it should be. */
    private static final class Complaint implements FrameVisitor<String> {

        @Override
        public String mosaic(Mosaic mosaic) {
            for (int plane = 0; plane < mosaic.planes(); plane++) {
                float low = mosaic.plane(plane).stats().min();
                float high = mosaic.plane(plane).stats().max();
                if (low < mosaic.scale(plane).low()
                        || high > mosaic.scale(plane).high()) {
                    return low + " to " + high + " is not within " + mosaic.scale(plane);
                }
                for (int pixel : mosaic.pixels(plane, Surface.DARK)) {
                    if (pixel >>> 24 != 0xFF) {
                        return "a pixel is transparent";
                    }
                }
            }
            return "";
        }

        @Override
        public String bars(Bars bars) {
            for (int i = 0; i < bars.bars().size(); i++) {
                Bars.Bar bar = bars.bars().get(i);
                if (bar.index() != i || !(Math.abs(bar.value()) <= bars.full() + 1e-6)) {
                    return bar + " at " + i + " of " + bars.full();
                }
            }
            return bars.full() > 0 ? "" : "bars without length";
        }

        @Override
        public String distribution(Distribution distribution) {
            int counted = distribution.stats().histogram().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            return counted == distribution.stats().count() ? "" : counted + " values in the histogram";
        }

        @Override
        public String sum(Sum sum) {
            double added = sum.bias()
                    + sum.terms().stream().mapToDouble(Sum.Term::product).sum();
            return Math.abs(added - sum.sum()) < 1e-9 ? "" : added + " is not " + sum.sum();
        }
    }
}
