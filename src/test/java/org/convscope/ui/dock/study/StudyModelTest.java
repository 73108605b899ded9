package org.convscope.ui.dock.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.convscope.train.StepStudy;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class StudyModelTest {

    private final ExploreModel explore = new ExploreModel(new FakeWorkbench(), Pulse.immediate());
    private final StudyModel model = new StudyModel(explore, Pulse.immediate());

    @Test
    void beforeTheFirstSingleStepThereIsNothingToShow() {
        model.toggle();
        assertTrue(model.shownProperty().get());
        assertEquals(Optional.empty(), model.studyProperty().get());
        assertEquals(Optional.empty(), model.chosen());
        open();
        assertEquals(Optional.empty(), model.kernelsProperty().get());
    }

    @Test
    void aStudyBringsTheKernelsOfTheFirstLayerUntilAnotherIsSelected() {
        FakeRun run = open();
        model.toggle();
        study(run);
        assertEquals(Selection.of("conv1", 0), model.chosen().orElseThrow());
        StudyModel.Kernels found = model.kernelsProperty().get().orElseThrow();
        assertEquals("conv1", found.node());
        assertEquals(run.progress().step(), found.gradient().stamp().step());
        model.choose("conv2");
        assertEquals("conv2", explore.selectionProperty().get().node());
        assertEquals("conv2", model.kernelsProperty().get().orElseThrow().node());
    }

    @Test
    void aSelectedMapStandsForTheFilterThatMakesIt() {
        FakeRun run = open();
        model.toggle();
        study(run);
        explore.selectionProperty().set(Selection.of("pool1", 3));
        assertEquals(Selection.of("conv1", 3), model.chosen().orElseThrow());
        explore.selectionProperty().set(Selection.of("input", 0));
        assertEquals(Selection.of("conv1", 0), model.chosen().orElseThrow());
    }

    @Test
    void aPanelThatIsClosedAsksForNoKernels() {
        FakeRun run = open();
        int before = run.looks();
        study(run);
        assertEquals(before, run.looks());
        model.toggle();
        assertTrue(model.kernelsProperty().get().isPresent());
    }

    @Test
    void whenTheNetworkLearnsOnTheKernelsAreThoseOfAnotherStepAndGo() {
        FakeRun run = open();
        model.toggle();
        study(run);
        run.learn(1);
        assertEquals(Optional.empty(), model.kernelsProperty().get());
        assertEquals(
                run.progress().step() - 1,
                model.studyProperty().get().orElseThrow().step());
    }

    @Test
    void aResetAndAnotherRunForgetTheStep() {
        FakeRun run = open();
        study(run);
        run.reset();
        assertEquals(Optional.empty(), model.studyProperty().get());
        study(run);
        open();
        assertEquals(Optional.empty(), model.studyProperty().get());
    }

    private static void study(FakeRun run) {
        run.learn(1);
        StepStudy.Look look = new StepStudy.Look(2.3, 0.1);
        run.tell(new TrainEvent.StepStudied(new StepStudy(
                run.progress().step(),
                256,
                0.1,
                2.3,
                look,
                look,
                List.of(),
                List.of(new StepStudy.Layer("conv1", 1, 0.1, 1), new StepStudy.Layer("conv2", 1, 0.1, 1)))));
    }

    private FakeRun open() {
        explore.open("lenet-sigmoid");
        return (FakeRun) explore.runProperty().get();
    }
}
