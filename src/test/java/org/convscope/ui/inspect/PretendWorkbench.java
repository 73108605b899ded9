package org.convscope.ui.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.convscope.run.ModelEntry;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Scenario;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/** A workbench that opens whatever run it was handed. */
public final class PretendWorkbench implements Workbench {

    private OpenRun next;

    /** A workbench whose next run is this one. */
    public PretendWorkbench(OpenRun next) {
        this.next = next;
    }

    /** The run that opens next. */
    public void lay(OpenRun run) {
        next = run;
    }

    @Override
    public ModelEntry keep(String id, Path model) {
        throw new UnsupportedOperationException("nothing is kept here");
    }

    @Override
    public List<ModelEntry> models() {
        return List.of();
    }

    @Override
    public CompletableFuture<OpenRun> begin(Scenario scenario) {
        return CompletableFuture.completedFuture(next);
    }

    @Override
    public CompletableFuture<OpenRun> open(String model) {
        return CompletableFuture.completedFuture(next);
    }

    @Override
    public CompletableFuture<OpenRun> resume(String run) {
        return CompletableFuture.completedFuture(next);
    }

    @Override
    public EngineReport engine() {
        return new EngineReport("loops", 1, false, Map.of());
    }

    @Override
    public void warmUp() {
        // Nothing has to wait for loops.
    }

    @Override
    public CompletableFuture<Void> close() {
        return next.close();
    }
}
