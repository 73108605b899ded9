package org.convscope.ui.inspect;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.data.Datasets;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;

/** How long it takes from the click on a map until the inspector shows how its value is computed. */
public final class InspectorTiming {

    private static final String[] NODES = {"conv1", "act1", "pool1", "conv2", "act2", "pool2", "fc1", "fc2", "logits"};

    private InspectorTiming() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu"));
        FakeRun run = new FakeRun(
                blueprint,
                NetworkThread.start("network-timing", () -> new FakeNetwork(blueprint, new Optimizer.Sgd(), 3)),
                Datasets.byId("fashion-mnist").load());
        ExploreModel explore = Shots.onScreen(() -> new ExploreModel(new FakeWorkbench(run), new FxPulse()));
        InspectorView view = Shots.onScreen(() -> {
            Theme.LIGHT.apply();
            InspectorView inspector = new InspectorView(explore, new FxPulse());
            Scene scene = new Scene(inspector, 360, 690);
            Theme.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            explore.open("");
            return inspector;
        });
        Shots.pulses(60);
        double[] times = new double[200];
        for (int i = 0; i < times.length; i++) {
            times[i] = open(explore, view, Selection.of(NODES[i % NODES.length], i % 6));
            if (i == 0) {
                System.out.printf("first opening %.1f ms%n", times[0]);
            }
            if (i < 20) {
                System.out.printf("%.0f ", times[i]);
            }
            Shots.pulses(3);
        }
        Arrays.sort(times);
        System.out.printf(
                "from click to painted, %d openings: median %.1f ms, 95 %% below %.1f ms, longest %.1f ms%n",
                times.length, times[times.length / 2], times[times.length * 95 / 100], times[times.length - 1]);
        System.exit(0);
    }

    /** From the click to the beginning of the first picture of the screen after the one that shows the answer. */
    private static double open(ExploreModel explore, InspectorView view, Selection selection) {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        long begin = Shots.onScreen(() -> {
            long now = System.nanoTime();
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                boolean isThere = view.model().findingsProperty().get().frames().values().stream()
                        .anyMatch(frame -> frame instanceof org.convscope.frame.Sum sum
                                && sum.node().equals(selection.node())
                                && sum.channel() == selection.channel());
                if (isThere) {
                    view.getScene().removePostLayoutPulseListener(once[0]);
                    new AnimationTimer() {
                        @Override
                        public void handle(long ignored) {
                            stop();
                            painted.complete(System.nanoTime());
                        }
                    }.start();
                }
            };
            view.getScene().addPostLayoutPulseListener(once[0]);
            explore.selectionProperty().set(selection);
            return now;
        });
        return (painted.join() - begin) / 1e6;
    }
}
