package org.convscope.ui.shell;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.convscope.data.Datasets;
import org.convscope.ui.kit.Panel;
import org.convscope.ui.kit.Remembered;
import org.convscope.workbench.FakeWorkbench;

/**
 * Shows the window over a fake run, to look at it without an engine. Arguments: width, height, {@code light}
 * or {@code dark}, {@code en} or {@code zh}, a scene, and the file of a screenshot; without the file it stays open.
 */
public final class PreviewMain {

    private PreviewMain() {}

    public static void main(String[] arguments) {
        Application.launch(Preview.class, arguments);
    }

    /** The program that is previewed. */
    public static final class Preview extends Application {

        @Override
        public void start(Stage stage) throws IOException {
            List<String> wanted = getParameters().getRaw();
            Remembered remembered = Remembered.ofThisPerson();
            remembered.put("theme", wanted.get(2).toUpperCase(Locale.ROOT));
            remembered.put("language", wanted.get(3).equals("zh") ? "zh-CN" : "en");
            FakeWorkbench workbench =
                    new FakeWorkbench(id -> Datasets.byId("fashion-mnist").load());
            Panels panels = new Panels(
                    (explore, pulse) -> new Region(),
                    (explore, pulse) -> new Panel("shell.keys"),
                    (explore, pulse) -> new Region(),
                    (explore, pulse) -> new Panel("shell.keys"),
                    (explore, pulse) -> new Panel("shell.keys"),
                    List.of(
                            (explore, pulse) -> new Panel("shell.keys"),
                            (explore, pulse) -> new Panel("shell.keys"),
                            (explore, pulse) -> new Panel("shell.keys")));
            ConvScopeWindow window = new ConvScopeWindow(stage, workbench, panels, Optional.empty(), name -> {});
            stage.setWidth(Double.parseDouble(wanted.get(0)));
            stage.setHeight(Double.parseDouble(wanted.get(1)));
            String scene = wanted.get(4);
            if (scene.equals("opening")) {
                workbench.openWith(new java.util.concurrent.CompletableFuture<>());
            }
            window.show();
            Timeline script = new Timeline(
                    new KeyFrame(Duration.millis(700), event -> play(scene, window, workbench, stage)),
                    new KeyFrame(Duration.millis(2000), event -> shoot(wanted)));
            script.play();
        }

        private static void play(String scene, ConvScopeWindow window, FakeWorkbench workbench, Stage stage) {
            switch (scene) {
                case "training" -> {
                    workbench.run().play();
                    workbench.run().learn(611);
                }
                case "diverged" -> {
                    workbench.run().learn(412);
                    workbench.run().diverge();
                }
                case "failure" -> workbench.run().fail(new IllegalStateException("broken"));
                case "form" -> stage.getScene().lookup("#network-chip").fireEvent(new javafx.event.ActionEvent());
                case "help" -> stage.getScene().lookup("#help").fireEvent(new javafx.event.ActionEvent());
                case "steps" -> {
                    stage.getScene().lookup("#network-chip").fireEvent(new javafx.event.ActionEvent());
                    ((javafx.scene.control.ComboBox<?>) stage.getScene().lookup("#new-schedule"))
                            .getSelectionModel()
                            .select(1);
                    ((javafx.scene.control.TextField) stage.getScene().lookup("#new-rate")).setText("-1");
                }
                case "folded" -> stage.getScene().lookup("#fold-input").fireEvent(new javafx.event.ActionEvent());
                case "file" -> ((javafx.scene.control.ToggleButton)
                                stage.getScene().lookup("#tab-file"))
                        .setSelected(true);
                case "closing" -> {
                    workbench.closeWith(new java.util.concurrent.CompletableFuture<>());
                    stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
                }
                default -> window.explore().showTestImage(7);
            }
        }

        private void shoot(List<String> wanted) {
            if (wanted.size() < 6) {
                return;
            }
            try {
                new ProcessBuilder("import", "-window", "root", wanted.get(5))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
            Platform.exit();
        }
    }

    static {
        System.setProperty("convscope.config", new File("target/preview").getPath());
    }
}
