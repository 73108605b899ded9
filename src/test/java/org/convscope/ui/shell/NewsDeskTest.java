package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.convscope.problem.Problem;
import org.convscope.ui.dock.NewRunModel;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsDeskTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final Notices notices = new Notices(report -> {});
    private final NewRunModel newRun =
            new NewRunModel(explore, List.of(FakeWorkbench.squares("squares").card()));
    private final AtomicInteger forms = new AtomicInteger();

    @BeforeEach
    void open() {
        var unused = new NewsDesk(explore, notices, newRun, forms::incrementAndGet);
        explore.open("lenet-sigmoid");
    }

    @Test
    void aDivergenceIsToldWithItsReasonAndAGentlerRunIsOffered() {
        workbench.run().learn(20);
        workbench.run().diverge();
        Notice told = notices.shown().get(0);
        assertEquals(Notice.Tone.PROBLEM, told.tone());
        assertEquals(3, told.details().size());
        told.actions().get(0).deed().run();
        assertEquals(1, forms.get());
        newRun.begin();
        assertEquals(0.09, workbench.run().scenario().plan().learningRate());
    }

    @Test
    void theEndOfARunIsNotToldOfTheNextOne() {
        workbench.run().learn(20);
        workbench.run().diverge();
        explore.begin(FakeWorkbench.SMALL);
        assertEquals(
                List.of("replaced"), notices.shown().stream().map(Notice::topic).toList());
    }

    @Test
    void aFailureOfOursIsToldWithItsFingerprint() {
        workbench.run().fail(new IllegalStateException("broken"));
        Notice told = notices.shown().get(0);
        assertEquals(Notice.Tone.FAILURE, told.tone());
        assertTrue(told.headline().getValue().matches(".*[0-9A-F]{4}-[0-9A-F]{4}\\."));
        assertEquals("copy-report", told.actions().get(0).id());
    }

    @Test
    void whatCannotBeOpenedIsTold() {
        workbench.openWith(
                CompletableFuture.failedFuture(Problem.of("spec.limit", 7).asException()));
        explore.open("lenet-sigmoid");
        assertEquals("spec.limit", notices.shown().get(0).topic());
    }

    @Test
    void aRunThatDivergedAtItsFirstStepCanBeGoneBackTo() {
        workbench.run().diverge();
        assertEquals(0, workbench.run().progress().step());
        explore.begin(FakeWorkbench.SMALL);
        assertEquals("go-back", notices.shown().get(0).actions().get(0).id());
    }

    @Test
    void aRunThatHasLearnedCanBeGoneBackTo() {
        workbench.run().learn(5);
        String folder = workbench.run().folder().toString();
        explore.begin(FakeWorkbench.SMALL);
        notices.shown().get(0).actions().get(0).deed().run();
        assertEquals("resume " + folder, workbench.asked().get(2));
    }

    @Test
    void aTrainedNetworkThatLearnedNothingMoreIsOpenedAgain() {
        workbench.openAt(12);
        explore.open("lenet-relu");
        explore.begin(FakeWorkbench.SMALL);
        notices.shown().get(0).actions().get(0).deed().run();
        assertEquals("open lenet-relu", workbench.asked().get(3));
    }

    @Test
    void aRunThatHasLearnedNothingIsLeftWithoutAWord() {
        explore.begin(FakeWorkbench.SMALL);
        assertEquals(List.of(), notices.shown());
    }
}
