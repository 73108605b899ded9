package org.convscope.workbench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Census;
import org.convscope.frame.Frame;
import org.convscope.frame.Scope;
import org.convscope.frame.SteadyScales;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.lens.Overviews;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Health;
import org.convscope.probe.Probe;
import org.convscope.probe.Probes;
import org.convscope.problem.Problem;
import org.convscope.run.Snapshots;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;

/**
 * The recorded steps of a run, seen with a network of their own: born on a thread of its own when somebody
 * first goes back, given the weights of one step after the other, and never trained. The run's own network
 * learns on meanwhile.
 */
final class LiveHistory implements History {

    private final Blueprint blueprint;
    private final Focus anywhere;
    private final Supplier<Snapshots> recorded;
    private final Supplier<NetworkThread> birth;
    private final Function<NetworkThread, Probes> instruments;
    private NetworkThread thread;
    private Probes probes;
    private Series series;
    private boolean closed;
    /** Whose weights the network has; on its thread. */
    private Snapshots shown;

    /** Pictures that share their colour scales: of one image, whatever the step. */
    private record Series(Snapshots recorded, Subject subject, Scope scope, SteadyScales scales) {

        boolean isOf(Snapshots someRecord, Subject someSubject, Scope someScope) {
            return recorded == someRecord && scope == someScope && subject.equals(someSubject);
        }
    }

    /**
     * A history.
     *
     * @param anywhere in the network, for what asks for no place
     * @param recorded what was put down; another after a reset
     * @param birth starts the thread of a network of this blueprint that has no optimizer state
     * @param instruments for that network
     */
    LiveHistory(
            Blueprint blueprint,
            Focus anywhere,
            Supplier<Snapshots> recorded,
            Supplier<NetworkThread> birth,
            Function<NetworkThread, Probes> instruments) {
        this.blueprint = blueprint;
        this.anywhere = anywhere;
        this.recorded = recorded;
        this.birth = birth;
        this.instruments = instruments;
    }

    @Override
    public List<Long> steps() {
        return recorded.get().steps();
    }

    @Override
    public boolean isKept() {
        return Snapshots.areKeptOf(Census.of(blueprint).parameters());
    }

    @Override
    public synchronized CompletableFuture<Sighting> see(
            long step, Subject subject, Scope scope, Set<String> nodes, Optional<Closer> closer) {
        Overviews all = Overviews.of(scope, scales(subject, scope));
        return read(
                step,
                Sighting.through(nodes.isEmpty() ? all : all.of(nodes), closer),
                Sighting.focus(blueprint, subject, closer));
    }

    @Override
    public synchronized CompletableFuture<Frame> look(long step, Lens lens, Focus focus) {
        return read(step, Lenses.through(lens), focus);
    }

    @Override
    public synchronized CompletableFuture<LayerHealth> health(long step) {
        return read(step, sight -> LayerHealth.of(new Health().read(sight)), anywhere);
    }

    /** Closes the network, if it was ever born; completes when it is. */
    synchronized CompletableFuture<Void> close() {
        closed = true;
        return thread == null ? CompletableFuture.completedFuture(null) : thread.close();
    }

    /** What a probe reads at a recorded step, or the nearest. */
    synchronized <R> CompletableFuture<R> read(long step, Probe<R> probe, Focus focus) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("The run is closed"));
        }
        if (thread == null) {
            thread = birth.get();
            probes = instruments.apply(thread);
        }
        return probes.read(network -> turn(network, step), probe, focus);
    }

    /** The scales begin with what the last recorded step needs: values mostly grow while a network learns. */
    private SteadyScales scales(Subject subject, Scope scope) {
        Snapshots now = recorded.get();
        if (series == null || !series.isOf(now, subject, scope)) {
            series = new Series(now, subject, scope, new SteadyScales(Integer.MAX_VALUE));
            var unused = read(
                    Long.MAX_VALUE,
                    Overviews.of(scope, series.scales),
                    Sighting.focus(blueprint, subject, Optional.empty()));
        }
        return series.scales;
    }

    private boolean turn(Network network, long wanted) {
        Snapshots now = recorded.get();
        long step = History.nearest(now.steps(), wanted)
                .orElseThrow(() -> Problem.of("workbench.noHistory", wanted).asException());
        if (now.equals(shown) && network.step() == step) {
            return false;
        }
        network.restore(new Checkpoint(step, now.read(step), new float[0]));
        shown = now;
        return true;
    }
}
