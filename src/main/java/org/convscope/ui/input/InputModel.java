package org.convscope.ui.input;

import java.util.List;
import java.util.random.RandomGenerator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscope.data.DatasetCard;
import org.convscope.lens.Overview;
import org.convscope.problem.Problem;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** Which test images are offered, which one is looked at, and what the network takes it for. */
public final class InputModel {

    private static final int GUESSES = 3;

    private final ExploreModel explore;
    private final RandomGenerator dice;
    private final ObjectProperty<Integer> filter = new SimpleObjectProperty<>(Shelf.ALL_CLASSES);
    private final ReadOnlyObjectWrapper<Shelf> shelf = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Guess>> guesses = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty indexText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Problem> indexProblem = new ReadOnlyObjectWrapper<>();

    /** Looks at the images of what {@code explore} has open. */
    public InputModel(ExploreModel explore, RandomGenerator dice) {
        this.explore = explore;
        this.dice = dice;
        explore.runProperty().addListener((run, before, now) -> offer(before, now));
        explore.testIndexProperty().addListener(changed -> showIndex());
        explore.overviewProperty().addListener(changed -> guess());
        // A box that is given new entries has no value for a moment.
        filter.addListener((property, before, now) -> {
            if (now != null) {
                fillShelf();
            }
        });
        indexText.addListener(changed -> indexProblem.set(problemOfIndex()));
        offer(null, explore.runProperty().get());
        showIndex();
        guess();
    }

    /** The next image on offer. */
    public void next() {
        if (hasImages()) {
            explore.showTestImage(shelf.get().after(index()));
        }
    }

    /** The image before. */
    public void previous() {
        if (hasImages()) {
            explore.showTestImage(shelf.get().before(index()));
        }
    }

    /** Any image on offer. */
    public void random() {
        if (hasImages()) {
            explore.showTestImage(shelf.get().index(dice.nextInt(shelf.get().size())));
        }
    }

    /** The image whose index is written in the field, if there is one. */
    public void goToIndex() {
        if (hasImages() && problemOfIndex() == null) {
            explore.showTestImage(Integer.parseInt(indexText.get().strip()));
        }
    }

    /** The image at a position of the shelf. */
    void choose(int position) {
        explore.showTestImage(shelf.get().index(position));
    }

    /** The class that is kept to, or {@link Shelf#ALL_CLASSES}. */
    ObjectProperty<Integer> filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<Shelf> shelfProperty() {
        return shelf.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Guess>> guessesProperty() {
        return guesses.getReadOnlyProperty();
    }

    /** What stands in the index field; follows the image that is looked at. */
    StringProperty indexTextProperty() {
        return indexText;
    }

    /** Why the index field leads nowhere, or {@code null}. */
    ReadOnlyObjectProperty<Problem> indexProblemProperty() {
        return indexProblem.getReadOnlyProperty();
    }

    ExploreModel explore() {
        return explore;
    }

    /** The classes' names in the reader's language. */
    List<String> classNames() {
        OpenRun run = explore.runProperty().get();
        return run == null
                ? List.of()
                : run.dataset().card().classNames(Texts.language().get());
    }

    /** The classes by which the images can be told apart: none where nobody knows their labels. */
    int labelledClasses() {
        OpenRun run = explore.runProperty().get();
        return run == null || !run.isLabelled() ? 0 : classNames().size();
    }

    /** The name of a class in the reader's language. */
    String className(int label) {
        List<String> names = classNames();
        return label >= 0 && label < names.size() ? names.get(label) : String.valueOf(label);
    }

    private void offer(OpenRun before, OpenRun now) {
        DatasetCard known = before == null ? null : before.dataset().card();
        if (now != null && !now.dataset().card().equals(known)) {
            filter.set(Shelf.ALL_CLASSES);
            fillShelf();
        } else if (now != null
                && !now.scenario().preparation().equals(before.scenario().preparation())) {
            fillShelf();
        }
    }

    private void fillShelf() {
        OpenRun run = explore.runProperty().get();
        shelf.set(run == null ? null : Shelf.of(run.dataset().test(), filter.get()));
    }

    private boolean hasImages() {
        return shelf.get() != null && shelf.get().size() > 0;
    }

    private int index() {
        return explore.testIndexProperty().get();
    }

    private void showIndex() {
        indexText.set(index() == ExploreModel.NO_TEST_IMAGE ? "" : String.valueOf(index()));
    }

    private Problem problemOfIndex() {
        String typed = indexText.get().strip();
        OpenRun run = explore.runProperty().get();
        if (typed.isEmpty() || run == null) {
            return null;
        }
        int last = run.dataset().test().size() - 1;
        try {
            int wanted = Integer.parseInt(typed);
            return wanted >= 0 && wanted <= last ? null : Problem.of("ui.imageIndex", typed, last);
        } catch (NumberFormatException notANumber) {
            return Problem.of("ui.imageIndex", typed, last);
        }
    }

    private void guess() {
        Overview overview = explore.overviewProperty().get();
        Subject subject = explore.subjectProperty().get();
        // Behind layers that are not understood nobody knows what the network would say.
        boolean isAnswered = overview != null && explore.runProperty().get().isWhole();
        guesses.set(!isAnswered ? List.of() : Guess.best(overview.prediction(), GUESSES, subject));
    }
}
