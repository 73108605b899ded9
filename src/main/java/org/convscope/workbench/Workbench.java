package org.convscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.convscope.data.Loading;
import org.convscope.run.ModelEntry;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineReport;
import org.convscope.spec.Scenario;

/** Opens runs, and knows what there is to open. */
public interface Workbench {

    /** Trained networks that ship with the program, the one to begin with first; damaged ones among them. */
    List<ModelEntry> models();

    /** Puts a copy of a model file among {@link #models}, in the place of what has this id. */
    ModelEntry keep(String id, Path model);

    /** A new network with first weights, ready to learn. */
    CompletableFuture<OpenRun> begin(Scenario scenario);

    /** The same on data that may take long to read: {@code loading} hears how far it is, and can end it. */
    default CompletableFuture<OpenRun> begin(Scenario scenario, Loading loading) {
        return begin(scenario);
    }

    /** A saved network: an id of {@link #models}, a run's id, or a file. It can be looked at and trained on. */
    CompletableFuture<OpenRun> open(String model);

    /**
     * A network that another program saved, before images of a dataset: an id, or a path. A network of our own has the
     * images that it learned from; asked for others, it is a Problem.
     */
    CompletableFuture<OpenRun> open(String model, String data);

    /** No more than so many recorded runs, the latest first; those whose card cannot be read among them. */
    CompletableFuture<List<RunEntry>> latestRuns(int most);

    /** The recorded runs, to be found, named, deleted, exported and imported. */
    RunStore runs();

    /** Threads for what reads and writes files that are no open run's; as many as there is such work at once. */
    default Executor disk() {
        return ForkJoinPool.commonPool();
    }

    /** A recorded run, to go on where it stopped, or a saved network: whichever is called so. */
    CompletableFuture<OpenRun> enter(String name);

    /** Does nothing if {@link #enter} finds something of this name; a Problem if not. */
    void require(String name);

    /** What a person sees first: the first whole one of {@link #models}, or a new network where there is none. */
    CompletableFuture<OpenRun> openFirst(Scenario otherwise);

    /** A recorded run, by its id or folder, to go on exactly where it stopped. */
    CompletableFuture<OpenRun> resume(String run);

    /**
     * Follows a run that somebody else writes, by its id or folder: it is looked at, and its curves and weights come as
     * they are recorded. Of a folder with several runs, the latest.
     */
    default CompletableFuture<OpenRun> watch(String run) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(run));
    }

    /**
     * Writes a recorded run as an event file of TensorBoard, in a folder of the run's name below {@code folder}: what was
     * recorded, and of its saved network the weights, the first filters, and the maps of the first test image where its
     * images are here. Completes with the file.
     */
    default CompletableFuture<Path> tensorBoard(String run, Path folder) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(run));
    }

    /** What the engine is like on this machine. */
    EngineReport engine();

    /**
     * Loads the engine before it returns, and does in the background what else the first network would have to wait
     * for. To be called before a toolkit starts; a Problem says why there is no engine.
     */
    void warmUp();

    /** Closes every open run; completes when nothing is left to lose. */
    CompletableFuture<Void> close();
}
