package org.convscope.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.tensor.Tensor;

/** An engine that races: one network for every number of threads, all with the same first parameters. */
final class EngineRacer implements Racer {

    private static final double NANOS = 1e9;

    private final IntFunction<Network> birth;
    private final Batch batch;
    private final Tensor image;
    private final double rate;
    private final Map<Integer, Network> networks = new TreeMap<>();
    private final Map<Integer, Checkpoint> beginnings = new TreeMap<>();

    /**
     * A racer on {@code batch}.
     *
     * @param birth a network for so many threads; each of the same first parameters
     */
    EngineRacer(IntFunction<Network> birth, Batch batch, double rate) {
        this.birth = birth;
        this.batch = batch;
        this.image = Tensor.of(batch.shape(), batch.images(), 0);
        this.rate = rate;
    }

    @Override
    public Turn turn(Work work, int threads, double seconds) {
        Network network = atItsBeginning(threads);
        long start = System.nanoTime();
        long images = 0;
        int steps = 0;
        double losses = 0;
        double elapsed = 0;
        while (elapsed < seconds) {
            switch (work) {
                case LEARN -> losses += network.learn(batch, rate).loss();
                case LOOK_AT_ONE -> network.activations(image);
                case LOOK_AT_BATCH -> network.probabilities(batch);
            }
            steps++;
            images += work == Work.LOOK_AT_ONE ? 1 : batch.size();
            elapsed = (System.nanoTime() - start) / NANOS;
        }
        return new Turn(images / elapsed, work == Work.LEARN ? losses / steps : Double.NaN);
    }

    @Override
    public List<Double> losses(int steps) {
        Network network = atItsBeginning(1);
        List<Double> losses = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            losses.add(network.learn(batch, rate).loss());
        }
        return losses;
    }

    @Override
    public List<Double> probabilities() {
        Tensor all = atItsBeginning(1).probabilities(batch);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            values.add((double) all.flat(i));
        }
        return values;
    }

    @Override
    public void close() {
        networks.values().forEach(Network::close);
        networks.clear();
    }

    private Network atItsBeginning(int threads) {
        Network network = networks.computeIfAbsent(threads, birth::apply);
        network.restore(beginnings.computeIfAbsent(threads, count -> network.checkpoint()));
        return network;
    }
}
