package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.net.FakeNetwork;
import org.convscope.spec.Focus;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewsTest {

    private final LensBench lenet =
            new LensBench(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu")));

    @ParameterizedTest
    @EnumSource(Scope.class)
    void everyNodeIsThereInOrderAndEveryValueWithinItsScale(Scope scope) {
        Overview overview = lenet.read(Overviews.of(scope), "conv1");
        assertEquals(new Stamp("test", 0), overview.stamp());
        assertEquals(
                lenet.blueprint.nodes().stream().map(Node::id).toList(),
                List.copyOf(overview.mosaics().keySet()));
        assertEquals(10, overview.prediction().bars().size());
        for (Mosaic mosaic : overview.mosaics().values()) {
            for (int plane = 0; plane < mosaic.planes(); plane++) {
                ColorScale scale = mosaic.scale(plane);
                assertTrue(mosaic.plane(plane).stats().min() >= scale.low());
                assertTrue(mosaic.plane(plane).stats().max() <= scale.high());
            }
        }
    }

    @Test
    void byMapEveryMapHasItsOwnScaleButUnitsShareOne() {
        Map<String, Mosaic> mosaics =
                lenet.read(Overviews.of(Scope.MAP), "conv1").mosaics();
        Mosaic conv1 = mosaics.get("conv1");
        assertEquals(6, conv1.scales().size());
        assertEquals(ColorScale.fitting(ColorMap.DIVERGING, conv1.plane(4)), conv1.scale(4));
        assertEquals(1, mosaics.get("fc1").scales().size());
    }

    @Test
    void byNetworkAllNodesOfOneKindOfColoursShareOneScale() {
        Map<String, Mosaic> mosaics =
                lenet.read(Overviews.of(Scope.NETWORK), "conv1").mosaics();
        ColorScale signed = mosaics.get("conv1").scale(0);
        for (String node : List.of("conv2", "fc1", "fc2")) {
            assertEquals(signed, mosaics.get(node).scale(0));
        }
        assertEquals(mosaics.get("act1").scale(0), mosaics.get("softmax").scale(0));
        assertNotEquals(signed, mosaics.get("act1").scale(0));
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void theImageIsNeverStretched(Scope scope) {
        Overviews overviews = Overviews.of(scope, new SteadyScales());
        assertEquals(
                List.of(new ColorScale(ColorMap.GREY, 0, 1)),
                lenet.read(overviews, "conv1").mosaics().get("input").scales());
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void whileItLearnsScalesStayCalmAndTrue(Scope scope) {
        LensBench small = new LensBench(FakeNetwork.smallBlueprint());
        Overviews overviews = Overviews.of(scope, new SteadyScales());
        int changes = 0;
        List<ColorScale> before = List.of();
        for (int step = 0; step < 40; step++) {
            small.learned();
            Mosaic conv1 = small.read(overviews, "conv1").mosaics().get("conv1");
            for (int plane = 0; plane < conv1.planes(); plane++) {
                assertTrue(
                        conv1.plane(plane).stats().max() <= conv1.scale(plane).high());
            }
            changes += conv1.scales().equals(before) ? 0 : 1;
            before = conv1.scales();
        }
        assertTrue(changes <= 5, changes + " changes of the legend in 40 pictures");
    }

    @Test
    void anotherImageIsAnotherOverviewOfTheSameNetwork() {
        Overview first = lenet.read(Overviews.of(Scope.LAYER), Focus.on(lenet.subject(0), "conv1"));
        Overview second = lenet.read(Overviews.of(Scope.LAYER), Focus.on(lenet.subject(1), "conv1"));
        assertNotEquals(first.mosaics().get("conv1"), second.mosaics().get("conv1"));
        assertEquals(first, lenet.read(Overviews.of(Scope.LAYER), Focus.on(lenet.subject(0), "fc1")));
    }

    @Test
    void kernelsOfEveryNodeThatHasAnyAreReadAtOnce() {
        Map<String, Mosaic> kernels = lenet.read(KernelOverview.of(Scope.LAYER), "conv1");
        assertEquals(List.of("conv1", "conv2", "fc1", "fc2", "logits"), List.copyOf(kernels.keySet()));
        assertEquals(Shape.of(16, 6, 5, 5), kernels.get("conv2").values().shape());
        assertEquals(1, kernels.get("fc1").planes(), "a matrix is one plane");
        assertEquals(ColorMap.KERNEL, kernels.get("fc1").scale(0).map());
        assertEquals(
                96,
                lenet.read(KernelOverview.of(Scope.MAP, new SteadyScales()), "conv1")
                        .get("conv2")
                        .scales()
                        .size());
    }
}
