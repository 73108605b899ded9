package org.convscope.ui.map.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.zoo.LeNet;
import org.convscope.data.Datasets;
import org.convscope.run.ModelEntry;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Scenario;
import org.convscope.tensor.Shape;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/** A workbench on which every model is a {@link SketchedRun} of LeNet; a model's name lists its options. */
public final class SketchedBench implements Workbench {

    private final Executor executor;
    private SketchedRun last;
    private int opened;

    public SketchedBench(Executor executor) {
        this.executor = executor;
    }

    /** LeNet for Fashion-MNIST with options as in {@code activation=relu pool=max}. */
    public static Blueprint lenet(String options) {
        Map<String, String> wanted = new HashMap<>();
        for (String option : options.split(" ")) {
            wanted.put(option.split("=")[0], option.split("=")[1]);
        }
        return new LeNet().draw(Shape.of(1, 28, 28), 10, wanted);
    }

    /** The run that was opened last. */
    public SketchedRun last() {
        return last;
    }

    @Override
    public ModelEntry keep(String id, Path model) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public CompletableFuture<OpenRun> open(String model) {
        last = new SketchedRun(
                "run-" + ++opened, lenet(model), Datasets.byId("fashion-mnist").load(), executor);
        return CompletableFuture.completedFuture(last);
    }

    @Override
    public List<ModelEntry> models() {
        return List.of();
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario) {
        throw new UnsupportedOperationException("The map opens nothing");
    }

    @Override
    public CompletableFuture<OpenRun> resume(String recorded) {
        throw new UnsupportedOperationException("The map opens nothing");
    }

    @Override
    public EngineReport engine() {
        throw new UnsupportedOperationException("The map asks for no engine");
    }

    @Override
    public void warmUp() {
        // Loops are always warm.
    }

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
