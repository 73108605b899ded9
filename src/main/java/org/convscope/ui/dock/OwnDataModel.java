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

/** A person's own folder or file of images or signals, on its way to where it is learned from. */
public final class OwnDataModel {

    private final Executor reading;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Consumer<DatasetCard> found;
    private final Consumer<Throwable> failed;

    /**
     * Nothing is opened yet.
     *
     * @param taker gets what was opened
     * @param reading where files are read, away from the screen
     */
    public OwnDataModel(Consumer<DatasetCard> taker, Notices notices, Pulse pulse, Executor reading) {
        this.reading = reading;
        this.found = pulse.latest(card -> {
            busy.set(false);
            taker.accept(card);
        });
        this.failed = pulse.latest(wrong -> {
            busy.set(false);
            notices.tell(wrong);
        });
    }

    /** Reads what there is at a place, and hands it on; what is wrong with it is told. */
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
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
