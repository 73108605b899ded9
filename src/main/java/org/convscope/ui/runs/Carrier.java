package org.convscope.ui.runs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.convscope.data.Cancellation;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;

/** Carries a run into a file or out of one, one at a time, says how far it is, and can be stopped. */
final class Carrier {

    private final Disk disk;
    private final Notices notices;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<Optional<Carrying>> carrying = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation cancellation = new Cancellation();

    /**
     * How far it is.
     *
     * @param file its name
     * @param bytes copied so far
     * @param all bytes there are to copy, about
     */
    record Carrying(String file, long bytes, long all) {
        double share() {
            return all == 0 ? 0 : Math.min(1, (double) bytes / all);
        }
    }

    /** Work that tells how many bytes are copied, and in the end what was done; to be ended by what it tells. */
    @FunctionalInterface
    interface Work {
        ObservableValue<String> run(LongConsumer copied);
    }

    /** Nothing to carry yet; {@code done} is told when something was carried. */
    Carrier(Disk disk, Notices notices, Runnable done) {
        this.disk = disk;
        this.notices = notices;
        this.done = done;
    }

    /** Carries something, unless something else is being carried. */
    void carry(Path file, long all, Work work) {
        if (carrying.get().isPresent()) {
            return;
        }
        Cancellation mine = new Cancellation();
        cancellation = mine;
        String name = String.valueOf(file.getFileName());
        carrying.set(Optional.of(new Carrying(name, 0, all)));
        disk.ask(
                () -> work.run(bytes -> {
                    mine.check();
                    disk.tell(() -> progress(new Carrying(name, bytes, all)));
                }),
                said -> {
                    carrying.set(Optional.empty());
                    done.run();
                    notices.tell(Notice.done("runs-carried", said));
                },
                this::fail);
    }

    /** Ends it; nothing of what was being made stays. */
    void stop() {
        cancellation.cancel();
    }

    /** Whether something is carried. */
    BooleanBinding busy() {
        return Bindings.createBooleanBinding(() -> carrying.get().isPresent(), carrying);
    }

    /** How far it is; empty while nothing is carried. */
    ReadOnlyObjectProperty<Optional<Carrying>> carryingProperty() {
        return carrying.getReadOnlyProperty();
    }

    private void progress(Carrying now) {
        if (carrying.get().isPresent()) {
            carrying.set(Optional.of(now));
        }
    }

    private void fail(Throwable wrong) {
        carrying.set(Optional.empty());
        boolean wasWished = wrong instanceof CancellationException
                || wrong instanceof CompletionException && wrong.getCause() instanceof CancellationException;
        if (!wasWished) {
            notices.tell(wrong);
        }
    }
}
