package org.convscope.ui.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.convscope.data.Dataset;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.run.RunRecorder;
import org.convscope.run.RunStore;
import org.convscope.spec.Scenario;
import org.convscope.train.Beginning;
import org.convscope.train.Sampling;
import org.convscope.train.Trainer;
import org.convscope.workbench.FakeWorkbench;

/** Runs on the disk for tests: recorded as any run is, of a LeNet made of loops. */
final class Recorded {

    private Recorded() {}

    /** Records a run of so many steps and lets go of it; returns its folder. */
    static Path run(RunStore store, String activation, int steps) {
        RunRecorder recorder = open(store, activation, steps);
        recorder.close();
        return recorder.folder();
    }

    /** The same, but it still belongs to its recorder. */
    static RunRecorder open(RunStore store, String activation, int steps) {
        Scenario scenario = FakeWorkbench.lenet(Map.of("activation", activation));
        Dataset data = FakeWorkbench.squares(scenario.data());
        FakeNetwork network = new FakeNetwork(
                scenario.draw(data.card().shape(), 10), scenario.plan().optimizer(), 7);
        RunRecorder recorder = store.begin(scenario, network, 40, 200, problem -> {});
        Trainer trainer = new Trainer(
                NetworkThread.onCallingThread(network),
                data.train(),
                data.test(),
                scenario.plan(),
                Sampling.STANDARD,
                Beginning.FRESH);
        trainer.listen(recorder);
        for (int i = 0; i < steps; i++) {
            trainer.step();
        }
        return recorder;
    }

    /** Puts other words in the place of a run's card. */
    static void damage(Path folder, String card) throws IOException {
        Files.writeString(folder.resolve("run.json"), card);
    }
}
