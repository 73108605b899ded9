package org.convscope.ui.runs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.convscope.problem.ProblemException;
import org.convscope.run.RunEntry;
import org.convscope.run.RunStore;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;

/**
 * The runs there are, read from the disk a few at a time and told as they come; which of them are looked for; and the
 * one that is looked at. While it is seen, runs that somebody writes are read again every two seconds.
 */
final class RunListModel {

    static final int TICK_MILLIS = 2000;

    /** Runs that are read before the screen hears of them: a tenth of a second's worth. */
    private static final int CHUNK = 100;

    private final ExploreModel explore;
    private final RunStore store;
    private final Disk reader;
    private final ObservableList<RunRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.factsProperty()});
    private final FilteredList<RunRow> shown = new FilteredList<>(rows);
    private final Map<Path, RunRow> byFolder = new HashMap<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty starred = new SimpleBooleanProperty();
    private final BooleanProperty trash = new SimpleBooleanProperty();
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final ObjectProperty<RunRow> looked = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(new Counts(0, 0, 0));
    private final AtomicInteger readings = new AtomicInteger();
    private volatile long changeMillis = -1;
    private boolean isRereading;

    /** How many runs are shown of how many, and what those that are shown take on the disk. */
    record Counts(int shown, int all, long bytes) {}

    /** How many runs of how many are read. */
    record Reading(int done, int all) {}

    RunListModel(ExploreModel explore, Pulse pulse, Executor disk, Consumer<Throwable> wrong) {
        this.explore = explore;
        this.store = explore.workbench().runs();
        this.reader = new Disk(disk, pulse, failure -> {
            reading.set(Optional.empty());
            wrong.accept(failure);
        });
        // Told after the sifted ones, which listen first.
        rows.addListener((ListChangeListener<RunRow>) change -> count());
        search.addListener(changed -> sift());
        starred.addListener(changed -> sift());
        trash.addListener(changed -> {
            clear();
            refresh();
        });
        seen.addListener((property, before, now) -> {
            if (now) {
                refresh();
            }
        });
        explore.runProperty().addListener(changed -> reread());
        pulse.repeat(TICK_MILLIS, this::tick);
    }

    /** Reads everything anew; what is known already stays where it is meanwhile. */
    void refresh() {
        int mine = readings.incrementAndGet();
        boolean ofTrash = trash.get();
        reading.set(Optional.of(new Reading(0, 0)));
        reader.ask(
                () -> {
                    changeMillis = store.lastChangeMillis();
                    return ofTrash ? store.trash().folders() : store.folders();
                },
                folders -> {
                    if (mine == readings.get()) {
                        forgetAllBut(new HashSet<>(folders));
                        read(mine, folders, 0);
                    }
                });
    }

    /** Reads one run again, as something of it has changed. */
    void reread(Path folder) {
        reader.ask(() -> facts(List.of(folder)), this::learn);
    }

    /** Forgets a run that is not where it was. */
    void forget(Path folder) {
        RunRow row = byFolder.remove(folder);
        if (row != null) {
            rows.remove(row);
        }
    }

    /** Looks for nothing in particular, outside the trash. */
    void showAll() {
        search.set("");
        starred.set(false);
        trash.set(false);
    }

    /** All of them, in no order. */
    ObservableList<RunRow> rows() {
        return rows;
    }

    /** Those that are looked for, in no order. */
    ObservableList<RunRow> shown() {
        return shown;
    }

    /** How many there are. */
    ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Words of which each must stand in what is said of a run. */
    StringProperty searchProperty() {
        return search;
    }

    /** Whether only runs with a star are looked for. */
    BooleanProperty starredProperty() {
        return starred;
    }

    /** Whether the trash is looked at. */
    BooleanProperty trashProperty() {
        return trash;
    }

    /** Whether a person sees it. */
    BooleanProperty seenProperty() {
        return seen;
    }

    /** The one that is looked at, or {@code null}. */
    ObjectProperty<RunRow> lookedProperty() {
        return looked;
    }

    /** How far everything is read; empty when it is. */
    ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    private void read(int mine, List<Path> folders, int from) {
        if (mine != readings.get()) {
            return;
        }
        if (from >= folders.size()) {
            reading.set(Optional.empty());
            return;
        }
        int to = Math.min(folders.size(), from + CHUNK);
        reading.set(Optional.of(new Reading(from, folders.size())));
        reader.ask(() -> facts(folders.subList(from, to)), found -> {
            if (mine == readings.get()) {
                add(found);
                read(mine, folders, to);
            }
        });
    }

    private List<RunFacts> facts(List<Path> folders) {
        return folders.stream().flatMap(this::facts).toList();
    }

    private Stream<RunFacts> facts(Path folder) {
        try {
            RunEntry entry = store.entry(folder.toString());
            return Stream.of(new RunFacts(entry, entry.isOpen() ? RunFacts.Hand.OTHERS : RunFacts.Hand.NOBODY));
        } catch (ProblemException gone) {
            // Between two looks at the disk somebody may have moved it.
            return Stream.empty();
        }
    }

    private void add(List<RunFacts> found) {
        learn(found);
        List<RunRow> fresh = found.stream()
                .filter(run -> !byFolder.containsKey(run.entry().folder()))
                .map(this::mine)
                .map(RunRow::new)
                .toList();
        fresh.forEach(row -> byFolder.put(row.folder(), row));
        rows.addAll(fresh);
    }

    private void learn(List<RunFacts> found) {
        for (RunFacts run : found) {
            RunRow known = byFolder.get(run.entry().folder());
            if (known != null) {
                known.learn(mine(run));
            }
        }
    }

    private RunFacts mine(RunFacts run) {
        OpenRun open = explore.runProperty().get();
        boolean isHere =
                open != null && open.watch().isEmpty() && run.entry().folder().equals(open.folder());
        return isHere && run.hand() == RunFacts.Hand.OTHERS ? new RunFacts(run.entry(), RunFacts.Hand.HERE) : run;
    }

    private void forgetAllBut(Set<Path> folders) {
        byFolder.keySet().retainAll(folders);
        // In one go: after each that goes, whoever listens would look at all that are left.
        rows.removeAll(
                rows.stream().filter(row -> !folders.contains(row.folder())).toList());
    }

    private void clear() {
        looked.set(null);
        byFolder.clear();
        rows.clear();
    }

    private void sift() {
        List<String> words = Stream.of(search.get().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean onlyStarred = starred.get();
        shown.setPredicate(row -> row.facts().entry().fits(words)
                && (!onlyStarred || row.facts().entry().notes().starred()));
        count();
    }

    private void count() {
        long bytes =
                shown.stream().mapToLong(row -> row.facts().entry().bytes()).sum();
        counts.set(new Counts(shown.size(), rows.size(), bytes));
    }

    private void tick() {
        if (seen.get() && reading.get().isEmpty() && !isRereading) {
            reread();
        }
    }

    /** Reads again what somebody writes, or everything if a run has come or gone. */
    private void reread() {
        if (!seen.get() || reading.get().isPresent()) {
            return;
        }
        isRereading = true;
        List<Path> written = rows.stream()
                .filter(row -> row.facts().hand() != RunFacts.Hand.NOBODY)
                .map(RunRow::folder)
                .toList();
        reader.ask(
                () -> store.lastChangeMillis() == changeMillis ? Optional.of(facts(written)) : Optional.empty(),
                (Optional<List<RunFacts>> found) -> {
                    isRereading = false;
                    found.ifPresentOrElse(this::learn, this::refresh);
                },
                failure -> isRereading = false);
    }
}
