package org.convscope.train;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.convscope.data.Dice;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;

/**
 * The mini-batches of a training. Which images a step learns, how they are varied and labelled, is a function of the
 * plan's seed, the step and what was steered before it, so a training can begin anywhere; the last batch of an epoch
 * may be short.
 *
 * <p>Bytes become numbers, and images are prepared, as they are fed, each batch while the one before is learned, on
 * another thread. Three sets of arrays take turns: a batch stays as it is until the next but one is asked for.
 */
public final class BatchFeed {

    private final LabelledImages images;
    private final TrainingPlan plan;
    private final int classes;
    private final Batch[] sets = new Batch[3];
    private int made;
    private int[] order;
    private long orderedEpoch = -1;
    private FutureTask<Batch> ahead;
    private long aheadStep = -1;
    private Calendar calendar;
    private LabelNoise noise;

    /** Batches of the images that {@code plan} uses. */
    public BatchFeed(LabelledImages train, TrainingPlan plan) {
        this.images = train.first(plan.images(train.size()));
        this.plan = plan;
        this.classes = classes(train);
        restart();
    }

    private static int classes(LabelledImages images) {
        int most = 0;
        for (int i = 0; i < images.size(); i++) {
            most = Math.max(most, images.label(i));
        }
        return most + 1;
    }

    /** Goes back to what the plan says of every step. */
    void restart() {
        forget();
        calendar = new Calendar(images.size(), plan.batchSize());
        noise = new LabelNoise(plan.seed(), plan.labelNoise(), classes);
    }

    /** From a step on, counted from 0, batches are as large and labels as wrong as {@code steering} says. */
    void steer(long step, Steering steering) {
        forget();
        calendar = calendar.from(step, steering.batchSize());
        noise = new LabelNoise(plan.seed(), steering.labelNoise(), classes);
    }

    private void forget() {
        if (ahead != null) {
            await(ahead);
            ahead = null;
        }
    }

    /** Number of images that are used. */
    public int images() {
        return images.size();
    }

    /** The first images of a step, counted from 0, no more than {@code most}: their indices, in their order. */
    int[] indices(long step, int most) {
        Calendar.Place place = calendar.before(step);
        int[] ofEpoch = Shuffle.order(images.size(), plan.seed(), place.epochs());
        int count = Math.min(most, calendar.size(step));
        return Arrays.copyOfRange(ofEpoch, place.images(), place.images() + count);
    }

    /** The label that an image is learned with now, which may be wrong on purpose. */
    int label(int index) {
        return noise.label(index, images.label(index));
    }

    /** The first images that are learned, or all if there are fewer. */
    LabelledImages first(int count) {
        return images.first(count);
    }

    /** Which epoch a step belongs to. */
    Calendar calendar() {
        return calendar;
    }

    /** The batch of a step, counted from 0. */
    public Batch batch(long step) {
        if (ahead == null || aheadStep != step) {
            forget();
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

    /** Only one batch is made at a time: whoever steers waits for the one that is. */
    private Batch make(long step) {
        Calendar.Place place = calendar.before(step);
        long epoch = place.epochs();
        if (epoch != orderedEpoch) {
            order = Shuffle.order(images.size(), plan.seed(), epoch);
            orderedEpoch = epoch;
        }
        int from = place.images();
        Batch batch = arrays(calendar.size(step));
        for (int i = 0; i < batch.size(); i++) {
            int index = order[from + i];
            long variant = Dice.seed(plan.seed(), epoch, index);
            images.copyVariant(
                    index, variant, batch.images(), i * images.shape().size());
            batch.labels()[i] = noise.label(index, images.label(index));
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
