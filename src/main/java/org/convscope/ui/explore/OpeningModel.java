package org.convscope.ui.explore;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.data.Cancellation;
import org.convscope.data.Loading;
import org.convscope.frame.Scope;
import org.convscope.spec.Scenario;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.Question.Seen;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;

/** Opens one run in the place of another: of several wishes the last counts, and a way leads back to what was left. */
public final class OpeningModel {

    private final ExploreModel explore;
    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Boolean> underWay = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Loading.Read>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<Opened> opened;
    private final Consumer<Throwable> notOpened;
    private final Consumer<Heading> heard;
    private Cancellation cancellation = new Cancellation();
    private Opened open;
    private Runnable wayBack = () -> {};
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);
    private int wishes;

    /**
     * A run that came, which wish it answers, how it was opened, what it had learned by then, and what could be seen of
     * it, if anything.
     */
    private record Opened(
            int wish, OpenRun run, Supplier<CompletableFuture<OpenRun>> again, long step, Optional<Seen> first) {}

    /** How far the data of a wish are read. */
    private record Heading(int wish, Loading.Read read) {}

    /** Nothing is opened at first. */
    OpeningModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.workbench = explore.workbench();
        this.opened = pulse.every(runs -> runs.forEach(this::take));
        this.notOpened = pulse.latest(wrong -> {
            rest();
            explore.fail(wrong);
        });
        this.heard = pulse.latest(news -> {
            if (underWay.get() && news.wish == wishes) {
                reading.set(Optional.of(news.read));
            }
        });
    }

    /** Opens the first trained network, or begins a new one where there is none. */
    public void openFirst(Scenario otherwise) {
        await(() -> workbench.openFirst(otherwise));
    }

    /** Opens a saved network. */
    public void open(String model) {
        await(() -> workbench.open(model));
    }

    /** Opens another program's network before images of a dataset. */
    public void open(String model, String data) {
        await(() -> workbench.open(model, data));
    }

    /** Opens a recorded run or a saved network, whichever is called so. */
    public void enter(String name) {
        await(() -> workbench.enter(name));
    }

    /** Begins a new network. */
    public void begin(Scenario scenario) {
        await(() -> {
            int wish = wishes;
            cancellation = new Cancellation();
            return workbench.begin(scenario, new Loading(read -> heard.accept(new Heading(wish, read)), cancellation));
        });
    }

    /** Looks at a run that is open already; closes it from now on. */
    public void adopt(OpenRun other) {
        AtomicBoolean taken = new AtomicBoolean();
        await(() -> taken.getAndSet(true)
                ? workbench.resume(other.folder().toString())
                : CompletableFuture.completedFuture(other));
    }

    /** Goes on with a recorded run; one that was just left is recorded first. */
    public void resume(String recorded) {
        await(() -> closing.handle((done, wrong) -> recorded).thenCompose(workbench::resume));
    }

    /** Follows a run that somebody else writes. */
    public void watch(String recorded) {
        await(() -> workbench.watch(recorded));
    }

    /** Ends the reading of data for the run that is being begun; what is open stays open. */
    public void stopReading() {
        cancellation.cancel();
    }

    /** Leads back to the run that was left for the open one: as it was when it was left. */
    public Runnable wayBack() {
        return wayBack;
    }

    /** Whether a run is being opened. */
    public ReadOnlyObjectProperty<Boolean> underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    /** How far the data of the run that is being begun are read; empty where that takes no time. */
    public ReadOnlyObjectProperty<Optional<Loading.Read>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    private void await(Supplier<CompletableFuture<OpenRun>> coming) {
        underWay.set(true);
        reading.set(Optional.empty());
        int wish = ++wishes;
        OpenRun before = explore.runProperty().get();
        Subject image = explore.subjectProperty().get();
        Scope colours = explore.scopeProperty().get();
        var unused = coming.get()
                .thenCompose(next -> {
                    long step = next.progress().step();
                    Subject shown = onSameImages(before, next) ? image : next.testImage(0);
                    // Looked at before the screen has time for it: run and picture are drawn at once.
                    Moment now = new Moment(next, OptionalLong.empty());
                    return new Question(now, shown, colours, Set.of(), Optional.empty())
                            .ask()
                            .handle((seen, wrong) -> new Opened(wish, next, coming, step, Optional.ofNullable(seen)));
                })
                .whenComplete(Replies.to(opened, notOpened));
    }

    /** Whether both runs look at equal images, prepared alike. */
    static boolean onSameImages(OpenRun before, OpenRun next) {
        return before != null
                && before.dataset().card().equals(next.dataset().card())
                && before.scenario().preparation().equals(next.scenario().preparation());
    }

    /** The last wish counts: what an earlier one brings late is closed again. */
    private void take(Opened one) {
        if (one.wish == wishes) {
            replace(one);
        } else {
            reportTroubleOf(one.run.close());
        }
    }

    private void replace(Opened coming) {
        rest();
        explore.leave();
        if (open != null) {
            wayBack = wayBackTo(open);
            closing = open.run.close();
            reportTroubleOf(closing);
        }
        open = coming;
        explore.enter(coming.run, coming.first);
    }

    private void reportTroubleOf(CompletableFuture<Void> goodbye) {
        var unused = goodbye.whenComplete(Replies.to(done -> {}, explore::report));
    }

    // What has learned nothing since it was opened has no record of its own to go back to.
    private Runnable wayBackTo(Opened left) {
        String recorded = left.run.folder().toString();
        boolean isAsItWas = left.run.progress().step() == left.step || left.run.isOnlyLookedAt();
        return isAsItWas ? () -> await(left.again) : () -> resume(recorded);
    }

    private void rest() {
        underWay.set(false);
        reading.set(Optional.empty());
    }
}
