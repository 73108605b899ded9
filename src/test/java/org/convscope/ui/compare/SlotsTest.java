package org.convscope.ui.compare;

import static org.convscope.ui.compare.CompareLayoutTest.drawn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Which layers stand under each other. */
class SlotsTest {

    @Test
    void networksThatDifferInTheirActivationStandUnderEachOtherNodeByNode() {
        Shape images = Shape.of(1, 28, 28);
        Slots slots = Slots.of(List.of(
                Zoo.byId("lenet").draw(images, 10, Map.of("activation", "sigmoid")),
                Zoo.byId("lenet").draw(images, 10, Map.of("activation", "relu")),
                Zoo.byId("lenet").draw(images, 10, Map.of("activation", "tanh"))));
        assertEquals(11, slots.size());
        for (Slots.Slot slot : slots.slots()) {
            assertTrue(slot.isAlike(1) && slot.isAlike(2), slot::toString);
            assertEquals(1, slot.nodes().stream().distinct().count());
        }
        assertEquals("conv1", slots.slots().get(0).nodes().get(0).orElseThrow());
        assertEquals("logits", slots.slots().get(10).nodes().get(2).orElseThrow());
    }

    @Test
    void aLayerThatOnlyOneHasLeavesTheOthersPlaceEmpty() {
        Slots slots = Slots.of(List.of(drawn("lenet"), drawn("lenet-bn")));
        int norm = slots.indexOf(1, "bn1");
        assertEquals(Optional.empty(), slots.slots().get(norm).nodes().get(0));
        assertEquals(slots.indexOf(0, "conv2"), slots.indexOf(1, "conv2"));
        assertEquals(slots.indexOf(0, "conv1") + 1, norm);
    }

    @Test
    void everyNodeOfEveryNetworkStandsOnceAndInOrder() {
        List<String> ids = List.of("lenet", "mlp", "vgg11-mini", "resnet20");
        Slots slots = Slots.of(ids.stream().map(CompareLayoutTest::drawn).toList());
        for (int network = 0; network < ids.size(); network++) {
            int of = network;
            List<String> order = slots.slots().stream()
                    .flatMap(slot -> slot.nodes().get(of).stream())
                    .toList();
            List<String> drawnOrder = drawn(ids.get(network)).nodes().stream()
                    .map(node -> node.id())
                    .filter(order::contains)
                    .toList();
            assertEquals(drawnOrder.size(), order.size(), ids.get(network));
        }
    }

    @Test
    void nothingHasNoSlots() {
        assertEquals(0, Slots.of(List.of()).size());
    }
}
