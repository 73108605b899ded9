package org.convscope.ui.map;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.frame.Scope;
import org.convscope.frame.Surface;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.map.model.NetworkMapModel;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;

/**
 * The map alone in a window, to be looked at: {@code WIDTHxHEIGHT light|dark en|zh options what file}.
 * {@code what} is one of still, hover, cell, select, zoom, maps, bench.
 */
public final class NetworkMapPreview {

    private NetworkMapPreview() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            List<String> words = getParameters().getRaw();
            String[] size = words.get(0).split("x");
            boolean isDark = words.get(1).equals("dark");
            Application.setUserAgentStylesheet(
                    (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            Texts.language().set(words.get(2).equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
            FakeRun run = lenet(words.get(3));
            FxPulse pulse = new FxPulse();
            ExploreModel explore = new ExploreModel(new FakeWorkbench(run), pulse);
            explore.surfaceProperty().set(isDark ? Surface.DARK : Surface.LIGHT);
            NetworkMapModel model = new NetworkMapModel(explore, pulse);
            NetworkMapView view = new NetworkMapView(explore, model, pulse);
            Scene scene = new Scene(view, Integer.parseInt(size[0]), Integer.parseInt(size[1]));
            stage.setScene(scene);
            stage.show();
            explore.open("");
            new Timeline(new KeyFrame(Duration.millis(2500), event -> act(words.get(4), explore, model, view, run)))
                    .play();
            if (!words.get(4).equals("bench")) {
                new Timeline(new KeyFrame(Duration.millis(5000), event -> {
                            WritableImage image = scene.snapshot(null);
                            save(image, new File(words.get(5)));
                            stage.close();
                            System.exit(0);
                        }))
                        .play();
            }
        }

        /** With options as in {@code activation=relu pool=max}, on a thread of its own. */
        private static FakeRun lenet(String options) {
            Map<String, String> wanted = new HashMap<>();
            for (String option : options.split(" ")) {
                wanted.put(option.split("=")[0], option.split("=")[1]);
            }
            Dataset dataset = Datasets.byId("fashion-mnist").load();
            Blueprint blueprint = Zoo.byId("lenet").draw(dataset.card().shape(), 10, wanted);
            NetworkThread thread = NetworkThread.start("run", () -> new FakeNetwork(blueprint, new Optimizer.Sgd(), 3));
            return new FakeRun(blueprint, thread, dataset);
        }

        private static void act(
                String what, ExploreModel explore, NetworkMapModel model, NetworkMapView view, FakeRun run) {
            switch (what) {
                case "hover" -> mouse(view, MouseEvent.MOUSE_MOVED, model, "act2", 7, 0.55, 0.45);
                case "cell" -> {
                    explore.selectionProperty().set(new Selection("conv2", 6, new Cell(4, 6)));
                    mouse(view, MouseEvent.MOUSE_MOVED, model, "pool1", 2, 0.5, 0.4);
                }
                case "select" -> explore.selectionProperty().set(new Selection("conv2", 6, null));
                case "unit" -> mouse(view, MouseEvent.MOUSE_MOVED, model, "fc1", 40, 0.5, 0.5);
                case "zoom" -> {
                    explore.selectionProperty().set(new Selection("pool1", 3, new Cell(4, 6)));
                    var tile = model.viewport()
                            .layoutProperty()
                            .get()
                            .column("pool1")
                            .tile(3);
                    var seen = model.viewport().cameraProperty().get().toScreen(tile);
                    model.viewport().zoom(seen.getMinX(), seen.getMinY(), 7.9);
                    model.viewport().pan(350 - seen.getMinX(), 100 - seen.getMinY());
                }
                case "out" -> model.viewport().zoom(300, 200, 0.5);
                case "maps" -> {
                    explore.scopeProperty().set(Scope.MAP);
                    explore.selectionProperty().set(new Selection("conv2", 6, null));
                }
                case "search" -> view.search();
                case "bench" -> bench(explore, model, view, run);
                default -> {}
            }
        }

        private static void mouse(
                NetworkMapView view,
                javafx.event.EventType<MouseEvent> type,
                NetworkMapModel model,
                String node,
                int map,
                double right,
                double down) {
            Node stage = view.lookup("#network-map-stage");
            var seen = model.viewport()
                    .cameraProperty()
                    .get()
                    .toScreen(
                            model.viewport().layoutProperty().get().column(node).tile(map));
            double x = seen.getMinX() + right * seen.getWidth();
            double y = seen.getMinY() + down * seen.getHeight();
            var scene = stage.localToScene(x, y);
            stage.fireEvent(new MouseEvent(
                    type,
                    scene.getX(),
                    scene.getY(),
                    scene.getX(),
                    scene.getY(),
                    MouseButton.NONE,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
        }

        private static void save(WritableImage image, File file) {
            PixelReader reader = image.getPixelReader();
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            var picture = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    picture.setRGB(x, y, reader.getArgb(x, y));
                }
            }
            try {
                javax.imageio.ImageIO.write(picture, "png", file);
            } catch (IOException unwritable) {
                throw new java.io.UncheckedIOException(unwritable);
            }
        }

        /** Four phases of six seconds: still, learning, learning and panning, hovering. */
        private static void bench(ExploreModel explore, NetworkMapModel model, NetworkMapView view, FakeRun run) {
            AtomicInteger overviews = new AtomicInteger();
            explore.overviewProperty().addListener(now -> overviews.incrementAndGet());
            new AnimationTimer() {
                private final List<Double> gaps = new ArrayList<>();
                private final List<Double> own = new ArrayList<>();
                private long begin;
                private long last;
                private int phase;
                private int frame;

                @Override
                public void handle(long now) {
                    long real = System.nanoTime();
                    if (begin == 0) {
                        begin = real;
                        last = real;
                        view.getScene().addPreLayoutPulseListener(() -> layoutBegin = System.nanoTime());
                        view.getScene()
                                .addPostLayoutPulseListener(() -> own.add((System.nanoTime() - layoutBegin) / 1e6));
                    }
                    gaps.add((real - last) / 1e6);
                    last = real;
                    frame++;
                    if (phase > 0) {
                        run.learn(1);
                    }
                    if (phase == 2 || phase == 4) {
                        model.viewport().pan(8 * Math.cos(frame * 0.05), 6 * Math.sin(frame * 0.05));
                    }
                    if (phase == 3) {
                        mouse(view, MouseEvent.MOUSE_MOVED, model, "conv2", frame / 4 % 16, frame % 4 * 0.2, 0.5);
                    }
                    if (real - begin > 6e9) {
                        System.err.printf(
                                "%-24s fps %.1f  gap median %.1f p95 %.1f ms  layout median %.2f p95 %.2f max %.2f"
                                        + " ms  CPU per frame: FX %.1f render %.1f pool %.1f ms  pictures/s %.1f%n",
                                List.of("still", "learning", "learning+panning", "learning+hovering", "zoom3+panning")
                                        .get(phase),
                                gaps.size() / ((real - begin) / 1e9),
                                at(gaps, 0.5),
                                at(gaps, 0.95),
                                at(own, 0.5),
                                at(own, 0.95),
                                at(own, 1),
                                (cpu("JavaFX Application") - fx) / gaps.size(),
                                (cpu("QuantumRenderer") - render) / gaps.size(),
                                (cpu("ForkJoinPool") - pool) / gaps.size(),
                                overviews.getAndSet(0) / ((real - begin) / 1e9));
                        gaps.clear();
                        own.clear();
                        begin = real;
                        fx = cpu("JavaFX Application");
                        render = cpu("QuantumRenderer");
                        pool = cpu("ForkJoinPool");
                        phase++;
                        if (phase == 4) {
                            model.viewport().zoom(400, 300, 3);
                        }
                        if (phase == 5) {
                            System.exit(0);
                        }
                    }
                }

                private long layoutBegin;
                private double fx;
                private double render;
                private double pool;
            }.start();
        }

        /** Milliseconds that threads of this name have computed, however busy the machine is. */
        private static double cpu(String thread) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.getAllThreadIds())
                    .filter(id -> threads.getThreadInfo(id) != null
                            && threads.getThreadInfo(id).getThreadName().startsWith(thread))
                    .mapToDouble(id -> threads.getThreadCpuTime(id) / 1e6)
                    .sum();
        }

        private static double at(List<Double> values, double share) {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
        }
    }
}
