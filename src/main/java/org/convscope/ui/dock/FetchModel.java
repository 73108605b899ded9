package org.convscope.ui.dock;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.data.Cancellation;
import org.convscope.data.fetch.Fetch;
import org.convscope.data.fetch.FetchProgress;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;

/**
 * Brings the dataset that is chosen in the form for a new run, where it is missing. One at a time; it goes on while the
 * form is closed or another dataset is looked at.
 */
public final class FetchModel {

    /** How it stands with the chosen dataset. */
    enum State {
        HERE,
        MISSING,
        FETCHING
    }

    /** What came of a fetch. */
    private record End(Material material, Path folder, Throwable wrong) {}

    private final NewRunModel form;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.HERE);
    private final ReadOnlyObjectWrapper<Optional<FetchProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<FetchProgress> hear;
    private final Consumer<End> ended;
    private Optional<Material> coming = Optional.empty();
    private Cancellation cancellation = new Cancellation();

    /** Nothing is fetched until a person asks for it. */
    public FetchModel(NewRunModel form, Notices notices, Pulse pulse) {
        this.form = form;
        this.notices = notices;
        this.hear = pulse.latest(heard -> {
            if (coming.isPresent()) {
                progress.set(Optional.of(heard));
            }
        });
        this.ended = pulse.latest(this::end);
        form.checkProperty().addListener((property, before, now) -> look());
        look();
    }

    /** Begins to bring the chosen dataset, if it is missing and nothing else is being brought. */
    void fetch() {
        Material material = form.material();
        if (coming.isEmpty() && material.missing().isPresent()) {
            coming = Optional.of(material);
            cancellation = new Cancellation();
            look();
            var unused = material.fetch()
                    .orElseThrow()
                    .begin(hear, cancellation)
                    .whenComplete((folder, wrong) -> ended.accept(new End(material, folder, wrong)));
        }
    }

    /** Ends it soon; what came is kept for the next time. */
    void cancel() {
        cancellation.cancel();
    }

    /** How it stands with the chosen dataset. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far the fetch has come; empty before anything is heard. */
    ReadOnlyObjectProperty<Optional<FetchProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the chosen dataset takes to be brought, in MB. */
    long megabytes() {
        return form.material()
                .fetch()
                .map(Fetch::parcel)
                .map(parcel -> parcel.megabytes())
                .orElse(0L);
    }

    private void end(End end) {
        coming = Optional.empty();
        progress.set(Optional.empty());
        form.check();
        if (end.wrong == null) {
            notices.tell(Notice.done(
                    "fetch", Texts.of("dock.fetched", end.material.card().title())));
        } else if (!(end.wrong instanceof CancellationException)) {
            notices.tell(end.wrong);
        }
    }

    private void look() {
        Material chosen = form.material();
        boolean isComing =
                coming.filter(material -> material.card().equals(chosen.card())).isPresent();
        State missing = chosen.missing().isPresent() ? State.MISSING : State.HERE;
        state.set(isComing ? State.FETCHING : missing);
    }
}
