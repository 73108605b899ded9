package org.convscope.ui.mistakes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.data.LabelledImages;
import org.convscope.spec.Subject;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.workbench.Answers;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Viewer;

/**
 * The same few test images while the network learns: what it says of each, and how sure it has been of the right class
 * so far; of the past where a person looks at it. One forward pass answers for all of them. It is asked for
 * {@value #TICKS_PER_SECOND} times a second at most, once a second where nobody looks, and never so often that it takes
 * a larger share of the network's time than {@value #SHARE}.
 */
final class WatchModel {

    /** Images that are watched, at the most. */
    static final int MOST = 20;

    /** Images that are watched until a person wishes others: the first of so many classes. */
    private static final int FIRST = 10;

    static final int TICKS_PER_SECOND = 8;
    private static final int TICK_MILLIS = 1000 / TICKS_PER_SECOND;
    private static final double SHARE = 0.05;

    private final ExploreModel explore;
    private final Remembered remembered;
    private final Viewer<Question, Answer> viewer;
    private final ReadOnlyObjectWrapper<List<Integer>> images = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>();
    private final Map<Integer, Trail> trails = new HashMap<>();
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private int ticksToWait;
    private double millisBefore = Double.MAX_VALUE;

    /** Of now where the step is empty. */
    private record Question(OpenRun run, OptionalLong step, List<Integer> images) {}

    private record Answer(Question to, Answers answers, Throwable wrong) {}

    /** Watches images of whatever run is open. */
    WatchModel(ExploreModel explore, Pulse pulse, Remembered remembered) {
        this.explore = explore;
        this.remembered = remembered;
        var shown = pulse.latest(this::take);
        this.viewer = new Viewer<>(
                question -> question.run
                        .answers(question.step, question.images)
                        .handle((got, wrong) -> new Answer(question, got, wrong)),
                (answer, none) -> shown.accept(answer));
        explore.runProperty().addListener(changed -> begin());
        explore.newsProperty().addListener((news, before, now) -> now.forEach(this::hear));
        explore.momentProperty().addListener(changed -> ask());
        seen.addListener(changed -> ticksToWait = 0);
        pulse.repeat(TICK_MILLIS, this::tick);
        begin();
    }

    /** Watches the image that is looked at, too. */
    void pin() {
        if (mayPin()) {
            List<Integer> more = new ArrayList<>(images.get());
            more.add(explore.testIndexProperty().get());
            watch(more);
        }
    }

    /** Whether the image that is looked at could be watched, too. */
    boolean mayPin() {
        int index = explore.testIndexProperty().get();
        return canAnswer()
                && index != ExploreModel.NO_TEST_IMAGE
                && images.get().size() < MOST
                && !images.get().contains(index);
    }

    /** Watches this image no more. */
    void unpin(int image) {
        watch(images.get().stream().filter(each -> each != image).toList());
    }

    /** Watches the first image of each class. */
    void watchFirst() {
        if (canAnswer()) {
            watch(firstOfEachClass());
        }
    }

    /** Whether others are watched than the first of each class. */
    boolean isChanged() {
        return canAnswer() && !images.get().equals(firstOfEachClass());
    }

    /** Shows a watched image in the map. */
    void explore(int image) {
        explore.showTestImage(image);
    }

    /** Indices of the watched test images, in the order in which they are shown. */
    ReadOnlyObjectProperty<List<Integer>> imagesProperty() {
        return images.getReadOnlyProperty();
    }

    /** What the network says of them, or {@code null}; may be of fewer images for a moment. */
    ReadOnlyObjectProperty<Answers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** Whether somebody looks; else once a second must do. */
    BooleanProperty seenProperty() {
        return seen;
    }

    /** How sure the network has been that an image is what it is; empty where nobody knows that. */
    List<Trail.Point> trail(int image) {
        Trail trail = trails.get(image);
        return trail == null ? List.of() : trail.points();
    }

    /** The class of a watched image, or {@link Subject#UNKNOWN}. */
    int label(int image) {
        OpenRun run = explore.runProperty().get();
        return run.isLabelled() ? run.dataset().test().label(image) : Subject.UNKNOWN;
    }

    /** The name of a class in the reader's language. */
    String className(int label) {
        return ClassNames.of(explore.runProperty().get(), label);
    }

    ExploreModel explore() {
        return explore;
    }

    /** Whether the network's answers are its own. */
    boolean canAnswer() {
        OpenRun run = explore.runProperty().get();
        return run != null && run.isWhole();
    }

    private void watch(List<Integer> wanted) {
        images.set(List.copyOf(wanted));
        trails.keySet().retainAll(wanted);
        remembered.put(key(), wanted.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        ask();
    }

    private void begin() {
        trails.clear();
        answers.set(null);
        images.set(canAnswer() ? wished() : List.of());
        ask();
    }

    private List<Integer> wished() {
        int size = explore.runProperty().get().dataset().test().size();
        List<Integer> wished = remembered
                .get(key())
                .filter(text -> text.matches("[0-9]{1,9}( [0-9]{1,9})*"))
                .map(text -> Arrays.stream(text.split(" "))
                        .map(Integer::valueOf)
                        .filter(index -> index < size)
                        .distinct()
                        .limit(MOST)
                        .toList())
                .orElse(List.of());
        return wished.isEmpty() ? firstOfEachClass() : wished;
    }

    private List<Integer> firstOfEachClass() {
        OpenRun run = explore.runProperty().get();
        LabelledImages test = run.dataset().test();
        if (!run.isLabelled()) {
            return IntStream.range(0, Math.min(FIRST, test.size())).boxed().toList();
        }
        int classes = Math.min(FIRST, run.blueprint().classes());
        Integer[] first = new Integer[classes];
        int missing = classes;
        for (int i = 0; i < test.size() && missing > 0; i++) {
            int label = test.label(i);
            if (label < classes && first[label] == null) {
                first[label] = i;
                missing--;
            }
        }
        return Arrays.stream(first).filter(index -> index != null).toList();
    }

    private String key() {
        return "watched." + explore.runProperty().get().dataset().card().id();
    }

    private void ask() {
        if (canAnswer() && !images.get().isEmpty()) {
            viewer.ask(new Question(
                    explore.runProperty().get(), explore.momentProperty().get(), images.get()));
        }
    }

    private void take(Answer answer) {
        // A run that was left meanwhile may be closed already, which is nobody's fault.
        boolean isAwaited = answer.to.run.equals(explore.runProperty().get())
                && answer.to.step.equals(explore.momentProperty().get());
        if (isAwaited && answer.wrong == null) {
            show(answer);
        } else if (isAwaited) {
            ticksToWait = TICKS_PER_SECOND;
            explore.report(answer.wrong);
        }
    }

    private void show(Answer answer) {
        Answers now = answer.answers;
        // What it took says how long not to ask, so that the training has the rest of the time; of two times the
        // smaller, since a machine that was busy elsewhere for a moment says nothing about the network.
        double cost = Math.min(now.millis(), millisBefore);
        millisBefore = now.millis();
        ticksToWait = Math.max(seen.get() ? 1 : TICKS_PER_SECOND, (int) Math.ceil(cost / SHARE / TICK_MILLIS));
        for (int row = 0; row < now.images().size(); row++) {
            int image = now.images().get(row);
            int label = label(image);
            if (label >= 0 && images.get().contains(image) && answer.to.step.isEmpty()) {
                trails.computeIfAbsent(image, fresh -> new Trail())
                        .add(now.stamp().step(), now.probability(row, label));
            }
        }
        answers.set(now);
    }

    private void tick() {
        ticksToWait = Math.max(0, ticksToWait - 1);
        OpenRun run = explore.runProperty().get();
        Answers known = answers.get();
        boolean isOld = run != null
                && (known == null || known.stamp().step() != run.progress().step());
        if (isOld && ticksToWait == 0 && !viewer.isBusy()) {
            ask();
        }
    }

    private void hear(TrainEvent event) {
        if (event instanceof TrainEvent.Reset) {
            trails.clear();
            ask();
        } else if (event instanceof TrainEvent.Ended ended) {
            trails.values().forEach(trail -> trail.cut(ended.goodStep()));
            ask();
        }
    }
}
