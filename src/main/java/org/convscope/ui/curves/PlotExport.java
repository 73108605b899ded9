package org.convscope.ui.curves;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.convscope.run.WholeFile;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;

/** Takes what a panel shows into a file; what it shows is caught at once, the file is written meanwhile. */
final class PlotExport {

    /** The pixels of a picture, each way, for one of the screen's. */
    private static final double SCALE = 2;

    /** As what. */
    enum Format {
        CSV,
        SVG,
        PNG;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PanelModel panel;
    private final CurvePlot plot;
    private final ReadOnlyStringWrapper written = new ReadOnlyStringWrapper("");
    private final Consumer<Path> done;
    private final BooleanBinding empty;

    PlotExport(PanelModel panel, CurvePlot plot, Pulse pulse) {
        this.panel = panel;
        this.plot = plot;
        this.done = pulse.latest(file -> written.set(file.toString()));
        this.empty = Bindings.createBooleanBinding(
                panel::isEmpty, panel.curves().revisionProperty(), panel.measureProperty());
    }

    /** Whether there is nothing to take along. */
    BooleanBinding emptyProperty() {
        return empty;
    }

    /** The file that was written last; empty before. */
    ReadOnlyStringProperty writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** Asks where to, and writes there; a Problem is told if that cannot be done. */
    void ask(Format format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("curves.export." + format.key()));
        chooser.setInitialFileName(
                panel.curves().runName() + "-" + panel.measure().key() + "." + format.key());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.name(), "*." + format.key()));
        File file = chooser.showSaveDialog(plot.getScene().getWindow());
        if (file != null) {
            var unused = write(format, file.toPath());
        }
    }

    /** Writes a file; {@link #writtenProperty} changes when it is there. */
    CompletableFuture<Void> write(Format format, Path file) {
        WholeFile.Content content =
                switch (format) {
                    case CSV -> text(CurvesCsv.of(panel));
                    case SVG -> text(CurvesSvg.of(
                            panel, plot.inks(), panel.curves().surfaceProperty().get()));
                    case PNG -> picture();
                };
        return CompletableFuture.runAsync(() -> WholeFile.write(file, content)).whenComplete((nothing, wrong) -> {
            if (wrong == null) {
                done.accept(file);
            } else {
                panel.curves().report(wrong instanceof CompletionException ? wrong.getCause() : wrong);
            }
        });
    }

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private WholeFile.Content picture() {
        String title = Texts.get("curves.title." + panel.measure().key()) + " · "
                + panel.curves().runName();
        WritableImage image = plot.enlarged(SCALE, title);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return out -> ImageIO.write(picture, "png", out);
    }
}
