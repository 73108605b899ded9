package org.convscope.train;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.convscope.data.Dice;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.spec.TrainingPlan;

/**
 * The mini-batches of a training. Which images a step learns, and how they are varied, is a function of the
 * plan's seed and the step alone, so a training can begin anywhere; the last batch of an epoch may be short.
 *
 * <p>Bytes become numbers, and images are prepared, as they are fed, each batch while the one before is learned, on another thread. Three sets
 * of arrays take turns: a batch stays as it is until the next but one is asked for.
 */
public final class BatchFeed {

    private final LabelledImages images;
    private final TrainingPlan plan;
    private final long stepsPerEpoch;
    private final Batch[] sets = new Batch[3];
    private int made;
    private int[] order;
    private long orderedEpoch = -1;
    private FutureTask<Batch> ahead;
    private long aheadStep = -1;

    /** Batches of the images that {@code plan} uses. */
    public BatchFeed(LabelledImages train, TrainingPlan plan) {
        this.images = train.first(plan.images(train.size()));
        this.plan = plan;
        this.stepsPerEpoch = plan.stepsPerEpoch(images.size());
    }

    /** Number of images that are used. */
    public int images() {
        return images.size();
    }

    /** Steps of one epoch. */
    public long stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Images that the first {@code steps} steps learn, all epochs together. */
    public long imagesAfter(long steps) {
        long ofEpoch = Math.min(steps % stepsPerEpoch * plan.batchSize(), images.size());
        return steps / stepsPerEpoch * images.size() + ofEpoch;
    }

    /** Images of a step, counted from 0. */
    public int size(long step) {
        return (int) (imagesAfter(step + 1) - imagesAfter(step));
    }

    /** The batch of a step, counted from 0. */
    public Batch batch(long step) {
        if (ahead == null || aheadStep != step) {
            if (ahead != null) {
                await(ahead);
            }
            ahead = new FutureTask<>(() -> make(step));
        }
        Batch batch = await(ahead);
        aheadStep = step + 1;
        ahead = new FutureTask<>(() -> make(step + 1));
        ForkJoinPool.commonPool().execute(ahead);
        return batch;
    }

    /** Waits for a batch; where nobody has begun to make it, it is made here. */
    private static Batch await(FutureTask<Batch> making) {
        making.run();
        try {
            return making.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A batch could not be made", failure.getCause());
        } catch (InterruptedException wakened) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for a batch any more", wakened);
        }
    }

    private Batch make(long step) {
        long epoch = step / stepsPerEpoch;
        if (epoch != orderedEpoch) {
            order = Shuffle.order(images.size(), plan.seed(), epoch);
            orderedEpoch = epoch;
        }
        int from = (int) (step % stepsPerEpoch) * plan.batchSize();
        Batch batch = arrays(size(step));
        for (int i = 0; i < batch.size(); i++) {
            int index = order[from + i];
            long variant = Dice.seed(plan.seed(), epoch, index);
            images.copyVariant(
                    index, variant, batch.images(), i * images.shape().size());
            batch.labels()[i] = images.label(index);
        }
        return batch;
    }

    private Batch arrays(int size) {
        int turn = made++ % sets.length;
        if (sets[turn] == null || sets[turn].size() != size) {
            sets[turn] =
                    new Batch(images.shape(), new float[size * images.shape().size()], new int[size]);
        }
        return sets[turn];
    }
}
