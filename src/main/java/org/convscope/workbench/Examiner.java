package org.convscope.workbench;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.convscope.data.LabelledImages;
import org.convscope.data.Loading;
import org.convscope.net.Batch;
import org.convscope.net.Network;
import org.convscope.net.NetworkThread;
import org.convscope.probe.Probe;
import org.convscope.tensor.Tensor;
import org.convscope.train.Examination;
import org.convscope.train.Scorer;

/** Asks a network of one run about many test images, so that others are answered in between. */
final class Examiner {

    private final NetworkThread thread;
    private final LabelledImages test;
    private final BooleanSupplier closing;
    private final AtomicInteger weights = new AtomicInteger();
    private volatile Prepared prepared;

    /** Images that were asked about, kept since the same ones are asked about again and again. */
    private record Prepared(List<Integer> images, Batch batch) {}

    /** One who asks about these images, until the run is closing. */
    Examiner(NetworkThread thread, LabelledImages test, BooleanSupplier closing) {
        this.thread = thread;
        this.test = test;
        this.closing = closing;
    }

    /** Says that the weights were exchanged, although the step may be the same. */
    void forget() {
        weights.incrementAndGet();
    }

    /** Examines all of the test images; see {@link OpenRun#examine}. */
    CompletableFuture<Examination> examine(Loading loading) {
        return thread.look(Network::blueprint)
                .thenCompose(blueprint -> goOn(new Scorer(test, blueprint.classes()), weights.get(), loading));
    }

    private CompletableFuture<Examination> goOn(Scorer scorer, int begunWith, Loading loading) {
        return thread.look(network -> {
                    loading.cancellation().check();
                    boolean isSame =
                            weights.get() == begunWith && (scorer.done() == 0 || network.step() == scorer.step());
                    if (!isSame || closing.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return scorer.advance(network);
                })
                .thenCompose(isOver -> {
                    loading.listener().accept(new Loading.Read(scorer.done(), test.size()));
                    return isOver
                            ? CompletableFuture.completedFuture(scorer.score().examination())
                            : goOn(scorer, begunWith, loading);
                });
    }

    /** Asks what a network says of these test images. */
    Probe<Answers> answers(List<Integer> images) {
        Batch batch = batch(images);
        return sight -> {
            long begin = System.nanoTime();
            Tensor probabilities = sight.network().probabilities(batch);
            double millis = (System.nanoTime() - begin) / 1e6;
            return new Answers(sight.stamp(), images, probabilities, millis);
        };
    }

    private Batch batch(List<Integer> images) {
        Prepared known = prepared;
        if (known == null || !known.images.equals(images)) {
            known = new Prepared(List.copyOf(images), read(images));
            prepared = known;
        }
        return known.batch;
    }

    private Batch read(List<Integer> images) {
        int length = test.shape().size();
        float[] values = new float[images.size() * length];
        for (int i = 0; i < images.size(); i++) {
            test.copyInto(images.get(i), values, i * length);
        }
        return new Batch(test.shape(), values, new int[images.size()]);
    }
}
