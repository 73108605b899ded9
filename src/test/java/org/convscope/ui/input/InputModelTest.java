package org.convscope.ui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.convscope.frame.Bars;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final InputModel model = new InputModel(explore, new Random(1));

    @BeforeEach
    void open() {
        explore.open("lenet-sigmoid");
    }

    @Test
    void aNetworkThatIsPartlyUnderstoodGuessesNothing() {
        assertEquals(3, model.guessesProperty().get().size());
        workbench.lay(workbench.run().from(Path.of("odd.h5"), false));
        explore.open("odd.h5");
        assertEquals(List.of(), model.guessesProperty().get());
    }

    @Test
    void nextAndPreviousLeafThroughAllImagesAndWrapAround() {
        model.previous();
        assertEquals(199, index());
        model.next();
        model.next();
        assertEquals(1, index());
    }

    @Test
    void underAFilterOnlyImagesOfTheClassAreLeafedThrough() {
        model.filterProperty().set(3);
        model.next();
        assertEquals(3, index());
        model.next();
        assertEquals(13, index());
        explore.showTestImage(20);
        model.previous();
        assertEquals(13, index());
        model.random();
        assertEquals(3, explore.subjectProperty().get().label());
    }

    @Test
    void aRandomImageIsAnyOnOffer() {
        boolean moved = false;
        for (int i = 0; i < 5; i++) {
            int before = index();
            model.random();
            moved |= index() != before;
        }
        assertTrue(moved);
    }

    @Test
    void theFieldLeadsToTheImageThatIsTyped() {
        model.indexTextProperty().set(" 42 ");
        model.goToIndex();
        assertEquals(42, index());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "-1", "four", "1e2", "99999999999"})
    void whatIsNoTestImageIsAProblemAndLeadsNowhere(String typed) {
        model.indexTextProperty().set(typed);
        assertEquals(List.of(typed, "199"), model.indexProblemProperty().get().arguments());
        model.goToIndex();
        assertEquals(0, index());
    }

    @Test
    void theFieldFollowsTheImageAndForgetsWhatWasWrong() {
        model.indexTextProperty().set("four");
        assertNotNull(model.indexProblemProperty().get());
        explore.showTestImage(5);
        assertEquals("5", model.indexTextProperty().get());
        assertNull(model.indexProblemProperty().get());
        explore.show(new Subject("boot.png", explore.subjectProperty().get().image(), Subject.UNKNOWN));
        assertEquals("", model.indexTextProperty().get());
    }

    @Test
    void theLikeliestClassesComeFirstAndTheRightOneIsMarked() {
        int marked = 0;
        for (int index = 0; index < 10; index++) {
            explore.showTestImage(index);
            Bars bars = explore.overviewProperty().get().prediction();
            List<Integer> likeliest = bars.bars().stream()
                    .sorted(Comparator.comparingDouble(Bars.Bar::value).reversed())
                    .map(Bars.Bar::index)
                    .limit(3)
                    .toList();
            List<Guess> guesses = model.guessesProperty().get();
            assertEquals(likeliest, guesses.stream().map(Guess::label).toList());
            for (Guess guess : guesses) {
                assertEquals(bars.bars().get(guess.label()).value(), guess.probability());
                assertEquals(guess.label() == index, guess.right());
                marked += guess.right() ? 1 : 0;
            }
        }
        assertTrue(marked > 0, "of ten images one of each class, some are guessed");
    }

    @Test
    void otherDataAreOfferedWholeAgain() {
        model.filterProperty().set(3);
        explore.begin(
                new org.convscope.spec.Scenario("other", "lenet", java.util.Map.of(), FakeWorkbench.SMALL.plan()));
        assertEquals(Shelf.ALL_CLASSES, model.filterProperty().get());
        assertEquals(200, model.shelfProperty().get().size());
    }

    private int index() {
        return explore.testIndexProperty().get();
    }
}
