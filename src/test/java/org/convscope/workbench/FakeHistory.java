package org.convscope.workbench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probe;
import org.convscope.probe.Probes;
import org.convscope.spec.Focus;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Subject;
import org.convscope.tensor.Stamp;

/** The steps of a {@link FakeRun}, kept in memory, with true pictures of each; answers on the asking thread. */
final class FakeHistory implements History {

    private final Blueprint blueprint;
    private final String run;
    private final Batch sample;
    private final SortedMap<Long, Checkpoint> kept = new TreeMap<>();
    private List<Long> steps = List.of();
    private Probes probes;

    FakeHistory(Blueprint blueprint, String run, Batch sample) {
        this.blueprint = blueprint;
        this.run = run;
        this.sample = sample;
    }

    void keep(Checkpoint now) {
        kept.put(now.step(), now);
        steps = List.copyOf(kept.keySet());
    }

    /** As if these had been thinned out. */
    void letGo(long... leaving) {
        for (long step : leaving) {
            kept.remove(step);
        }
        steps = List.copyOf(kept.keySet());
    }

    void forget() {
        kept.clear();
        steps = List.of();
    }

    @Override
    public List<Long> steps() {
        return steps;
    }

    @Override
    public CompletableFuture<Sighting> see(
            long step, Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        Set<String> all = blueprint.nodes().stream().map(Node::id).collect(Collectors.toSet());
        return read(
                step,
                Sighting.through(Overviews.of(scope).of(nodes.isEmpty() ? all : nodes), closer),
                Sighting.focus(blueprint, subject, closer));
    }

    @Override
    public CompletableFuture<Frame> look(long step, Lens lens, Focus focus) {
        return read(step, Lenses.through(lens), focus);
    }

    @Override
    public CompletableFuture<LayerHealth> health(long step) {
        return CompletableFuture.completedFuture(
                new LayerHealth(new Stamp(run, nearest(step).orElseThrow()), List.of()));
    }

    private <R> CompletableFuture<R> read(long step, Probe<R> probe, Focus focus) {
        if (probes == null) {
            Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 3);
            probes = new Probes(NetworkThread.onCallingThread(network), run, sample);
        }
        Checkpoint then = kept.get(nearest(step).orElseThrow());
        return probes.read(
                network -> {
                    network.restore(then);
                    return true;
                },
                probe,
                focus);
    }
}
