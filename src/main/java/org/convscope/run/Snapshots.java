package org.convscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.convscope.problem.Problem;

/**
 * The parameters of a network at many steps, in one {@link SnapshotFile}: what is let go leaves its place to
 * another, so the file never grows beyond its bounds. Nothing is held but the steps. One thread writes; any
 * may read meanwhile.
 */
public final class Snapshots {

    private final Path file;
    private final NavigableMap<Long, Integer> places = new TreeMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile List<Long> steps = List.of();
    private OptionalLong beginning = OptionalLong.empty();
    private int parameters;
    private int made;

    /** No snapshots yet; the file is made with the first of them. */
    Snapshots(Path file) {
        this.file = file;
    }

    /** Whether any are kept of a network of so many parameters; not of one whose every snapshot takes too much. */
    public static boolean areKeptOf(long parameters) {
        return SnapshotPlan.places(SnapshotFile.placeBytes(parameters)) > 0;
    }

    /** The steps that were recorded, ascending; the list itself never changes. */
    public List<Long> steps() {
        return steps;
    }

    /** The parameters at a step, in the engine's own order; a Problem if they are not there. */
    public synchronized float[] read(long step) {
        Integer place = places.get(step);
        if (place == null) {
            throw Problem.of("run.noSnapshot", step, file).asException();
        }
        float[] values = new float[parameters];
        try (SnapshotFile open = SnapshotFile.read(file, parameters)) {
            if (open.read(place, values).orElse(-1) != step) {
                throw Problem.of("run.noSnapshot", step, file).asException();
            }
            return values;
        } catch (IOException failure) {
            throw Problem.of("run.unreadable", file, WholeFile.reason(failure)).asException(failure);
        }
    }

    /** The step at which the record begins, once it has begun. */
    synchronized OptionalLong beginning() {
        return beginning;
    }

    /** Puts down the parameters at a step; the first of all are the record's beginning. */
    synchronized void put(long step, float[] values) throws IOException {
        parameters = values.length;
        try (SnapshotFile open = SnapshotFile.write(file, parameters)) {
            if (beginning.isEmpty()) {
                open.begin(step);
                beginning = OptionalLong.of(step);
            }
            Integer before = places.remove(step);
            if (before != null) {
                free.push(before);
            }
            // Whatever goes wrong, the place stays free for another.
            int place = free.isEmpty() ? made : free.peek();
            open.write(place, step, values);
            if (free.isEmpty()) {
                made++;
            } else {
                free.pop();
            }
            places.put(step, place);
        } finally {
            steps = List.copyOf(places.keySet());
        }
    }

    /** Lets go of the steps that are not to be kept. */
    synchronized void thinOut(LongPredicate kept) throws IOException {
        List<Long> leaving = steps.stream().filter(step -> !kept.test(step)).toList();
        if (leaving.isEmpty()) {
            return;
        }
        try (SnapshotFile open = SnapshotFile.write(file, parameters)) {
            for (long step : leaving) {
                open.free(places.get(step));
                free.push(places.remove(step));
            }
        } finally {
            steps = List.copyOf(places.keySet());
        }
    }

    /**
     * Finds what was put down before, as far as it is whole; what belongs to another network is begun anew.
     *
     * @param last what came after this step is let go
     * @param count how many parameters the network has
     */
    synchronized void find(long last, int count) throws IOException {
        parameters = count;
        if (!Files.exists(file)) {
            return;
        }
        try (SnapshotFile open = SnapshotFile.read(file, parameters)) {
            OptionalLong found = open.beginning();
            beginning = found.isPresent() && found.getAsLong() <= last ? found : OptionalLong.empty();
            made = beginning.isPresent() ? open.places() : 0;
            for (int place = 0; place < made; place++) {
                OptionalLong step = open.stepIn(place);
                if (step.isPresent() && !places.containsKey(step.getAsLong())) {
                    places.put(step.getAsLong(), place);
                } else {
                    free.addLast(place);
                }
            }
        } finally {
            steps = List.copyOf(places.keySet());
        }
        thinOut(step -> step <= last);
    }
}
