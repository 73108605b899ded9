package org.convscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.convscope.blueprint.Census;
import org.convscope.net.Network;

/**
 * Puts a network's parameters down while it learns, at the steps that a {@link SnapshotPlan} keeps, and lets
 * go of those that it no longer does. After a second that is free it takes no more of the time than {@link
 * SavingPace#MOST_SHARE}: so a LeNet's beginning is whole, and a large network hardly waits.
 */
final class SnapshotRecorder {

    private static final long FREE_NANOS = 1_000_000_000;

    private final Network network;
    private final int places;
    private final SnapshotPlan plan;
    private final Snapshots snapshots;
    private final LongSupplier nanos;
    private final long beganNanos;
    private final List<Long> epochEnds = new ArrayList<>();
    /** What the network was before the first step that is put down, until then; or {@code null}. */
    private float[] first;

    private long firstStep;
    private long spentNanos;

    /** Follows a network from now on, on its thread. */
    SnapshotRecorder(Path file, Network network, LongSupplier nanos) {
        long bytes = SnapshotFile.placeBytes(Census.of(network.blueprint()).parameters());
        this.network = network;
        this.places = SnapshotPlan.places(bytes);
        this.plan = new SnapshotPlan(Math.max(SnapshotPlan.LEAST, places));
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
        this.snapshots = new Snapshots(file);
    }

    /**
     * Goes on with what was put down before, up to the network's step.
     *
     * @param ends the steps that ended an epoch, ascending
     */
    void resume(List<Long> ends) throws IOException {
        if (places > 0) {
            snapshots.find(network.step(), network.parameters().length);
            snapshots.beginning().ifPresent(beginning -> ends.stream()
                    .filter(end -> end > beginning)
                    .forEach(epochEnds::add));
        }
    }

    /** What was put down. */
    Snapshots snapshots() {
        return snapshots;
    }

    /** The network will learn; before it has ever learned anything here, it is held as it is until the first step. */
    void begin() {
        if (places > 0 && snapshots.beginning().isEmpty()) {
            first = network.parameters();
            firstStep = network.step();
        }
    }

    /** A step was learned. */
    void learned() throws IOException {
        if (first != null) {
            put(firstStep, first);
            first = null;
        }
        keepStep();
    }

    /** The step that was learned last has ended an epoch. */
    void endEpoch() throws IOException {
        epochEnds.add(network.step());
        keepStep();
    }

    private void keepStep() throws IOException {
        long step = network.step();
        if (isDue() && kept(step).test(step) && !snapshots.steps().contains(step)) {
            long start = nanos.getAsLong();
            try {
                put(step, network.parameters());
            } finally {
                spentNanos += nanos.getAsLong() - start;
            }
        }
    }

    private boolean isDue() {
        long elapsed = nanos.getAsLong() - beganNanos;
        return places > 0 && spentNanos <= FREE_NANOS + SavingPace.MOST_SHARE * elapsed;
    }

    private void put(long step, float[] parameters) throws IOException {
        snapshots.thinOut(kept(network.step()));
        snapshots.put(step, parameters);
    }

    private LongPredicate kept(long now) {
        long beginning = snapshots.beginning().orElse(first == null ? now : firstStep);
        LongPredicate kept = plan.kept(
                now - beginning, epochEnds.stream().map(end -> end - beginning).toList());
        return step -> kept.test(step - beginning);
    }
}
