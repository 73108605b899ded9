package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.convscope.frame.Scope;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkFactory;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.spec.EngineSettings;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.Subject;
import org.convscope.spec.TrainingPlan;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWorkbenchTest {

    private static final Scenario SCENARIO = new Scenario(
            "fashion-mnist",
            "lenet",
            Map.of(),
            new TrainingPlan(new Optimizer.Sgd(), 0.1, new Schedule.Constant(), 4, 1, 0, 8));

    @TempDir
    private Path folder;

    private Workbench workbench;

    @BeforeEach
    void make() {
        workbench = new LiveWorkbench(
                FakeNetwork.factory(),
                EngineSettings.STANDARD,
                new ModelShelf(folder.resolve("models")),
                new RunStore(folder.resolve("runs")));
    }

    @Test
    void aNewRunIsReadyAndKnowsWhatItIs() {
        OpenRun run = workbench.begin(SCENARIO).join();
        assertEquals(TrainState.READY, run.progress().state());
        assertEquals(61_706, run.census().parameters());
        assertEquals("fashion-mnist", run.dataset().card().id());
        assertEquals(9, run.testImage(0).label(), "the first test image is an ankle boot");
        workbench.close().join();
    }

    @Test
    void whereNoModelShipsTheFirstNetworkIsANewOne() {
        OpenRun run = workbench.openFirst(SCENARIO).join();
        assertEquals(SCENARIO.plan(), run.scenario().plan());
        assertEquals(0, run.progress().step());
        workbench.close().join();
    }

    @Test
    void theEngineIsLoadedWhenWarmingUpReturnsSoThatNoToolkitLoadsBesideIt() {
        List<Thread> loaders = new ArrayList<>();
        NetworkFactory watched = (NetworkFactory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {NetworkFactory.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("load")) {
                        loaders.add(Thread.currentThread());
                    }
                    return method.invoke(FakeNetwork.factory(), arguments);
                });
        new LiveWorkbench(
                        watched,
                        EngineSettings.STANDARD,
                        new ModelShelf(folder.resolve("models")),
                        new RunStore(folder.resolve("runs")))
                .warmUp();
        assertEquals(List.of(Thread.currentThread()), loaders);
    }

    @Test
    void aRunThatIsClosedAlreadyIsNotClosedAgain() {
        OpenRun left = workbench.begin(SCENARIO).join();
        workbench.begin(SCENARIO).join();
        left.close().join();
        assertDoesNotThrow(() -> left.close().join());
        assertDoesNotThrow(() -> workbench.close().join());
    }

    @Test
    void aNetworkOfAnotherProgramIsLookedAtAndNeitherTrainedNorSaved() {
        workbench.require("src/test/resources/foreign/keras3-rescaling.h5");
        OpenRun run =
                workbench.open("src/test/resources/foreign/keras3-rescaling.h5").join();
        assertEquals("keras3-rescaling", run.blueprint().network());
        assertEquals(run.blueprint().input(), run.testImage(3).image().shape());
        assertEquals(Subject.UNKNOWN, run.testImage(3).label());
        assertEquals(
                List.of("foreign.rescaled"),
                run.remarks().stream().map(Problem::code).toList());
        assertEquals(
                3,
                run.see(run.testImage(3), Scope.LAYER, Optional.empty())
                        .join()
                        .overview()
                        .prediction()
                        .bars()
                        .size());

        CompletableFuture<Problem> told = new CompletableFuture<>();
        run.listenForTrouble(told::complete);
        run.play();
        assertEquals("workbench.foreign", told.join().code());
        assertEquals(0, run.progress().step());
        CompletionException refused = assertThrows(CompletionException.class, () -> run.save(folder.resolve("copy.zip"))
                .join());
        assertInstanceOf(ProblemException.class, refused.getCause());
        workbench.close().join();
    }

    @Test
    void aNetworkOfAnotherProgramIsPutBeforeTheImagesThatAreWanted() {
        String file = "src/test/resources/foreign/keras3-rescaling.h5";
        OpenRun run = workbench.open(file, "shapes").join();
        assertEquals("shapes", run.scenario().data());
        assertEquals(run.blueprint().input(), run.testImage(3).image().shape());
        assertEquals(Optional.of(Path.of(file)), run.origin());
        run.close().join();
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> workbench.open("lenet-relu", "shapes").join());
        assertEquals(
                "workbench.ownImages",
                assertInstanceOf(ProblemException.class, refused.getCause())
                        .problem()
                        .code());
    }

    @Test
    void aRecordedRunIsFoundAmongTheLatestAndIsEnteredWithItsCurves() {
        OpenRun first = workbench.begin(SCENARIO).join();
        assertEquals(List.of(), first.past());
        CompletableFuture<Long> rested = new CompletableFuture<>();
        first.listen(event -> {
            if (event instanceof TrainEvent.StateChanged change && change.to() != TrainState.RUNNING) {
                rested.complete(change.step());
            }
        });
        first.epoch();
        long steps = rested.join();
        first.record().join();
        String id = first.id();
        first.close().join();

        assertEquals(
                List.of(id),
                workbench.latestRuns(1).join().stream().map(RunEntry::id).toList());
        assertEquals(List.of(), workbench.latestRuns(0).join());
        assertDoesNotThrow(() -> workbench.require(id));
        assertThrows(ProblemException.class, () -> workbench.require("no-such-run"));

        OpenRun again = workbench.enter(id).join();
        assertEquals(id, again.id(), "a run goes on in its own folder");
        List<Long> learned = again.past().stream()
                .filter(TrainEvent.StepDone.class::isInstance)
                .map(TrainEvent::step)
                .toList();
        assertEquals(LongStream.rangeClosed(1, steps).boxed().toList(), learned);
        assertInstanceOf(
                TrainEvent.EpochDone.class, again.past().get(again.past().size() - 1));
        workbench.close().join();
    }

    @Test
    void whatCannotBeOpenedIsAProblem() {
        for (var opening : new Runnable[] {
            () -> workbench.open("no-such-model").join(),
            () -> workbench.resume("no-such-run").join(),
        }) {
            CompletionException failure = assertThrows(CompletionException.class, opening::run);
            assertInstanceOf(ProblemException.class, failure.getCause());
        }
    }
}
