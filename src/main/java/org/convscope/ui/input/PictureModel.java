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
import org.convscope.spec.Fit;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;

/** A picture of the person's own, and how it is made to fit the network. */
public final class PictureModel {

    /** Endings of files that can be read. */
    static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final ExploreModel explore;
    private final Executor reading;
    private final Notices notices;
    private final Consumer<Reading> read;
    private final Consumer<Throwable> failed;
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.CROP);
    private final BooleanProperty inverted = new SimpleBooleanProperty();
    private Notice complaint;

    /** A picture that could be read. */
    private record Reading(Path file, Subject subject) {}

    /**
     * No picture yet.
     *
     * @param reading where files are read, away from the screen
     */
    public PictureModel(ExploreModel explore, Notices notices, Pulse pulse, Executor reading) {
        this.explore = explore;
        this.reading = reading;
        this.notices = notices;
        this.read = pulse.latest(this::show);
        this.failed = pulse.latest(this::complain);
        fit.addListener(changed -> read(file.get()));
        inverted.addListener(changed -> read(file.get()));
    }

    /** Whether a file looks like a picture, by its name. */
    public static boolean looksReadable(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Looks at a picture; what is wrong with it is told, and the one before stays. */
    public void open(Path picture) {
        read(picture);
    }

    /** The picture that was read last, or {@code null}. */
    public ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** What is done where its proportions are not the network's. */
    ObjectProperty<Fit> fitProperty() {
        return fit;
    }

    /** Whether dark and light are swapped. */
    BooleanProperty invertedProperty() {
        return inverted;
    }

    private void read(Path picture) {
        OpenRun run = explore.runProperty().get();
        if (run != null && picture != null) {
            Shape shape = run.dataset().test().ownShape();
            Fit how = fit.get();
            boolean swapped = inverted.get();
            String name = String.valueOf(picture.getFileName());
            var unused = CompletableFuture.supplyAsync(
                            () -> run.picture(name, PictureReader.read(picture, shape, how, swapped)), reading)
                    .whenComplete((subject, wrong) -> {
                        if (wrong == null) {
                            read.accept(new Reading(picture, subject));
                        } else {
                            failed.accept(wrong);
                        }
                    });
        }
    }

    private void show(Reading one) {
        settle();
        file.set(one.file);
        explore.show(one.subject);
    }

    private void complain(Throwable wrong) {
        settle();
        complaint = notices.tell(wrong);
    }

    // What was said about another file would be read as said about this one.
    private void settle() {
        if (complaint != null) {
            notices.dismiss(complaint);
            complaint = null;
        }
    }
}
