package org.convscope.ui.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.convscope.blueprint.Architecture;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Choice;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Options;
import org.convscope.blueprint.Zoo;
import org.convscope.blueprint.census.Difference;
import org.convscope.blueprint.census.Likeness;
import org.convscope.blueprint.census.Traits;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnatomyModelTest {

    @TempDir
    private Path folder;

    private final FakeRun run =
            new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu")));
    private final ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
    private final AnatomyModel model = model();

    private AnatomyModel model() {
        explore.open("");
        return new AnatomyModel(explore, Pulse.immediate(), Runnable::run);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void itBeginsWithTheOpenNetworkAndItsChoices() {
        assertEquals("lenet", model.left().architectureProperty().get().id());
        assertEquals("relu", model.left().optionProperty("activation").get());
        assertEquals("1x28x28", model.left().inputProperty().get());
        assertEquals(61_706, model.census(true).orElseThrow().parameters());
        assertEquals(List.of("input", "conv1", "conv2", "fc1", "fc2", "logits"), names());
    }

    @Test
    void aNetworkOfAFileIsCountedAsItIsAndForNothingElse() {
        FakeRun stranger = new FakeRun(strange());
        ExploreModel other = new ExploreModel(new FakeWorkbench(stranger), Pulse.immediate());
        other.open("");
        AnatomyModel anatomy = new AnatomyModel(other, Pulse.immediate(), Runnable::run);
        assertEquals("cats", anatomy.left().architectureProperty().get().title());
        assertEquals(
                3 * (5 * 5 + 1) + (3 * 4 * 4 + 1) * 2,
                anatomy.census(true).orElseThrow().parameters());
        anatomy.left().classesProperty().set("7");
        assertEquals(
                "ui.fileDrawing",
                anatomy.answerProperty().get().leftNow().problem().orElseThrow().code());
        anatomy.left().classesProperty().set("2");
        assertTrue(anatomy.answerProperty().get().leftNow().isDrawn());
    }

    /** As a file may hold it: a convolution and the classes. */
    private static Blueprint strange() {
        return Blueprint.draw("cats", Options.of(List.of(), Map.of()), Shape.of(1, 8, 8))
                .then("conv1", new Op.Conv(3, 5, 1, 0))
                .then("logits", new Op.Dense(2))
                .then("softmax", new Op.Softmax())
                .done();
    }

    @Test
    void aChoiceIsCountedAtOnce() {
        model.left().optionProperty("batch-norm").set("yes");
        assertEquals(
                61_706 + 2 * (6 + 16 + 120 + 84),
                model.census(true).orElseThrow().parameters());
        model.left().classesProperty().set("100");
        assertEquals(
                100,
                model.answerProperty().get().left().blueprint().orElseThrow().classes());
    }

    @Test
    void blocksOpenAndCloseAndStayOpenWhenAChoiceChanges() {
        model.setOpen(model.rowsProperty().get().get(1), true);
        assertEquals(List.of("input", "conv1", "conv1", "act1", "pool1", "conv2", "fc1", "fc2", "logits"), names());
        model.left().optionProperty("batch-norm").set("yes");
        assertTrue(names().contains("bn1"));
        model.openAll(false);
        assertEquals(6, names().size());
        model.openAll(true);
        assertEquals(6 - 1 + 13 + 4, names().size());
    }

    @Test
    void aSearchShowsWhatIsFoundWithWhereItStands() {
        model.filterProperty().set("POOL2");
        assertEquals(List.of("conv2", "pool2"), names());
        model.filterProperty().set("dense");
        assertEquals(List.of("fc1", "fc1", "fc2", "fc2", "logits", "logits"), names());
        model.filterProperty().set("nowhere");
        assertEquals(List.of(), names());
        model.filterProperty().set("");
        assertEquals(6, names().size());
    }

    @Test
    void whatCannotBeDrawnHasItsProblemInPlaceAndNothingIsLost() {
        for (String wrong : List.of("1x3x3", "square", "1x28", "0x28x28", "4096x4096x4096", "")) {
            model.left().inputProperty().set(wrong);
            assertTrue(model.answerProperty().get().leftNow().problem().isPresent(), wrong);
            assertEquals(61_706, model.census(true).orElseThrow().parameters(), wrong);
            assertEquals(6, names().size());
        }
        model.left().inputProperty().set("1x32x32");
        model.left().classesProperty().set("0");
        assertEquals(
                "ui.classes",
                model.answerProperty().get().leftNow().problem().orElseThrow().code());
        model.left().classesProperty().set("10");
        assertTrue(model.answerProperty().get().leftNow().problem().isEmpty());
    }

    @Test
    void aSecondNetworkIsLaidBesideTheFirstAndBothCanBeSwapped() {
        model.right().fill(Zoo.byId("googlenet"));
        assertTrue(model.answerProperty().get().comparison().isEmpty());
        model.comparingProperty().set(true);
        AnatomyRow first = model.rowsProperty().get().get(1);
        assertEquals(Likeness.CHANGED, first.likeness());
        assertEquals(5_977_530, model.census(false).orElseThrow().parameters());
        model.swap();
        assertEquals(5_977_530, model.census(true).orElseThrow().parameters());
        assertEquals("relu", model.right().optionProperty("activation").get());
        model.comparingProperty().set(false);
        assertTrue(model.census(false).isEmpty());
    }

    @Test
    void aRowOfTheOpenNetworkIsSelectedInExploreAndNoOther() {
        model.openAll(true);
        model.selectedProperty().set(row("conv2", 1));
        assertEquals("conv2", explore.selectionProperty().get().node());
        model.showInExplore();
        assertEquals(Mode.EXPLORE, explore.modeProperty().get());
        assertTrue(model.isInExplore());
        model.left().optionProperty("activation").set("tanh");
        assertFalse(model.isInExplore());
        model.selectedProperty().set(row("conv1", 1));
        assertEquals("conv2", explore.selectionProperty().get().node());
    }

    @Test
    void theNewestWishCountsHoweverLateOthersAreAnswered() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        AnatomyModel slow = new AnatomyModel(explore, Pulse.immediate(), waiting::add);
        slow.left().classesProperty().set("20");
        slow.left().classesProperty().set("30");
        Runnable[] all = waiting.toArray(Runnable[]::new);
        for (int i = all.length - 1; i >= 0; i--) {
            all[i].run();
        }
        assertEquals(
                30, slow.answerProperty().get().left().blueprint().orElseThrow().classes());
    }

    @Test
    void tablesOfWhatIsShownAreWrittenWhole() throws IOException {
        Path file = folder.resolve("census.csv");
        model.write(file, model.table().orElseThrow().csv());
        assertEquals(file, model.fileProperty().get());
        assertEquals(14, Files.readAllLines(file).size());
        model.comparingProperty().set(true);
        assertEquals("likeness", model.table().orElseThrow().csv().substring(0, 8));
        model.write(folder.resolve("no/such/folder.csv"), "");
        assertEquals(null, model.fileProperty().get());
        assertTrue(explore.failureProperty().get() != null);
    }

    @Test
    void aBatchThatCannotBeIsNotCounted() {
        assertEquals(256, model.images().getAsInt());
        for (String wrong : List.of("", "0", "-1", "many", "99999999")) {
            model.batchProperty().set(wrong);
            assertTrue(model.images().isEmpty(), wrong);
        }
    }

    @Test
    void everyPresetLaysTwoNetworksBesideEachOther() {
        for (Preset preset : Preset.ALL) {
            model.choose(preset);
            assertTrue(model.answerProperty().get().comparison().isPresent(), preset.id());
            assertFalse(model.rowsProperty().get().isEmpty(), preset.id());
            assertEquals(preset.isOfABlock(), !model.filterProperty().get().isEmpty());
        }
    }

    @Test
    void everyChoiceAndTraitOfTheZooHasWords() {
        for (Locale language : Texts.LANGUAGES) {
            Texts.language().set(language);
            for (Architecture architecture : Zoo.ALL) {
                for (Choice choice : architecture.choices()) {
                    Texts.get("dock.tip.choice." + choice.key());
                    choice.values()
                            .forEach(
                                    value -> assertFalse(ChosenView.words(value).isBlank()));
                }
                for (Node node : architecture
                        .draw(architecture.standardInput(), 10, Map.of())
                        .nodes()) {
                    Traits.of(node.op()).forEach((trait, value) -> RowPane.words(new Difference(trait, value, value)));
                }
            }
        }
    }

    @Test
    void barsGrowByPowersOfTenFromOne() {
        LogAxis axis = LogAxis.upTo(416_520);
        assertEquals(new LogAxis(6), axis);
        assertEquals(0, axis.position(0));
        assertEquals(0, axis.position(1));
        assertEquals(0.5, axis.position(1_000), 1e-12);
        assertEquals(1, axis.position(1_000_000));
        assertEquals(
                List.of("1", "10³", "10⁶"),
                axis.ticks().stream().map(LogAxis.Tick::label).toList());
        assertEquals(new LogAxis(12), LogAxis.upTo(15_470_000_000L));
    }

    @Test
    void columnsNeverOverlapNorLeaveTheTable() {
        for (boolean isOfTwo : new boolean[] {false, true}) {
            for (int width = 880; width <= 2000; width += 8) {
                AnatomyLayout layout = AnatomyLayout.of(width, isOfTwo);
                List<AnatomyLayout.Span> spans = Stream.of(AnatomyLayout.Column.values())
                        .flatMap(column -> layout.span(column).stream())
                        .toList();
                for (int i = 1; i < spans.size(); i++) {
                    assertTrue(spans.get(i).x() >= spans.get(i - 1).end() + AnatomyLayout.GAP - 1e-9);
                }
                assertTrue(spans.get(spans.size() - 1).end() <= width + 1e-9, "at " + width);
            }
        }
    }

    private AnatomyRow row(String name, int depth) {
        return model.rowsProperty().get().stream()
                .filter(row ->
                        row.depth() == depth && row.left().orElseThrow().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return model.rowsProperty().get().stream()
                .map(row -> row.left().or(row::right).orElseThrow().name())
                .toList();
    }
}
