package org.convscope.ui.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.convscope.problem.ProblemException;
import org.convscope.run.RunNotes;
import org.convscope.run.RunStore;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;

/** What can be done with recorded runs. Everything that touches the disk happens off the screen's thread. */
public final class RunsModel {

    private final ExploreModel explore;
    private final Notices notices;
    private final RunStore store;
    private final Consumer<String> beside;
    private final Disk deeds;
    private final Disk looks;
    private final Carrier carrier;
    private final RunListModel list;
    private final ReadOnlyObjectWrapper<RunCurves> curves = new ReadOnlyObjectWrapper<>();
    private final AtomicInteger wishes = new AtomicInteger();

    /** What came of deleting some runs: where those are that could be, and why others could not. */
    private record Deleted(List<Path> folders, List<RunFacts> runs, Optional<ProblemException> wrong) {}

    /**
     * The runs of this workbench.
     *
     * @param beside opens what is called so in a window of its own
     */
    public RunsModel(ExploreModel explore, Notices notices, Pulse pulse, Consumer<String> beside) {
        this.explore = explore;
        this.notices = notices;
        this.beside = beside;
        this.store = explore.workbench().runs();
        Consumer<Throwable> wrong = notices::tell;
        this.deeds = new Disk(explore.workbench().disk(), pulse, wrong);
        this.looks = new Disk(explore.workbench().disk(), pulse, wrong);
        this.list = new RunListModel(explore, pulse, explore.workbench().disk(), wrong);
        this.carrier = new Carrier(new Disk(explore.workbench().disk(), pulse, wrong), notices, list::refresh);
        list.lookedProperty().addListener((property, before, now) -> lookAt(now));
    }

    /** The runs there are, and which one is looked at. */
    RunListModel list() {
        return list;
    }

    /** The course of the run that is looked at, or {@code null} while it is read. */
    ReadOnlyObjectProperty<RunCurves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** Goes on with a run where it stopped, in the place of what is open; the open one is only shown. */
    void open(RunFacts run) {
        if (list.trashProperty().get()) {
            return;
        }
        if (run.entry().problem().isPresent()) {
            notices.tell(Notice.of(run.entry().problem().get()));
        } else if (run.canBeOpened()) {
            if (run.hand() == RunFacts.Hand.NOBODY) {
                explore.opening().resume(run.entry().folder().toString());
            }
            leave();
        } else {
            watch(run);
        }
    }

    /** Follows a run that somebody else writes. */
    void watch(RunFacts run) {
        if (canBeWatched(run)) {
            explore.opening().watch(run.entry().folder().toString());
            leave();
        }
    }

    static boolean canBeWatched(RunFacts run) {
        return run.hand() == RunFacts.Hand.OTHERS && run.card().isPresent();
    }

    /** Goes on with a run in a window beside this one. */
    void openBeside(RunFacts run) {
        if (isFree(run) && !list.trashProperty().get()) {
            beside.accept(run.entry().folder().toString());
        }
    }

    /** Lays a run beside the open one, to be compared. */
    void compare(RunFacts run) {
        if (isFree(run)) {
            explore.compare(run.entry().folder().toString());
        }
    }

    /** Whether it is whole, and nobody has it. */
    static boolean isFree(RunFacts run) {
        return run.canBeOpened() && run.hand() == RunFacts.Hand.NOBODY;
    }

    /** Back to the network. */
    void leave() {
        explore.modeProperty().set(Mode.EXPLORE);
    }

    void rename(RunFacts run, String name) {
        say(run, notes -> notes.named(name));
    }

    void note(RunFacts run, String text) {
        say(run, notes -> notes.noted(text));
    }

    void star(RunFacts run) {
        boolean wanted = !run.entry().notes().starred();
        say(run, notes -> notes.starred(wanted));
    }

    /** Moves runs into the trash; a notice leads back. */
    void delete(List<RunFacts> runs) {
        deeds.ask(() -> deleted(runs), done -> {
            done.runs.forEach(run -> list.forget(run.entry().folder()));
            done.wrong.ifPresent(notices::tell);
            if (!done.runs.isEmpty()) {
                Notice.Action undo = new Notice.Action(
                        "undo-delete", Texts.of("runs.undoDelete"), () -> restoreFolders(done.folders));
                notices.tell(Notice.done(
                        "runs-deleted",
                        done.runs.size() == 1
                                ? Texts.of("runs.deleted", done.runs.get(0).title())
                                : Texts.of("runs.deletedSome", done.runs.size()),
                        undo));
            }
        });
    }

    /** Brings runs back from the trash. */
    void restore(List<RunFacts> runs) {
        restoreFolders(runs.stream().map(run -> run.entry().folder()).toList());
    }

    /** Removes for good what is in the trash. */
    void emptyTrash() {
        deeds.ask(
                () -> store.trash().empty(),
                removed -> {
                    list.refresh();
                    notices.tell(Notice.done("runs-emptied", Texts.of("runs.emptied", removed)));
                },
                wrong -> {
                    list.refresh();
                    notices.tell(wrong);
                });
    }

    /** Writes a run into one file. */
    void export(RunFacts run, Path file) {
        String id = run.entry().folder().toString();
        carrier.carry(file, run.entry().bytes(), copied -> {
            store.export(id, file, copied);
            return Texts.of("runs.exported", run.title(), file);
        });
    }

    /** Takes in a run from a file. */
    void take(Path file) {
        carrier.carry(
                file,
                file.toFile().length(),
                copied -> Texts.of("runs.taken", store.take(file, copied).id()));
    }

    /** Writes runs for TensorBoard into a folder, each in one of its own. */
    void tensorBoard(List<RunFacts> runs, Path folder) {
        List<RunFacts> known =
                runs.stream().filter(run -> run.entry().problem().isEmpty()).toList();
        long all = known.stream().mapToLong(run -> run.entry().bytes()).sum();
        carrier.carry(folder, all, done -> {
            long bytes = 0;
            for (RunFacts run : known) {
                // Between two runs it can be ended.
                done.accept(bytes);
                explore.workbench()
                        .tensorBoard(run.entry().folder().toString(), folder)
                        .join();
                bytes += run.entry().bytes();
            }
            return Texts.of("runs.onBoard", known.size(), folder);
        });
    }

    /** What is carried into a file or out of one. */
    Carrier carrier() {
        return carrier;
    }

    private void say(RunFacts run, UnaryOperator<RunNotes> change) {
        Path folder = run.entry().folder();
        deeds.ask(() -> store.note(folder.toString(), change), said -> list.reread(folder), wrong -> {
            list.reread(folder);
            notices.tell(wrong);
        });
    }

    private Deleted deleted(List<RunFacts> runs) {
        List<Path> folders = new ArrayList<>();
        List<RunFacts> gone = new ArrayList<>();
        Optional<ProblemException> wrong = Optional.empty();
        for (RunFacts run : runs) {
            try {
                folders.add(store.delete(run.entry().folder().getFileName().toString()));
                gone.add(run);
            } catch (ProblemException refused) {
                wrong = Optional.of(refused);
            }
        }
        return new Deleted(folders, gone, wrong);
    }

    private void restoreFolders(List<Path> folders) {
        deeds.ask(
                () -> {
                    folders.forEach(
                            folder -> store.trash().restore(folder.getFileName().toString()));
                    return folders.size();
                },
                count -> {
                    list.refresh();
                    notices.tell(Notice.done("runs-restored", Texts.of("runs.restored", count)));
                },
                wrong -> {
                    list.refresh();
                    notices.tell(wrong);
                });
    }

    private void lookAt(RunRow row) {
        curves.set(null);
        if (row != null) {
            readCurves(row.facts());
        }
    }

    /** Reads the course of a run that is looked at; again when it has come further. */
    void readCurves(RunFacts run) {
        int mine = wishes.incrementAndGet();
        if (run.card().isEmpty()) {
            return;
        }
        Path folder = run.entry().folder();
        looks.ask(() -> read(mine, folder), read -> {
            if (mine == wishes.get()) {
                read.ifPresent(curves::set);
            }
        });
    }

    private Optional<RunCurves> read(int wish, Path folder) {
        // Whoever has gone on to another run meanwhile does not wait for this one.
        return wish == wishes.get() ? store.find(folder.toString()).map(RunCurves::of) : Optional.empty();
    }
}
