package org.convscope.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.LabelledImages;
import org.convscope.net.Batch;
import org.convscope.net.Checkpoint;
import org.convscope.net.Network;
import org.convscope.net.StepResult;
import org.convscope.problem.Problem;
import org.convscope.spec.Schedule;
import org.convscope.spec.Steering;
import org.convscope.spec.TrainingPlan;

/**
 * The work itself, in bounded pieces: steps, the scores that are due between them, and the watch over
 * the network's health. It knows no threads; all of it happens on the network's.
 */
final class Course {

    private final BatchFeed feed;
    private final LabelledImages train;
    private final LabelledImages test;
    private final LabelledImages sample;
    private final TrainingPlan plan;
    private final Sampling sampling;
    private final Health health;
    private final Breath breath;
    private final Survey survey;
    private final EpochMeter meter = new EpochMeter();
    private long step;
    private long sampledStep;
    private Scorer scorer;
    private TrainEvent.Ended end;
    private Steering steering;
    private double lastRate;
    private boolean isStudied;

    /**
     * Nothing is learned yet.
     *
     * @param breath comes between the parts of a step, and may end it
     * @param clock nanoseconds
     */
    Course(
            LabelledImages train,
            LabelledImages test,
            TrainingPlan plan,
            Sampling sampling,
            Beginning beginning,
            Breath breath,
            LongSupplier clock) {
        this.breath = breath;
        this.feed = new BatchFeed(train, plan);
        this.train = train;
        this.test = test;
        this.sample = test.first(sampling.images());
        this.plan = plan;
        this.sampling = sampling;
        this.health = new Health(sample, plan);
        this.survey = new Survey(feed, sample, sampling, steps(), clock);
        this.step = beginning.step();
        this.sampledStep = beginning.sampledStep();
        this.steering = Steering.of(plan);
        for (TrainEvent.Steered steered : beginning.steered()) {
            steering = steered.now();
            feed.steer(steered.step(), steering);
        }
        this.lastRate = rate(Math.max(0, step - 1));
        beginning.openEpoch().forEach(done -> meter.add(done, calendar().size(done.step() - 1)));
    }

    /** Makes sure that network and images belong together; {@code now} is the network as it is. */
    void open(Network network, Checkpoint now) {
        if (network.step() != step) {
            throw new IllegalStateException("The network has learned " + network.step() + " steps, not " + step);
        }
        mustFit(network.blueprint(), train);
        mustFit(network.blueprint(), test);
        network.steer(steering);
        health.begin(now);
    }

    /**
     * Changes how it learns from the next step on, on the network's thread; nothing if that is what it does already.
     *
     * @param change of what is in force; a Problem if this network and optimizer cannot do what comes out
     */
    Optional<TrainEvent.Steered> steer(Network network, UnaryOperator<Steering> change) {
        Steering before = steering;
        Steering wanted = change.apply(before);
        if (wanted.equals(before)) {
            return Optional.empty();
        }
        Steerable.of(network.blueprint(), plan.optimizer()).check(wanted);
        network.steer(wanted);
        feed.steer(step, wanted);
        steering = wanted;
        return Optional.of(new TrainEvent.Steered(step, before, wanted));
    }

    /** What is in force for the next step. */
    Steering steering() {
        return steering;
    }

    /** Goes back to the first weights and step 0. */
    void restart(Network network, Checkpoint first) {
        network.restore(first);
        steering = Steering.of(plan);
        feed.restart();
        network.steer(steering);
        health.begin(first);
        step = network.step();
        sampledStep = 0;
        scorer = null;
        isStudied = false;
        survey.forget();
        end = null;
        meter.clear();
    }

    /** Has the next step looked at closely, before and after; that takes about as long again as the step. */
    void studyNextStep() {
        isStudied = true;
    }

    /** Does one piece of work: a step, or {@value Scorer#CHUNK} images of a score at the most. */
    void advance(Network network, Consumer<TrainEvent> news) {
        Optional<Verdict> verdict;
        if (health.isSuspicious()) {
            verdict = health.examine(network, lastRate);
        } else if (survey.isDue()) {
            survey.advance(network, calendar().epochOf(step), news);
            verdict = Optional.empty();
        } else if (isSampleDue()) {
            verdict = score(sample, network).flatMap(score -> sampled(score, network, news));
        } else if (isTestDue()) {
            verdict = score(test, network).flatMap(score -> tested(score, news));
        } else {
            verdict = learn(network, news);
        }
        verdict.ifPresent(last -> finish(last, network, news));
    }

    /** Whether the next piece of work is a step. */
    boolean isStepNext() {
        return !health.isSuspicious() && !survey.isDue() && !isSampleDue() && !isTestDue();
    }

    /** Whether the plan is done, its last test included. */
    boolean isDone() {
        return isStepNext() && step >= steps();
    }

    /** Why it ended before the plan was done, if it did. */
    Optional<TrainEvent.Ended> end() {
        return Optional.ofNullable(end);
    }

    /** Mini-batches that the network has learned. */
    long step() {
        return step;
    }

    /** The step that ends the open epoch, or the next one if none is open. */
    long endOfEpoch() {
        return calendar().end(calendar().epochOf(isStepNext() ? step + 1 : step));
    }

    /** How far it has come. */
    Progress progress(TrainState state, double imagesPerSecond) {
        Calendar calendar = calendar();
        long images = calendar.imagesAfter(step);
        int epoch = calendar.epochOf(step);
        long begun = calendar.end(epoch - 1);
        return new Progress(
                state,
                step,
                epoch,
                plan.epochs(),
                step - begun,
                calendar.end(Math.max(1, epoch)) - begun,
                images,
                rate(Math.min(step, steps() - 1)),
                imagesPerSecond,
                (calendar.imagesAfter(steps()) - images) / imagesPerSecond);
    }

    private static void mustFit(Blueprint blueprint, LabelledImages images) {
        if (!blueprint.input().equals(images.shape())) {
            throw Problem.of("train.shape", images.shape(), blueprint.input()).asException();
        }
        for (int i = 0; i < images.size(); i++) {
            if (images.label(i) >= blueprint.classes()) {
                throw Problem.of("train.classes", images.label(i), blueprint.classes() - 1)
                        .asException();
            }
        }
    }

    private Optional<Verdict> learn(Network network, Consumer<TrainEvent> news) {
        Batch batch = feed.batch(step);
        double rate = rate(step);
        breath.begin();
        Optional<CloseLook> look = isStudied ? CloseLook.before(network, batch, breath) : Optional.empty();
        if (isStudied && look.isEmpty()) {
            return Optional.empty();
        }
        Optional<StepResult> learned = network.learn(batch, rate, breath);
        if (learned.isEmpty()) {
            return Optional.empty();
        }
        isStudied = false;
        StepResult result = learned.get();
        lastRate = rate;
        step++;
        TrainEvent.StepDone done = new TrainEvent.StepDone(
                step,
                calendar().epochOf(step),
                result.loss(),
                result.accuracy(),
                rate,
                result.millis(),
                calendar().imagesAfter(step));
        meter.add(done, batch.size());
        news.accept(done);
        look.flatMap(before -> study(before, result, rate)).ifPresent(news);
        Optional<Verdict> verdict = health.judge(result.loss(), step, rate);
        if (verdict.isEmpty()) {
            survey.learned(done, network.blueprint());
        }
        return verdict;
    }

    private Optional<TrainEvent> study(CloseLook before, StepResult result, double rate) {
        int[] indices = feed.indices(step - 1, StepStudy.MOST_EXAMPLES);
        int[] right = Arrays.stream(indices).map(train::label).toArray();
        return before.after(result, rate, indices, right).map(TrainEvent.StepStudied::new);
    }

    private Optional<Score> score(LabelledImages images, Network network) {
        if (scorer == null) {
            scorer = new Scorer(images, network.blueprint().classes());
        }
        if (!scorer.advance(network)) {
            return Optional.empty();
        }
        Score score = scorer.score();
        scorer = null;
        return Optional.of(score);
    }

    private Optional<Verdict> sampled(Score score, Network network, Consumer<TrainEvent> news) {
        sampledStep = step;
        news.accept(new TrainEvent.SampleScored(step, calendar().epochOf(step), score.loss(), score.accuracy()));
        news.accept(new TrainEvent.Examined(step, score.examination()));
        return health.judge(score, network, lastRate);
    }

    private Optional<Verdict> tested(Score score, Consumer<TrainEvent> news) {
        TrainEvent.EpochDone done = new TrainEvent.EpochDone(
                step,
                calendar().epochOf(step),
                calendar().imagesAfter(step),
                meter.loss(),
                meter.accuracy(),
                score.loss(),
                score.accuracy(),
                meter.seconds());
        meter.clear();
        news.accept(done);
        news.accept(new TrainEvent.Examined(step, score.examination()));
        return health.judge(score.loss(), step, lastRate);
    }

    private void finish(Verdict verdict, Network network, Consumer<TrainEvent> news) {
        long seen = step;
        network.restore(health.good());
        step = network.step();
        scorer = null;
        survey.forget();
        meter.clear();
        end = new TrainEvent.Ended(seen, verdict.state(), verdict.problem(), step);
        news.accept(end);
    }

    // A model that was trained elsewhere owes no score before its first step here.
    private boolean isSampleDue() {
        return step % sampling.everySteps() == 0 && step != sampledStep && !meter.isEmpty();
    }

    private boolean isTestDue() {
        return calendar().isEnd(step) && !meter.isEmpty();
    }

    private long steps() {
        return calendar().end(plan.epochs());
    }

    private Calendar calendar() {
        return feed.calendar();
    }

    private double rate(long ofStep) {
        Schedule schedule = steering.schedule();
        long perEpoch = (feed.images() + (long) steering.batchSize() - 1) / steering.batchSize();
        return steering.learningRate()
                * schedule.factor(calendar().scheduled(ofStep), perEpoch, perEpoch * plan.epochs());
    }
}
