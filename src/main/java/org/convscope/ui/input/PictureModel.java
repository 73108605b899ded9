package org.convscope.ui.input;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.data.PictureReader;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;

/** A picture of the person's own, and how it is made to fit the network. */
public final class PictureModel {

    /** Endings of files that can be read. */
    static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final ExploreModel explore;
    private final Executor reading;
    private final Consumer<Subject> read;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PictureReader.Fit> fit = new SimpleObjectProperty<>(PictureReader.Fit.CROP);
    private final BooleanProperty inverted = new SimpleBooleanProperty();

    /**
     * No picture yet.
     *
     * @param reading where files are read, away from the screen
     */
    public PictureModel(ExploreModel explore, Notices notices, Pulse pulse, Executor reading) {
        this.explore = explore;
        this.reading = reading;
        this.read = pulse.latest(explore::show);
        this.failed = pulse.latest(notices::tell);
        fit.addListener(changed -> readAgain());
        inverted.addListener(changed -> readAgain());
    }

    /** Whether a file looks like a picture, by its name. */
    public static boolean looksReadable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Looks at a picture; what is wrong with it is told. */
    public void open(Path picture) {
        file.set(picture);
        readAgain();
    }

    /** The picture that was opened last, or {@code null}. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** What is done where its proportions are not the network's. */
    ObjectProperty<PictureReader.Fit> fitProperty() {
        return fit;
    }

    /** Whether dark and light are swapped. */
    BooleanProperty invertedProperty() {
        return inverted;
    }

    private void readAgain() {
        OpenRun run = explore.runProperty().get();
        if (run != null && file.get() != null) {
            Path picture = file.get();
            Shape shape = run.blueprint().input();
            PictureReader.Fit how = fit.get();
            boolean swapped = inverted.get();
            var unused = CompletableFuture.supplyAsync(() -> PictureReader.read(picture, shape, how, swapped), reading)
                    .whenComplete((image, wrong) -> show(picture, image, wrong));
        }
    }

    private void show(Path picture, Tensor image, Throwable wrong) {
        if (wrong == null) {
            read.accept(new Subject(String.valueOf(picture.getFileName()), image, Subject.UNKNOWN));
        } else {
            failed.accept(wrong);
        }
    }
}
