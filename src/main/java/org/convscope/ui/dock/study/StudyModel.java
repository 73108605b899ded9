package org.convscope.ui.dock.study;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.frame.Frame;
import org.convscope.frame.Mosaic;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.convscope.train.StepStudy;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** The last step that was taken by itself, and how it changed the kernels of the selected map. */
public final class StudyModel {

    private static final Lens GRADIENT = Lenses.byId("weight-gradient");
    private static final Lens UPDATE = Lenses.byId("weight-update");

    private final ExploreModel explore;
    private final Consumer<Kernels> looked;
    private final Consumer<Throwable> failed;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<StepStudy>> study = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Kernels>> kernels = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * One filter of a layer.
     *
     * @param node whose it is
     * @param channel which of its maps or units it makes
     * @param gradient of the batch's mean loss by its weights, before the update
     * @param update what was added to them
     */
    record Kernels(String node, int channel, Mosaic gradient, Mosaic update) {}

    /** Follows what {@code explore} has open. */
    public StudyModel(ExploreModel explore, Pulse pulse) {
        this.explore = explore;
        this.looked = pulse.latest(this::take);
        this.failed = pulse.latest(explore::report);
        explore.runProperty().addListener(changed -> forget());
        explore.newsProperty().addListener((property, before, news) -> hear(news));
        explore.selectionProperty().addListener(changed -> look());
        shown.addListener(changed -> look());
    }

    /** Whether the panel is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Opens the panel, or closes it. */
    public void toggle() {
        shown.set(!shown.get());
    }

    /** The last step that was taken by itself since the run was opened. */
    ReadOnlyObjectProperty<Optional<StepStudy>> studyProperty() {
        return study;
    }

    /** What that step did to the selected filter; empty while it is not known, or the network has learned on. */
    ReadOnlyObjectProperty<Optional<Kernels>> kernelsProperty() {
        return kernels;
    }

    /** The learning layer that the selection stands for; the first of all where it stands for none. */
    Optional<Selection> chosen() {
        return study.get()
                .map(seen -> fitting(explore.selectionProperty().get()).orElseGet(() -> Selection.of(first(seen), 0)));
    }

    /** Selects a layer in the whole window. */
    void choose(String node) {
        explore.selectionProperty().set(Selection.of(node, 0));
    }

    /** A training image as a person sees it. */
    Tensor picture(int index) {
        return run().dataset().train().picture(index);
    }

    /** The name of a class in the language of now. */
    String className(int label) {
        return run().dataset().card().classNames(Texts.language().get()).get(label);
    }

    private void hear(List<TrainEvent> news) {
        for (TrainEvent event : news) {
            if (event instanceof TrainEvent.StepStudied studied) {
                study.set(Optional.of(studied.study()));
                look();
            } else if (event instanceof TrainEvent.Reset) {
                forget();
            } else if (event instanceof TrainEvent.StepDone) {
                // The network has the gradients of its last step only.
                kernels.set(Optional.empty());
            }
        }
    }

    private void forget() {
        study.set(Optional.empty());
        kernels.set(Optional.empty());
    }

    private void look() {
        Optional<Selection> where = chosen().filter(at -> GRADIENT.fits(blueprint(), at.node()));
        if (shown.get() && where.isPresent() && explore.subjectProperty().get() != null) {
            Selection at = where.get();
            CompletableFuture<Frame> gradient = look(GRADIENT, at);
            var unused = gradient.thenCombine(
                            look(UPDATE, at),
                            (slope, change) -> new Kernels(at.node(), at.channel(), (Mosaic) slope, (Mosaic) change))
                    .whenComplete((found, wrong) -> {
                        if (wrong == null) {
                            looked.accept(found);
                        } else {
                            failed.accept(wrong);
                        }
                    });
        }
    }

    private CompletableFuture<Frame> look(Lens lens, Selection at) {
        return run().look(lens, at.on(explore.subjectProperty().get()));
    }

    private void take(Kernels found) {
        boolean isOfTheStep = study.get()
                .filter(seen -> found.gradient.stamp().step() == seen.step()
                        && found.update.stamp().step() == seen.step())
                .isPresent();
        boolean isWanted = chosen().filter(at -> at.node().equals(found.node) && at.channel() == found.channel)
                .isPresent();
        if (isOfTheStep && isWanted) {
            kernels.set(Optional.of(found));
        }
    }

    /** The layer with filters whose values a selection shows, and which of its filters makes them. */
    private Optional<Selection> fitting(Selection selection) {
        Blueprint blueprint = blueprint();
        if (selection == null || !blueprint.has(selection.node())) {
            return Optional.empty();
        }
        Node node = blueprint.node(selection.node());
        while (!GRADIENT.fits(blueprint, node.id()) && node.inputs().size() == 1) {
            node = blueprint.source(node.id());
        }
        Shape shape = blueprint.shape(node.id());
        int channels = shape.isMaps() ? shape.channels() : shape.size();
        int channel = Math.min(selection.channel(), channels - 1);
        return GRADIENT.fits(blueprint, node.id()) ? Optional.of(Selection.of(node.id(), channel)) : Optional.empty();
    }

    private String first(StepStudy seen) {
        return seen.layers().stream()
                .map(StepStudy.Layer::node)
                .filter(node -> GRADIENT.fits(blueprint(), node))
                .findFirst()
                .orElseGet(() -> blueprint().first().id());
    }

    private Blueprint blueprint() {
        return run().blueprint();
    }

    private OpenRun run() {
        return explore.runProperty().get();
    }
}
