package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.lens.Overview;
import org.convscope.train.Progress;
import org.convscope.train.TrainEvent;
import org.convscope.workbench.LayerHealth;
import org.convscope.workbench.OpenRun;

/** One of the runs that are compared, with what is seen of it. */
public final class Side {

    private final String name;
    private final OpenRun run;
    private boolean isOwn;
    private final Scores scores;
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerHealth> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
    private final List<Scores> repeats = new ArrayList<>();
    private Consumer<TrainEvent> listener = event -> {};

    /**
     * A side that nothing is seen of yet.
     *
     * @param name what tells it from the others
     * @param isOwn whether the run was opened for the comparison, and is closed with it
     */
    Side(String name, OpenRun run, boolean isOwn) {
        this.name = name;
        this.run = run;
        this.isOwn = isOwn;
        this.scores = new Scores(run.blueprint().classes());
        run.past().forEach(scores::add);
        progress.set(run.progress());
    }

    /** What tells it from the others: {@code sigmoid, rate 0.9}. */
    public String name() {
        return name;
    }

    /** The run itself. */
    public OpenRun run() {
        return run;
    }

    boolean isOwn() {
        return isOwn;
    }

    /** Whoever it is lent to closes it. */
    void lend() {
        isOwn = false;
    }

    Scores scores() {
        return scores;
    }

    /** The same run from other seeds, as far as they have come. */
    List<Scores> repeats() {
        return repeats;
    }

    /** Share of test images that were right when they were last scored; NaN when that is not known. */
    double accuracy() {
        return scores.last() == null ? run.testAccuracy() : scores.last().accuracy();
    }

    /** The newest picture of its network, or {@code null}. */
    public ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** How its layers fare, or {@code null}. */
    public ReadOnlyObjectProperty<LayerHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** How far it has come. */
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void show(Overview seen) {
        overview.set(seen);
    }

    void examine(LayerHealth measured) {
        health.set(measured);
    }

    void follow(TrainEvent event) {
        scores.add(event);
        progress.set(run.progress());
    }

    void listen(Consumer<TrainEvent> hears) {
        listener = hears;
        run.listen(listener);
    }

    void unlisten() {
        run.unlisten(listener);
    }
}
