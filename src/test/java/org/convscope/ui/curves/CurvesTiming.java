package org.convscope.ui.curves;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.convscope.net.FakeNetwork;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.inspect.Shots;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;

/** How many pictures a second a growing curve allows, painted anew in each, ten new points at a time. */
public final class CurvesTiming {

    private static final int PICTURES = 300;

    private CurvesTiming() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> Platform.setImplicitExit(false));
        for (int points : new int[] {1_000, 10_000, 100_000}) {
            FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
            ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
            explore.open("");
            CurvesModel model = new CurvesModel(explore);
            Random random = new Random(1);
            for (long step = 1; step <= points; step++) {
                run.tell(new TrainEvent.StepDone(step, 1, 1 + random.nextGaussian() / 9, 0.5, 0.1, 4, 0));
            }
            measure(run, model, points, random);
        }
        System.exit(0);
    }

    private static void measure(FakeRun run, CurvesModel model, int points, Random random) {
        CompletableFuture<String> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            Theme.LIGHT.apply();
            CurvePlot plot = new CurvePlot(model, Measure.LOSS);
            StackPane root = new StackPane(plot);
            root.getStyleClass().add("curves");
            Theme.dress(root, "curves");
            Scene scene = new Scene(root, 640, 260);
            Theme.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            new AnimationTimer() {
                private final double[] paints = new double[PICTURES];
                private int pictures = -30;
                private long begin;
                private long cpuBegin;
                private long step = points;

                @Override
                public void handle(long now) {
                    if (pictures == 0) {
                        begin = System.nanoTime();
                        cpuBegin = cpu();
                    }
                    for (int i = 0; i < 10; i++) {
                        run.tell(new TrainEvent.StepDone(++step, 1, 1 + random.nextGaussian() / 9, 0.5, 0.1, 4, 0));
                    }
                    long before = System.nanoTime();
                    plot.paint();
                    if (pictures >= 0) {
                        paints[pictures] = (System.nanoTime() - before) / 1e6;
                    }
                    if (++pictures == PICTURES) {
                        stop();
                        stage.hide();
                        Arrays.sort(paints);
                        done.complete(String.format(
                                "%,d points: %.1f pictures/s, %.2f ms of processor a picture; of it on the FX thread median"
                                        + " %.2f ms, 95 %% below %.2f ms",
                                points,
                                PICTURES / ((System.nanoTime() - begin) / 1e9),
                                (cpu() - cpuBegin) / 1e6 / PICTURES,
                                paints[PICTURES / 2],
                                paints[PICTURES * 95 / 100]));
                    }
                }
            }.start();
        });
        System.out.println(done.join());
        Shots.pulses(5);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
