package org.convscope.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.Scope;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Fit;
import org.convscope.spec.Optimizer;
import org.convscope.spec.Preparation;
import org.convscope.spec.Scenario;
import org.convscope.spec.Schedule;
import org.convscope.spec.TrainingPlan;
import org.convscope.tensor.Shape;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Spread;
import org.convscope.workbench.Workbench;

/** One network in the size it was published in: opened, looked at, and led through a few steps of learning. */
final class BookRun {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String DATA = "fashion-mnist";
    private static final double RATE = 0.01;

    private final Workbench bench;
    private final Architecture architecture;
    private final int rounds;

    BookRun(Workbench bench, String network, int rounds) {
        this.bench = bench;
        this.architecture = Zoo.byId(network);
        this.rounds = rounds;
    }

    /** All that there is to say of it; in batches of {@code batch}, or of what fits if so many do not. */
    ObjectNode measure(int batch) {
        try {
            return measured(batch, batch);
        } catch (ProblemException refused) {
            return measured(batch, fitting(refused.problem()));
        }
    }

    private ObjectNode measured(int wished, int batch) {
        long begin = System.nanoTime();
        OpenRun run = bench.begin(scenario(batch)).join();
        double openMillis = millisSince(begin);
        ObjectNode result = Voice.object()
                .put("net", architecture.id())
                .put("input", run.blueprint().input().toString())
                .put("engine", run.engine().join().engine())
                .put("parameters", run.census().parameters())
                .put("mapBytes", run.census().activationBytes())
                .put("wishedBatch", wished)
                .put("batch", batch)
                .put("openMillis", openMillis)
                .put("firstMapsMillis", lookMillis(run, 0));
        BookBench.put(
                result,
                "lookMillis",
                "look",
                Spread.of(Stream.iterate(1, image -> image + 1)
                        .limit(rounds)
                        .mapToDouble(image -> lookMillis(run, image))));
        BookBench.put(
                result,
                "stepSeconds",
                "step",
                Spread.of(Stream.generate(() -> step(run, false, new ArrayList<>()) / 1e3)
                        .limit(rounds)
                        .mapToDouble(Double::doubleValue)));
        watch(run, result);
        run.close().join();
        peakBytes().ifPresentOrElse(bytes -> result.put("peakBytes", bytes), () -> result.putNull("peakBytes"));
        return result.put("heapBytes", Runtime.getRuntime().maxMemory());
    }

    private Scenario scenario(int batch) {
        TrainingPlan plan = new TrainingPlan(new Optimizer.Sgd(), RATE, new Schedule.Constant(), batch, 1, 0, 0);
        Shape input = architecture.standardInput();
        Preparation preparation =
                new Preparation(Optional.of(Shape.of(1, input.height(), input.width())), Fit.STRETCH, false, Set.of());
        return new Scenario(DATA, architecture.id(), Map.of(), plan, preparation);
    }

    private static double lookMillis(OpenRun run, int image) {
        long begin = System.nanoTime();
        run.see(run.testImage(image), Scope.LAYER, Optional.empty()).join();
        return millisSince(begin);
    }

    /** One more step, and somebody who looks all the time: each look begins when the one before is answered. */
    private static void watch(OpenRun run, ObjectNode result) {
        List<Double> waits = new ArrayList<>();
        double millis = step(run, true, waits);
        result.put("watchedStepSeconds", millis / 1e3);
        BookBench.put(
                result, "lookWaitMillis", "lookWait", Spread.of(waits.stream().mapToDouble(Double::doubleValue)));
    }

    /** Learns one batch; milliseconds of the step. */
    private static double step(OpenRun run, boolean isWatched, List<Double> waits) {
        CompletableFuture<Double> millis = new CompletableFuture<>();
        CompletableFuture<TrainState> rest = new CompletableFuture<>();
        Consumer<TrainEvent> listener = event -> {
            if (event instanceof TrainEvent.StepDone done) {
                millis.complete(done.millis());
            } else if (event instanceof TrainEvent.Failed failed) {
                rest.completeExceptionally(failed.failure());
            } else if (event instanceof TrainEvent.StateChanged changed && changed.to() != TrainState.RUNNING) {
                rest.complete(changed.to());
            }
        };
        run.listen(listener);
        run.step();
        while (isWatched && !millis.isDone() && !rest.isDone()) {
            waits.add(lookMillis(run, waits.size() % 100));
        }
        try {
            rest.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ProblemException expected) {
                throw expected;
            }
            throw failure;
        } finally {
            run.unlisten(listener);
        }
        return millis.join();
    }

    /** The batch that a refusal for want of memory names. */
    private static int fitting(Problem refusal) {
        int fits = refusal.code().equals("engine.memory")
                ? Integer.parseInt(refusal.arguments().get(3))
                : 0;
        if (fits < 1) {
            throw refusal.asException();
        }
        return fits;
    }

    /** The most that this process ever had in memory, where the system counts it. */
    static OptionalLong peakBytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
