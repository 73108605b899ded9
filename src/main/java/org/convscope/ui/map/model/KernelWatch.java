package org.convscope.ui.map.model;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.spec.Focus;
import org.convscope.spec.Subject;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Moment;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the kernels of one map at hand and fresh; where a map has none, or they are not there yet, there is nothing. */
final class KernelWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KernelWatch.class);

    private final ExploreModel explore;
    private final Lens lens = Lenses.byId("kernel");
    private final ReadOnlyObjectWrapper<Kernels> kernels = new ReadOnlyObjectWrapper<>();
    private final Viewer<Question, Optional<Kernels>> viewer;
    private Selection map;

    private record Question(Moment moment, Lens lens, Selection map, Focus focus) {}

    /** A watch that looks at nothing yet. */
    KernelWatch(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        Consumer<Optional<Kernels>> receive = pulse.latest(this::show);
        this.viewer = new Viewer<>(
                question -> question.moment
                        .look(question.lens, question.focus)
                        .thenApply(frame -> Kernels.of(question.map, frame)),
                (answer, failure) -> {
                    if (failure == null) {
                        receive.accept(answer);
                    } else {
                        // The map is whole without: its strands stay neutral. Whoever looks closer is told by the
                        // inspector.
                        LOG.debug("No kernels to show", failure);
                    }
                });
    }

    /** The kernels of the watched map, or {@code null}. */
    ReadOnlyObjectProperty<Kernels> kernelsProperty() {
        return kernels.getReadOnlyProperty();
    }

    /** Watches another map, or none if {@code null}. */
    void watch(Selection next) {
        if (next == null || !next.isSameMap(map)) {
            map = next;
            kernels.set(null);
            refresh();
        }
    }

    /** Asks for the kernels at the step that is looked at. */
    void refresh() {
        OpenRun run = explore.runProperty().get();
        Subject subject = explore.subjectProperty().get();
        boolean isLooking = map != null && run != null && subject != null;
        if (isLooking && run.blueprint().has(map.node()) && lens.fits(run.blueprint(), map.node())) {
            viewer.ask(new Question(explore.moment(), lens, map, map.on(subject)));
        }
    }

    private void show(Optional<Kernels> answer) {
        answer.filter(found -> found.map().isSameMap(map)).ifPresent(kernels::set);
    }
}
