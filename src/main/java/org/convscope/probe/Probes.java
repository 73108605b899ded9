package org.convscope.probe;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Focus;

/** The instruments of one run, read between two steps of its training, or between the parts of a long one. */
public final class Probes {

    private final NetworkThread thread;
    private final String run;
    private final Batch sample;
    private Sight sight;

    /**
     * Instruments for a network.
     *
     * @param run id of the run, for the stamps
     * @param sample images on which dead and saturated units are counted
     */
    public Probes(NetworkThread thread, String run, Batch sample) {
        this.thread = thread;
        this.run = run;
        this.sample = sample;
    }

    /** Reads a probe where {@code focus} points; the answer comes on the network's thread. */
    public <R> CompletableFuture<R> read(Probe<R> probe, Focus focus) {
        return thread.look(network -> probe.read(sightOf(network).on(focus)));
    }

    /**
     * Has a network that nobody trains exchange its weights, if need be, and reads a probe of them in the same letter.
     *
     * @param exchange whether it has exchanged them; what it throws is the answer
     */
    public <R> CompletableFuture<R> read(Predicate<Network> exchange, Probe<R> probe, Focus focus) {
        return thread.ask(network -> {
            Sight at = sightOf(network);
            if (exchange.test(network)) {
                at.forget();
            }
            return probe.read(at.on(focus));
        });
    }

    /**
     * Says that the weights were exchanged. Readings are kept for a step and a subject; after a checkpoint
     * was restored or a file loaded, the same step may stand for other weights.
     */
    public CompletableFuture<Void> forget() {
        return thread.ask(network -> {
            if (sight != null) {
                sight.forget();
            }
            return null;
        });
    }

    private Sight sightOf(Network network) {
        if (sight == null) {
            sight = new Sight(network, run, sample);
        }
        return sight;
    }
}
