package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Test;

class StatusModelTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final StatusModel status = new StatusModel(explore, new Notices(report -> {}), Pulse.immediate());

    @Test
    void itSaysWhatTheNetworkCostsAndWhatComputesIt() {
        assertEquals("", status.parameters().get());
        assertEquals("", status.engine().get());
        explore.open("lenet-sigmoid");
        assertEquals("61,706 parameters", status.parameters().get());
        assertEquals("0.42 M MAC / image", status.macs().get());
        assertEquals("CPU · oneDNN · 1 thread", status.engine().get());
    }

    @Test
    void itSaysWhereARunIsKeptOnceThereIsSomethingToKeep() {
        explore.open("lenet-sigmoid");
        assertEquals("", status.kept().get());
        workbench.run().learn(3);
        assertEquals("kept in run-1", status.kept().get());
        status.save();
        workbench.run().learn(1);
        assertEquals("run-1 saved at step 3", status.kept().get());
        explore.begin(FakeWorkbench.SMALL);
        workbench.run().learn(1);
        assertEquals("kept in run-2", status.kept().get());
    }

    @Test
    void aTrainedNetworkIsNotKeptAgainUntilItLearnsMore() {
        workbench.openAt(12);
        explore.open("lenet-sigmoid");
        assertEquals("", status.kept().get());
        workbench.run().learn(1);
        assertEquals("kept in run-1", status.kept().get());
    }
}
