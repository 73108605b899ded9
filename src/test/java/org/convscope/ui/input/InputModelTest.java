package org.convscope.ui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.convscope.spec.Subject;
import org.convscope.ui.PlayedWorkbench;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputModelTest {

    private final PlayedWorkbench workbench = new PlayedWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final InputModel model = new InputModel(explore, new Random(1));

    @BeforeEach
    void open() {
        explore.open("lenet-sigmoid");
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
        workbench.run().learn(1000);
        explore.showTestImage(4);
        List<Guess> guesses = model.guessesProperty().get();
        assertEquals(3, guesses.size());
        assertEquals(4, guesses.get(0).label());
        assertTrue(guesses.get(0).right());
        assertTrue(guesses.get(0).probability() >= guesses.get(1).probability());
        assertTrue(guesses.stream().skip(1).noneMatch(Guess::right));
    }

    @Test
    void otherDataAreOfferedWholeAgain() {
        model.filterProperty().set(3);
        explore.begin(
                new org.convscope.spec.Scenario("other", "lenet", java.util.Map.of(), PlayedWorkbench.SMALL.plan()));
        assertEquals(Shelf.ALL_CLASSES, model.filterProperty().get());
        assertEquals(200, model.shelfProperty().get().size());
    }

    private int index() {
        return explore.testIndexProperty().get();
    }
}
