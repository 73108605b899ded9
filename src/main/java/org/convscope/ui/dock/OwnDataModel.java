package org.convscope.ui.dock;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.convscope.data.DatasetCard;
import org.convscope.data.Datasets;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;

/** A person's own folder or file of images or signals, offered in the form for a new run. */
public final class OwnDataModel {

    private final Executor reading;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Consumer<DatasetCard> found;
    private final Consumer<Throwable> failed;

    /**
     * Offers to {@code form} what is opened.
     *
     * @param reading where files are read, away from the screen
     */
    public OwnDataModel(NewRunModel form, Notices notices, Pulse pulse, Executor reading) {
        this.reading = reading;
        this.found = pulse.latest(card -> {
            busy.set(false);
            form.choose(card);
        });
        this.failed = pulse.latest(wrong -> {
            busy.set(false);
            notices.tell(wrong);
        });
    }

    /** Reads what there is at a place, and chooses it; what is wrong with it is told. */
    public void open(Path place) {
        busy.set(true);
        var unused = CompletableFuture.supplyAsync(() -> Datasets.at(place).card(), reading)
                .whenComplete((card, wrong) -> {
                    if (wrong == null) {
                        found.accept(card);
                    } else {
                        failed.accept(wrong);
                    }
                });
    }

    /** Whether a place is being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
