package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.Watch;
import org.junit.jupiter.api.Test;

class StateChipModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final StateChipModel chip = new StateChipModel(explore, Pulse.immediate());

    @Test
    void itSaysWhereTheTrainingStands() {
        assertChip("nothing open", StateChipModel.Tone.QUIET);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        workbench.openWith(gate);
        explore.open("lenet-sigmoid");
        assertChip("opening…", StateChipModel.Tone.QUIET);
        gate.complete(null);
        assertChip("ready", StateChipModel.Tone.QUIET);
        FakeRun run = workbench.run();
        run.play();
        run.learn(9);
        assertChip("training · epoch 3 / 10", StateChipModel.Tone.LEARNING);
        run.pause().join();
        assertChip("paused · epoch 3 / 10 · step 9", StateChipModel.Tone.WAITING);
        run.stop().join();
        assertChip("stopped · step 9", StateChipModel.Tone.QUIET);
    }

    @Test
    void aLongStepSaysHowFarItIsUntilItIsOver() {
        explore.open("lenet-sigmoid");
        FakeRun run = workbench.run();
        run.play();
        run.tell(new TrainEvent.StepUnderWay(0, 0.427));
        assertChip("training · step 1 · 42 %", StateChipModel.Tone.LEARNING);
        run.learn(1);
        assertChip("training · epoch 1 / 10", StateChipModel.Tone.LEARNING);
        run.tell(new TrainEvent.StepUnderWay(1, 0.9));
        run.pause().join();
        assertChip("paused · epoch 1 / 10 · step 1", StateChipModel.Tone.WAITING);
        run.play();
        assertChip("training · epoch 1 / 10", StateChipModel.Tone.LEARNING);
    }

    @Test
    void aDivergenceNamesItsStepAndTheLastGoodOneUntilAReset() {
        explore.open("lenet-sigmoid");
        workbench.run().learn(38);
        workbench.run().diverge();
        assertChip("diverged at step 38 · weights of step 26", StateChipModel.Tone.WARNING);
        assertNotNull(chip.endedProperty().get());
        workbench.run().reset();
        assertChip("ready", StateChipModel.Tone.QUIET);
        assertNull(chip.endedProperty().get());
    }

    @Test
    void aWatchedRunSaysWhichStepItHasAndHowOldWhatIsSeenIs() {
        Instant now = Instant.now();
        explore.open("lenet-sigmoid");
        FakeRun run = workbench.run();
        workbench.lay(run.watched(new Watch(0, now, true)));
        explore.opening().watch("their-run");
        run.play();
        run.learn(7);
        assertChip("watching · step 7 · nothing saved yet", StateChipModel.Tone.LEARNING);
        run.watched(new Watch(7, now.minusSeconds(90), true));
        run.learn(1);
        assertChip("watching · step 8 · saved 1 min 30 s ago", StateChipModel.Tone.LEARNING);
        run.pause().join();
        assertChip("watching · paused · step 8", StateChipModel.Tone.WAITING);
        run.watched(new Watch(7, now, false));
        run.play();
        assertChip("out of reach · step 8", StateChipModel.Tone.WARNING);
    }

    private void assertChip(String text, StateChipModel.Tone tone) {
        assertEquals(text, chip.textProperty().get());
        assertEquals(tone, chip.toneProperty().get());
    }
}
