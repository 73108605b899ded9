package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.convscope.data.Loading;
import org.convscope.net.FakeNetwork;
import org.convscope.train.Examination;
import org.convscope.train.Mistake;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class MistakesModelTest {

    private final FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
    private final FakeWorkbench workbench = new FakeWorkbench(run);
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final MistakesModel model = new MistakesModel(explore, Pulse.immediate());

    @Test
    void nothingIsKnownUntilSomebodyAsks() {
        assertFalse(model.mayExamine());
        explore.open("");
        assertNull(model.examinationProperty().get());
        assertFalse(model.emptiness().isEmpty());
        assertTrue(model.mayExamine());
        model.examine();
        assertEquals(320, model.examinationProperty().get().images());
        assertEquals("", model.emptiness());
        assertFalse(model.mayExamine(), "nothing has changed since");
        assertTrue(model.heading().startsWith("All 320 test images · step 0 · "), model.heading());
    }

    @Test
    void whatTheTrainingExaminesIsShown() {
        explore.open("");
        run.learn(3);
        Examination told = run.examine(Loading.patient()).join();
        run.tell(new TrainEvent.Examined(3, told));
        assertEquals(told, model.examinationProperty().get());
        assertEquals(told.mistakes(MistakesModel.MOST), model.listedProperty().get());
        run.learn(1);
        assertTrue(model.mayExamine(), "the network is another now");
        assertEquals(told, model.examinationProperty().get(), "what was known stays, with its step");
    }

    @Test
    void whileItLearnsNobodyAsks() {
        explore.open("");
        run.play();
        assertFalse(model.mayExamine());
        model.examine();
        assertFalse(run.asked().contains("examine"));
        run.pause().join();
        assertTrue(model.mayExamine());
    }

    @Test
    void theImagesOfAChosenCellAreListedUntilItIsChosenAgain() {
        explore.open("");
        model.examine();
        Examination known = model.examinationProperty().get();
        Confused cell = new Confused(1, 1);
        model.choose(cell);
        assertEquals(known.taken(1, 1), model.listedProperty().get());
        model.choose(cell);
        assertEquals(known.mistakes(MistakesModel.MOST), model.listedProperty().get());
        model.choose(new Confused(2, Confused.ANYTHING_ELSE));
        List<Mistake> ofTheClass = model.listedProperty().get();
        assertTrue(ofTheClass.stream().allMatch(mistake -> mistake.label() == 2 && !mistake.isRight()));
        assertEquals(known.confusion().images(2) - known.confusion().count(2, 2), ofTheClass.size());
    }

    @Test
    void aListedImageIsShownInTheMap() {
        explore.open("");
        explore.mistakesOpenProperty().set(true);
        model.explore(17);
        assertEquals(17, explore.testIndexProperty().get());
        assertFalse(explore.mistakesOpenProperty().get());
    }

    @Test
    void cellsAreSaidInWords() {
        explore.open("");
        model.examine();
        Examination known = model.examinationProperty().get();
        int images = known.confusion().images(0);
        assertEquals("", model.words(null));
        assertTrue(model.words(new Confused(0, 1))
                .startsWith("class 0 taken for class 1: " + known.confusion().count(0, 1) + " of " + images));
        assertTrue(model.words(new Confused(0, 0)).startsWith("class 0 recognised: "));
    }

    @Test
    void otherWeightsMakeForgetWhatWasKnown() {
        explore.open("");
        model.examine();
        model.choose(new Confused(0, 1));
        run.reset();
        assertNull(model.examinationProperty().get());
        assertNull(model.chosenProperty().get());
        assertEquals(List.of(), model.listedProperty().get());
    }

    @Test
    void whereTheLabelsAreOthersItSaysWhyThereIsNothing() {
        explore.open("");
        String before = model.emptiness();
        workbench.lay(new FakeRun(FakeNetwork.smallBlueprint()).unlabelled());
        explore.open("");
        assertFalse(model.mayExamine());
        assertNotEquals(before, model.emptiness());
    }
}
