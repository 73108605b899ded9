package org.convscope.ui.inspect;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.convscope.ui.kit.Theme;

/** Takes pictures of views, to be looked at by whoever changes them. */
public final class Shots {

    private final Path folder;

    /** Pictures in a folder. */
    public Shots(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /** Shows a view in a window of this size, does something with it, and writes its picture. */
    public <T extends Parent> void take(
            String name, int width, int height, Theme theme, Supplier<T> view, java.util.function.Consumer<T> then) {
        Stage[] stage = new Stage[1];
        T shown = onScreen(() -> {
            theme.apply();
            T root = view.get();
            Scene scene = new Scene(root, width, height);
            Theme.dress(scene);
            stage[0] = new Stage();
            stage[0].setScene(scene);
            stage[0].show();
            return root;
        });
        pulses(6);
        onScreen(() -> {
            then.accept(shown);
            return null;
        });
        pulses(12);
        onScreen(() -> {
            write(shown.getScene().snapshot(null), folder.resolve(name + ".png"));
            stage[0].hide();
            return null;
        });
    }

    /** Runs something on the FX thread and waits for it. */
    public static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.join();
    }

    /** Waits until so many pictures of the screen have passed. */
    public static void pulses(int count) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> new javafx.animation.AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (--left < 0) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.join();
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
