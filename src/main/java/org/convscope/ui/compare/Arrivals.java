package org.convscope.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.run.RunEntry;
import org.convscope.spec.Contrast;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/** Opens the runs that are to be compared; those that come when they are wanted no more are turned away. */
final class Arrivals {

    /** Recorded runs that are offered. */
    private static final int MOST_RECORDED = 12;

    private final Workbench workbench;
    private final Reception reception;
    private final Consumer<Opened> opened;
    private final Consumer<Runnable> found;
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private Cancellation cancellation = new Cancellation();
    private int wishes;

    /**
     * Who is told; all but {@code failed} on the thread of the window.
     *
     * @param welcome takes runs that were wanted, and which contrast they are; none for one that is added
     * @param refuse takes each that is wanted no more
     * @param failed hears what went wrong
     */
    record Reception(
            BiConsumer<List<Side>, Optional<Contrast>> welcome, Consumer<Side> refuse, Consumer<Throwable> failed) {}

    /** Runs that came, and which wish they answer. */
    private record Opened(int wish, List<Side> sides, Optional<Contrast> contrast) {}

    Arrivals(Workbench workbench, Pulse pulse, Reception reception) {
        this.workbench = workbench;
        this.reception = reception;
        this.opened = pulse.every(all -> all.forEach(this::take));
        this.found = pulse.every(all -> all.forEach(Runnable::run));
    }

    /** Begins all runs of a contrast. */
    void begin(Contrast wanted) {
        opening.set(true);
        int wish = ++wishes;
        cancellation = new Cancellation();
        List<CompletableFuture<Side>> coming = wanted.sides().stream()
                .map(side -> workbench
                        .begin(side.scenario(), new Loading(read -> {}, cancellation))
                        .thenApply(run -> new Side(side.name(), run, true)))
                .toList();
        await(coming, all -> new Opened(wish, all, Optional.of(wanted)));
    }

    /** Opens a recorded run or a saved network, whichever is called so. */
    void enter(String name) {
        opening.set(true);
        int wish = ++wishes;
        await(
                List.of(workbench.enter(name).thenApply(run -> new Side(name(run), run, true))),
                all -> new Opened(wish, all, Optional.empty()));
    }

    /** Takes a run that is open elsewhere, and is not closed here. */
    void borrow(OpenRun run) {
        take(new Opened(++wishes, List.of(new Side(name(run), run, false)), Optional.empty()));
    }

    /** Wants nothing of what is still to come. */
    void callOff() {
        wishes++;
        cancellation.cancel();
        opening.set(false);
    }

    /** Says that nothing is being opened, for something went wrong. */
    void rest() {
        opening.set(false);
    }

    /** Finds the latest recorded runs that can be compared. */
    void recorded(Consumer<List<RunEntry>> receiver) {
        var unused = workbench.latestRuns(MOST_RECORDED).whenComplete((entries, wrong) -> {
            if (wrong == null) {
                found.accept(() -> receiver.accept(entries.stream()
                        .filter(entry -> entry.problem().isEmpty())
                        .toList()));
            } else {
                reception.failed.accept(wrong);
            }
        });
    }

    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    private void await(List<CompletableFuture<Side>> coming, Function<List<Side>, Opened> arrived) {
        var unused = CompletableFuture.allOf(coming.toArray(CompletableFuture[]::new))
                .whenComplete((all, wrong) -> {
                    if (wrong == null) {
                        opened.accept(arrived.apply(
                                coming.stream().map(CompletableFuture::join).toList()));
                    } else {
                        // Those that did come are not wanted alone.
                        coming.forEach(Arrivals::closeWhenItCame);
                        reception.failed.accept(wrong);
                    }
                });
    }

    private static void closeWhenItCame(CompletableFuture<Side> coming) {
        var unused = coming.thenCompose(side -> side.run().close());
    }

    private void take(Opened arrived) {
        if (arrived.wish == wishes) {
            opening.set(false);
            reception.welcome.accept(arrived.sides, arrived.contrast);
        } else {
            arrived.sides.forEach(reception.refuse);
        }
    }

    private static String name(OpenRun run) {
        String activation = run.scenario().options().get("activation");
        String network = run.blueprint().network();
        return activation == null ? network : network + " " + activation;
    }
}
