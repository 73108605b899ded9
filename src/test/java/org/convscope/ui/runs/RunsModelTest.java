package org.convscope.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.convscope.run.RunRecorder;
import org.convscope.run.RunStore;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Mode;
import org.convscope.ui.kit.HandPulse;
import org.convscope.ui.kit.Notice;
import org.convscope.ui.kit.Notices;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsModelTest {

    @TempDir
    private Path folder;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final HandPulse pulse = new HandPulse();
    private final Notices notices = new Notices(text -> {});
    private final List<String> besides = new ArrayList<>();
    private RunStore store;
    private ExploreModel explore;
    private RunsModel model;
    private RunListModel list;

    @BeforeEach
    void show() {
        workbench.keepRunsIn(folder.resolve("runs"));
        store = workbench.runs();
        explore = new ExploreModel(workbench, pulse);
        model = new RunsModel(explore, notices, pulse, besides::add);
        list = model.list();
    }

    @Test
    void allRunsAreReadWhenTheyComeToBeSeenAndFoundByWords() {
        Recorded.run(store, "relu", 1);
        Recorded.run(store, "tanh", 1);
        assertEquals(0, list.rows().size());
        list.seenProperty().set(true);
        assertEquals(2, list.rows().size());
        assertTrue(list.readingProperty().get().isEmpty());
        list.searchProperty().set("lenet  TANH");
        assertEquals(1, list.shown().size());
        list.searchProperty().set("lenet alexnet");
        assertEquals(0, list.shown().size());
        list.showAll();
        assertEquals(2, list.shown().size());
    }

    @Test
    void aRunThatComesOrGoesElsewhereIsSeenWithTheNextLook() throws IOException {
        Path first = Recorded.run(store, "relu", 1);
        list.seenProperty().set(true);
        RunRow row = only();
        Path second = Recorded.run(store, "relu", 1);
        changed();
        pulse.beat();
        assertEquals(2, list.rows().size());
        assertTrue(list.rows().contains(row), "what was known stays the row it was");
        store.delete(first.getFileName().toString());
        changed();
        pulse.beat();
        assertEquals(second, only().folder());
    }

    @Test
    void aRunThatIsBeingWrittenGrowsWhileItIsSeen() {
        RunRecorder recorder = Recorded.open(store, "relu", 2);
        list.seenProperty().set(true);
        assertEquals(RunFacts.Hand.OTHERS, only().facts().hand());
        assertFalse(only().facts().canBeOpened());
        model.delete(List.of(only().facts()));
        assertEquals("run.owned", notices.shown().get(0).topic());
        assertEquals(1, list.rows().size());
        model.open(only().facts());
        assertEquals(List.of("watch " + recorder.folder()), workbench.asked(), "it is watched instead");
        recorder.close();
        pulse.beat();
        assertEquals(RunFacts.Hand.NOBODY, only().facts().hand());
    }

    @Test
    void whatIsSaidOfARunStandsInItsFolder() {
        Path run = Recorded.run(store, "relu", 1);
        list.seenProperty().set(true);
        model.rename(only().facts(), " The best ");
        model.note(only().facts(), "Steep at first.");
        model.star(only().facts());
        assertEquals("The best", only().facts().title());
        assertEquals("Steep at first.", store.entry(run.toString()).notes().note());
        list.starredProperty().set(true);
        assertEquals(1, list.shown().size());
        model.star(only().facts());
        assertEquals(0, list.shown().size(), "it is sifted as it changes");
    }

    @Test
    void aDeletedRunComesBackByItsNoticeAndGoesForGoodWithTheTrash() {
        Path run = Recorded.run(store, "relu", 1);
        list.seenProperty().set(true);
        model.delete(List.of(only().facts()));
        assertEquals(0, list.rows().size());
        notices.shown().get(0).actions().get(0).deed().run();
        assertEquals(run, only().folder());

        model.delete(List.of(only().facts()));
        list.trashProperty().set(true);
        assertEquals(run.getFileName(), only().folder().getFileName());
        model.open(only().facts());
        assertEquals(List.of(), workbench.asked(), "nothing in the trash is opened");
        model.restore(List.of(only().facts()));
        assertEquals(0, list.rows().size());
        list.trashProperty().set(false);
        model.delete(List.of(only().facts()));
        list.trashProperty().set(true);
        model.emptyTrash();
        assertEquals(0, list.rows().size());
        assertFalse(Files.exists(run));
    }

    @Test
    void openingGoesOnWithTheRunAndLeadsToTheNetwork() {
        Path run = Recorded.run(store, "relu", 1);
        explore.modeProperty().set(Mode.RUNS);
        list.seenProperty().set(true);
        model.openBeside(only().facts());
        assertEquals(List.of(run.toString()), besides);
        model.open(only().facts());
        assertEquals(List.of("resume " + run), workbench.asked());
        assertEquals(Mode.EXPLORE, explore.modeProperty().get());
    }

    @Test
    void comparingAsksForTheRunBesideTheOpenOne() {
        Path run = Recorded.run(store, "relu", 1);
        list.seenProperty().set(true);
        List<String> wished = new ArrayList<>();
        explore.comparedProperty().addListener((property, before, now) -> wished.add(now));
        model.compare(only().facts());
        assertEquals(Mode.COMPARE, explore.modeProperty().get());
        assertEquals(run.toString(), wished.get(0));
    }

    @Test
    void aDamagedRunSaysWhyAndCanBeDeleted() throws IOException {
        Recorded.damage(Recorded.run(store, "relu", 1), "{\"format\": 1,");
        list.seenProperty().set(true);
        assertEquals("damaged", RunWords.state(only().facts()));
        model.open(only().facts());
        assertEquals("run.notJson", notices.shown().get(0).topic());
        model.delete(List.of(only().facts()));
        assertEquals(0, list.rows().size());
    }

    @Test
    void aRunOfANewerVersionIsCalledSo() throws IOException {
        Recorded.damage(Recorded.run(store, "relu", 1), "{\"format\": 99}");
        list.seenProperty().set(true);
        assertEquals("of a newer version", RunWords.state(only().facts()));
    }

    @Test
    void aRunGoesIntoAFileAndComesOutOfIt() {
        Path run = Recorded.run(store, "relu", 2);
        list.seenProperty().set(true);
        Path file = folder.resolve("run.zip");
        model.export(only().facts(), file);
        assertTrue(Files.exists(file));
        assertTrue(model.carrier().carryingProperty().get().isEmpty());
        model.delete(List.of(only().facts()));
        model.take(file);
        assertEquals(run, only().folder());
        assertEquals(Notice.Tone.DONE, notices.shown().get(0).tone());
    }

    @Test
    void whatIsCarriedCanBeStoppedAndLeavesNothing() {
        Recorded.run(store, "relu", 1);
        list.seenProperty().set(true);
        Path file = folder.resolve("run.zip");
        model.carrier().carryingProperty().addListener((property, before, now) -> model.carrier()
                .stop());
        model.export(only().facts(), file);
        assertFalse(Files.exists(file));
        assertEquals(List.of(), notices.shown(), "whoever stopped it knows");
    }

    @Test
    void theRunThatIsLookedAtShowsItsCourse() {
        Recorded.run(store, "relu", 4);
        list.seenProperty().set(true);
        list.lookedProperty().set(only());
        RunCurves curves = model.curvesProperty().get();
        assertNotNull(curves);
        assertEquals(4, curves.lastStep());
        assertEquals(4, curves.loss().get(0).size());
        assertEquals(1, curves.accuracy().get(2).size(), "the test at the end of its only epoch");
    }

    private RunRow only() {
        assertEquals(1, list.rows().size());
        return list.rows().get(0);
    }

    /** Some file systems tell the time of a change by the second. */
    private void changed() {
        assertTrue(folder.resolve("runs").toFile().setLastModified(store.lastChangeMillis() + 1000));
    }
}
