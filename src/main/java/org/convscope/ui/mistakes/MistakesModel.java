package org.convscope.ui.mistakes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.frame.Numbers;
import org.convscope.train.Confusion;
import org.convscope.train.Examination;
import org.convscope.train.Mistake;
import org.convscope.train.Sampling;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/**
 * What the open network took the test images for when it was last examined: with every score while it learns, and
 * whenever a person asks while it rests.
 */
final class MistakesModel {

    /** Mistakes that are listed where no cell of the matrix is chosen. */
    static final int MOST = 64;

    private final ExploreModel explore;
    private final Consumer<Asked> answered;
    private final Consumer<Loading.Read> heard;
    private final ReadOnlyObjectWrapper<Examination> examination = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Loading.Read>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Mistake>> listed = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Confused> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Confused> pointed = new SimpleObjectProperty<>();
    private Cancellation cancellation = new Cancellation();

    /** What became of an examination that was asked for. */
    private record Asked(Cancellation by, Examination examination, Throwable wrong) {}

    /** Nothing is known yet of what {@code explore} has open. */
    MistakesModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.answered = pulse.latest(this::take);
        this.heard = pulse.latest(read -> {
            if (reading.get().isPresent()) {
                reading.set(Optional.of(read));
            }
        });
        explore.runProperty().addListener(changed -> forget());
        explore.newsProperty().addListener((news, before, now) -> now.forEach(this::hear));
        examination.addListener(changed -> list());
        chosen.addListener(changed -> list());
    }

    /** Examines the whole test set, if the network rests. */
    void examine() {
        if (mayExamine()) {
            Cancellation asked = new Cancellation();
            cancellation = asked;
            OpenRun run = explore.runProperty().get();
            reading.set(Optional.of(new Loading.Read(0, run.dataset().test().size())));
            var unused = run.examine(new Loading(heard, asked))
                    .whenComplete((done, wrong) -> answered.accept(new Asked(asked, done, wrong)));
        }
    }

    /** Gives up what {@link #examine} has begun. */
    void stopExamining() {
        cancellation.cancel();
        reading.set(Optional.empty());
    }

    /** Shows a test image in the map. */
    void explore(int testImage) {
        explore.showTestImage(testImage);
        explore.mistakesOpenProperty().set(false);
    }

    /** Chooses a cell, so that its images are listed; once more, and none is. */
    void choose(Confused wanted) {
        chosen.set(wanted == null || wanted.equals(chosen.get()) ? null : wanted);
    }

    /** Whether an examination can be asked for: of a labelled run that rests, and was not examined whole already. */
    boolean mayExamine() {
        OpenRun run = explore.runProperty().get();
        return run != null
                && run.isLabelled()
                && reading.get().isEmpty()
                && run.progress().state() != TrainState.RUNNING
                && !isUpToDate(run);
    }

    private boolean isUpToDate(OpenRun run) {
        Examination known = examination.get();
        return known != null
                && known.step() == run.progress().step()
                && known.images() == run.dataset().test().size();
    }

    /** Why nothing is to be seen, and what to do about it; empty where something is. */
    String emptiness() {
        OpenRun run = explore.runProperty().get();
        if (examination.get() != null) {
            return "";
        }
        if (run != null && !run.isLabelled()) {
            return Texts.get("mistakes.empty.unlabelled");
        }
        boolean isLearning = run != null && run.progress().state() == TrainState.RUNNING;
        return Texts.get(
                isLearning ? "mistakes.empty.learning" : "mistakes.empty",
                Numbers.count(Sampling.STANDARD.images()),
                Sampling.STANDARD.everySteps());
    }

    /** Of which images and which step it tells: {@code 1,000 of 10,000 test images · step 350 · 86.1 % right}. */
    String heading() {
        Examination known = examination.get();
        if (reading.get().isPresent()) {
            Loading.Read read = reading.get().get();
            return Texts.get("mistakes.examining", Numbers.count(read.images()), Numbers.count(read.total()));
        }
        if (known == null) {
            return "";
        }
        int all = explore.runProperty().get().dataset().test().size();
        String heading = Texts.get(
                known.images() == all ? "mistakes.heading.all" : "mistakes.heading.some",
                Numbers.count(known.images()),
                Numbers.count(all),
                Numbers.count(known.step()),
                Numbers.percent(known.accuracy()));
        // Examined is what the network is, whatever step of its past is looked at.
        return explore.momentProperty().get().isPresent() ? Texts.get("mistakes.heading.now", heading) : heading;
    }

    /** What a cell says in words: {@code Shirt taken for Coat: 63 of 1,000 images, 6.3 %}. */
    String words(Confused cell) {
        Confusion confusion =
                examination.get() == null ? null : examination.get().confusion();
        if (cell == null || confusion == null || cell.label() >= confusion.classes()) {
            return "";
        }
        int images = confusion.images(cell.label());
        int right = confusion.count(cell.label(), cell.label());
        boolean isAny = cell.prediction() == Confused.ANYTHING_ELSE;
        int count = isAny ? images - right : confusion.count(cell.label(), cell.prediction());
        return Texts.get(
                isAny ? "mistakes.any" : cell.isRight() ? "mistakes.right" : "mistakes.taken",
                className(cell.label()),
                isAny ? "" : className(cell.prediction()),
                Numbers.count(count),
                Numbers.count(images),
                Numbers.percent((double) count / images));
    }

    /** The name of a class in the reader's language. */
    String className(int label) {
        return ClassNames.of(explore.runProperty().get(), label);
    }

    /** What is known, or {@code null}. */
    ReadOnlyObjectProperty<Examination> examinationProperty() {
        return examination.getReadOnlyProperty();
    }

    /** How far an examination has come that was asked for; empty while there is none. */
    ReadOnlyObjectProperty<Optional<Loading.Read>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The images of the chosen cell, or else the surest mistakes; the surest first. */
    ReadOnlyObjectProperty<List<Mistake>> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /** The cell whose images are listed, or {@code null}. */
    ReadOnlyObjectProperty<Confused> chosenProperty() {
        return chosen;
    }

    /** The cell that is pointed at, or {@code null}. */
    ObjectProperty<Confused> pointedProperty() {
        return pointed;
    }

    ExploreModel explore() {
        return explore;
    }

    private void hear(TrainEvent event) {
        if (event instanceof TrainEvent.Examined examined) {
            examination.set(examined.examination());
        } else if (event instanceof TrainEvent.Reset || event instanceof TrainEvent.Ended) {
            // Other weights are back.
            forget();
        }
    }

    private void take(Asked asked) {
        if (!asked.by.equals(cancellation)) {
            return;
        }
        reading.set(Optional.empty());
        if (asked.wrong == null) {
            examination.set(asked.examination);
        } else if (!isCancelled(asked.wrong)) {
            explore.report(asked.wrong);
        }
    }

    private static boolean isCancelled(Throwable wrong) {
        return (wrong instanceof CompletionException ? wrong.getCause() : wrong) instanceof CancellationException;
    }

    private void forget() {
        stopExamining();
        cancellation = new Cancellation();
        chosen.set(null);
        pointed.set(null);
        examination.set(null);
    }

    private void list() {
        Examination known = examination.get();
        Confused cell = chosen.get();
        if (known == null) {
            listed.set(List.of());
        } else if (cell == null) {
            listed.set(known.mistakes(MOST));
        } else if (cell.prediction() == Confused.ANYTHING_ELSE) {
            listed.set(known.mistakes(known.images()).stream()
                    .filter(mistake -> mistake.label() == cell.label())
                    .toList());
        } else {
            listed.set(known.taken(cell.label(), cell.prediction()));
        }
    }
}
