package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.convscope.frame.Scope;
import org.convscope.lens.Overview;
import org.convscope.lens.Pairing;
import org.convscope.tensor.Tensor;
import org.convscope.workbench.OpenRun;

/** Finds, for networks that began with other weights, which of their maps are like which, over some test images. */
final class Likeness {

    /** Test images over which maps are compared: the first so many. */
    static final int IMAGES = 24;

    private Likeness() {}

    /**
     * What is like what.
     *
     * @param step of the first run, when the last of its images was seen
     * @param pairings by run, from 1, and slot the pairing of its maps with those of the first run; of slots of one
     *     shape alone
     */
    record Found(long step, Map<Integer, Map<Integer, Pairing>> pairings) {

        Found {
            pairings = Map.copyOf(pairings);
        }
    }

    /**
     * Pairs the maps of all runs with those of the first.
     *
     * @param work where they are compared
     */
    static CompletableFuture<Found> of(List<OpenRun> runs, Slots slots, Executor work) {
        List<CompletableFuture<List<Overview>>> asked = new ArrayList<>();
        for (int network = 0; network < runs.size(); network++) {
            asked.add(sights(runs.get(network), nodes(slots, network)));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        all -> pair(asked.stream().map(CompletableFuture::join).toList(), slots), work);
    }

    private static Set<String> nodes(Slots slots, int network) {
        return slots.slots().stream()
                .flatMap(slot -> slot.nodes().get(network).stream())
                .collect(Collectors.toSet());
    }

    private static CompletableFuture<List<Overview>> sights(OpenRun run, Set<String> nodes) {
        List<CompletableFuture<Overview>> asked = new ArrayList<>();
        for (int image = 0; image < Math.min(IMAGES, run.dataset().test().size()); image++) {
            asked.add(run.see(run.testImage(image), Scope.LAYER, nodes, Optional.empty())
                    .thenApply(sighting -> sighting.overview()));
        }
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(all -> asked.stream().map(CompletableFuture::join).toList());
    }

    private static Found pair(List<List<Overview>> seen, Slots slots) {
        Map<Integer, Map<Integer, Pairing>> byRun = new HashMap<>();
        for (int network = 1; network < seen.size(); network++) {
            Map<Integer, Pairing> bySlot = new HashMap<>();
            for (int slot = 0; slot < slots.size(); slot++) {
                Slots.Slot place = slots.slots().get(slot);
                if (place.isAlike(network)) {
                    bySlot.put(
                            slot, Pairing.of(values(seen.get(0), place, 0), values(seen.get(network), place, network)));
                }
            }
            byRun.put(network, bySlot);
        }
        List<Overview> ofFirst = seen.get(0);
        return new Found(ofFirst.get(ofFirst.size() - 1).stamp().step(), byRun);
    }

    private static List<Tensor> values(List<Overview> seen, Slots.Slot slot, int network) {
        String node = slot.nodes().get(network).orElseThrow();
        return seen.stream()
                .map(overview -> overview.mosaics().get(node).values())
                .toList();
    }
}
