package org.convscope.ui.anatomy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.census.Comparison;
import org.convscope.blueprint.census.Table;
import org.convscope.blueprint.census.Tables;
import org.convscope.run.WholeFile;
import org.convscope.spec.TrainingPlan;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.workbench.OpenRun;

/**
 * One network or two, chosen and counted. Drawing happens on another thread; the newest wish counts, and what cannot
 * be drawn leaves the last drawing where it was, with its Problem beside it.
 */
public final class AnatomyModel {

    private final ExploreModel explore;
    private final Executor drawing;
    private final Consumer<Answer> answered;
    private final Consumer<Throwable> failed;
    private final Consumer<Path> written;
    private final ChosenModel left = new ChosenModel();
    private final ChosenModel right = new ChosenModel();
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final StringProperty batch = new SimpleStringProperty("256");
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<AnatomyRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<AnatomyRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
    private final Set<String> open = new HashSet<>();
    private boolean isFilled;
    private boolean filling;

    /**
     * What is to be counted.
     *
     * @param right the second network, if there is one
     * @param before what was counted last, kept where the wish cannot be drawn
     */
    private record Question(Wish left, Optional<Wish> right, Answer before) {}

    /**
     * What was counted.
     *
     * @param left the first network as it is shown
     * @param right the second, if there is one
     * @param leftNow what became of the newest wish: a Problem if {@code left} is older
     */
    record Answer(
            Wish wish,
            Optional<Wish> wishToo,
            Counted left,
            Optional<Counted> right,
            Counted leftNow,
            Optional<Counted> rightNow,
            Optional<Comparison> comparison,
            List<AnatomyRow> rows) {}

    /**
     * Begins with the network that is open, or will be.
     *
     * @param drawing where networks are drawn and files written, away from the screen
     */
    public AnatomyModel(ExploreModel explore, Pulse pulse, Executor drawing) {
        this.explore = explore;
        this.drawing = drawing;
        this.answered = pulse.latest(this::show);
        this.failed = pulse.latest(explore::report);
        this.written = pulse.latest(file::set);
        fillFromOpenRun();
        left.wishProperty().addListener(changed -> count());
        right.wishProperty().addListener(changed -> count());
        comparing.addListener(changed -> count());
        filter.addListener(changed -> list());
        selected.addListener((property, before, now) -> point(now));
        explore.runProperty().addListener(changed -> {
            if (!isFilled) {
                fillFromOpenRun();
            }
        });
        count();
    }

    /** Chooses what is open in Explore as the first network. */
    void fillFromOpenRun() {
        OpenRun run = explore.runProperty().get();
        if (run != null) {
            isFilled = true;
            left.fill(run.blueprint());
        }
    }

    /** Lays two networks beside each other as they were published. */
    void choose(Preset preset) {
        filling = true;
        left.fill(preset.left());
        right.fill(preset.right());
        comparing.set(true);
        filter.set(preset.block());
        isFilled = true;
        filling = false;
        count();
    }

    /** The first becomes the second, and the second the first. */
    void swap() {
        Wish first = left.wishProperty().get();
        filling = true;
        left.fill(right.wishProperty().get());
        right.fill(first);
        filling = false;
        count();
    }

    /** Opens or closes a row that has others inside. */
    void toggle(AnatomyRow row) {
        setOpen(row, !open.contains(row.key()));
    }

    /** Opens or closes a row; a node has nothing to open. */
    void setOpen(AnatomyRow row, boolean isOpen) {
        if (row.opens() && (isOpen ? open.add(row.key()) : open.remove(row.key()))) {
            list();
        }
    }

    /** Whether what is inside a row is shown: because it was opened, or because it was searched for. */
    boolean isOpen(AnatomyRow row) {
        return open.contains(row.key()) || isSearchedInside(row);
    }

    /** Opens all rows, or closes them. */
    void openAll(boolean isOpen) {
        open.clear();
        if (isOpen && answer.get() != null) {
            gather(answer.get().rows());
        }
        list();
    }

    /** Goes to the selected node in Explore, if its network is the open one. */
    void showInExplore() {
        if (openNode(selected.get()).isPresent()) {
            point(selected.get());
            explore.modeProperty().set(Mode.EXPLORE);
        }
    }

    /** Whether the selected row is a node of the open network. */
    boolean isInExplore() {
        return openNode(selected.get()).isPresent();
    }

    /** What is shown as a table to take along; empty where nothing could be drawn yet. */
    Optional<Table> table() {
        return Optional.ofNullable(answer.get()).flatMap(AnatomyModel::table);
    }

    /** Writes a text where the person wants it; {@link #fileProperty} says when it is there. */
    void write(Path target, String text) {
        file.set(null);
        var unused = CompletableFuture.runAsync(
                        () -> WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8))), drawing)
                .whenComplete((done, wrong) -> {
                    if (wrong == null) {
                        written.accept(target);
                    } else {
                        failed.accept(wrong);
                    }
                });
    }

    /** The first network. */
    ChosenModel left() {
        return left;
    }

    /** The second network. */
    ChosenModel right() {
        return right;
    }

    /** Whether the second network stands beside the first. */
    BooleanProperty comparingProperty() {
        return comparing;
    }

    /** Images of a training step, as typed. */
    StringProperty batchProperty() {
        return batch;
    }

    /** What is searched for, as typed. */
    StringProperty filterProperty() {
        return filter;
    }

    /** What was counted last, or {@code null}. */
    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The rows to be seen, from top to bottom. */
    ReadOnlyObjectProperty<List<AnatomyRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The row whose arithmetic is shown, or {@code null}. */
    ObjectProperty<AnatomyRow> selectedProperty() {
        return selected;
    }

    /** The file that was written last, or {@code null}. */
    ReadOnlyObjectProperty<Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Images of a training step; empty if what is typed cannot be. */
    OptionalInt images() {
        String typed = batch.get().strip();
        int images = typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : 0;
        return images >= 1 && images <= TrainingPlan.MOST_IMAGES_IN_A_BATCH
                ? OptionalInt.of(images)
                : OptionalInt.empty();
    }

    /** The axis that all parameters of both networks fit on. */
    LogAxis parameterAxis() {
        return axis(side -> side.parameters().total());
    }

    /** The axis that all multiply-adds of both networks fit on. */
    LogAxis macAxis() {
        return axis(side -> side.macs().total());
    }

    /** The whole of which the rows of the first network, or of the second, are shares. */
    Optional<Census> census(boolean isLeft) {
        Answer shown = answer.get();
        return shown == null
                ? Optional.empty()
                : isLeft ? shown.left().census() : shown.right().flatMap(Counted::census);
    }

    private static Optional<Table> table(Answer shown) {
        return shown.left().blueprint().map(first -> shown.comparison()
                .map(found -> Tables.of(
                        found, first, shown.right().flatMap(Counted::blueprint).orElseThrow()))
                .orElseGet(() -> Tables.byNode(Census.of(first))));
    }

    private LogAxis axis(ToLongFunction<AnatomySide> amount) {
        Answer shown = answer.get();
        LongStream amounts = (shown == null ? List.<AnatomyRow>of() : shown.rows())
                .stream()
                        .flatMap(row -> Stream.concat(row.left().stream(), row.right().stream()))
                        .mapToLong(amount);
        return LogAxis.upTo(amounts.max().orElse(1));
    }

    private void count() {
        if (!filling) {
            Question question = new Question(
                    left.wishProperty().get(),
                    comparing.get() ? Optional.of(right.wishProperty().get()) : Optional.empty(),
                    answer.get());
            var unused = CompletableFuture.supplyAsync(() -> answer(question), drawing)
                    .whenComplete((counted, wrong) -> {
                        if (wrong == null) {
                            answered.accept(counted);
                        } else {
                            failed.accept(wrong);
                        }
                    });
        }
    }

    private static Answer answer(Question question) {
        Answer before = question.before;
        Counted leftNow = question.left.count();
        Counted left = leftNow.isDrawn() || before == null ? leftNow : before.left();
        Optional<Counted> rightNow = question.right.map(Wish::count);
        Optional<Counted> right = rightNow.map(
                now -> now.isDrawn() || before == null ? now : before.right().orElse(now));
        Optional<Comparison> comparison = left.census()
                .flatMap(first -> right.flatMap(Counted::census).map(second -> Comparison.of(first, second)));
        List<AnatomyRow> rows = comparison
                .map(AnatomyRow::of)
                .orElseGet(() -> left.census().map(AnatomyRow::of).orElse(List.of()));
        return new Answer(question.left, question.right, left, right, leftNow, rightNow, comparison, rows);
    }

    private void show(Answer counted) {
        boolean isWished = counted.wish().equals(left.wishProperty().get())
                && counted.wishToo().isPresent() == comparing.get()
                && counted.wishToo().map(right.wishProperty().get()::equals).orElse(true);
        if (isWished) {
            answer.set(counted);
            list();
        }
    }

    private void list() {
        List<AnatomyRow> listed = new ArrayList<>();
        if (answer.get() != null) {
            list(answer.get().rows(), false, listed);
        }
        AnatomyRow before = selected.get();
        rows.set(List.copyOf(listed));
        if (before != null) {
            selected.set(listed.stream()
                    .filter(row -> row.key().equals(before.key()))
                    .findFirst()
                    .orElse(null));
        }
    }

    // What stands inside something that was found is shown, too.
    private void list(List<AnatomyRow> all, boolean isFound, List<AnatomyRow> listed) {
        for (AnatomyRow row : all) {
            boolean found = isFound || row.speaksOf(searched());
            if (found || isSearchedInside(row)) {
                listed.add(row);
                if (isOpen(row)) {
                    list(row.inside(), found, listed);
                }
            }
        }
    }

    private boolean isSearchedInside(AnatomyRow row) {
        return !searched().isEmpty()
                && row.inside().stream().anyMatch(inner -> inner.speaksOf(searched()) || isSearchedInside(inner));
    }

    private String searched() {
        return filter.get().strip().toLowerCase(Locale.ROOT);
    }

    private void gather(List<AnatomyRow> all) {
        for (AnatomyRow row : all) {
            if (row.opens()) {
                open.add(row.key());
                gather(row.inside());
            }
        }
    }

    private void point(AnatomyRow row) {
        openNode(row).ifPresent(node -> explore.selectionProperty().set(Selection.of(node, 0)));
    }

    private Optional<String> openNode(AnatomyRow row) {
        OpenRun run = explore.runProperty().get();
        if (row == null || run == null || answer.get() == null) {
            return Optional.empty();
        }
        boolean isLeft = answer.get().left().isDrawnLike(run.blueprint());
        boolean isRight = answer.get()
                .right()
                .filter(second -> second.isDrawnLike(run.blueprint()))
                .isPresent();
        Optional<AnatomySide> side = isLeft ? row.left() : isRight ? row.right() : Optional.empty();
        return side.filter(one -> one.op().isPresent()).map(AnatomySide::name);
    }
}
