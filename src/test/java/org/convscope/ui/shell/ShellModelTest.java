package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.convscope.frame.Surface;
import org.convscope.problem.Problem;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellModelTest {

    @TempDir
    private Path folder;

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final ExploreModel explore = new ExploreModel(workbench, Pulse.immediate());
    private final Notices notices = new Notices(report -> {});

    @AfterEach
    void speakEnglishAgain() {
        Texts.language().set(Locale.ENGLISH);
    }

    @Test
    void themeAndLanguageAreAsTheyWereTheDayBefore() {
        ShellModel today = model(true);
        today.toggleTheme();
        today.toggleLanguage();
        today.input().toggle();
        Texts.language().set(Locale.ENGLISH);
        ShellModel tomorrow = model(true);
        assertEquals(Theme.DARK, tomorrow.themeProperty().get());
        assertEquals(Locale.SIMPLIFIED_CHINESE, Texts.language().get());
        assertFalse(tomorrow.input().wish().open());
        assertTrue(tomorrow.dock().wish().open());
    }

    @Test
    void picturesFollowTheTheme() {
        ShellModel model = model(true);
        assertEquals(Surface.LIGHT, explore.surfaceProperty().get());
        model.toggleTheme();
        assertEquals(Surface.DARK, explore.surfaceProperty().get());
    }

    @Test
    void withoutAChineseFontTheLanguageStaysAndThePackageIsNamed() {
        ShellModel model = model(false);
        model.toggleLanguage();
        assertEquals(Locale.ENGLISH, Texts.language().get());
        assertTrue(notices.shown().get(0).headline().getValue().contains("fonts-noto-cjk"));
    }

    @Test
    void aLanguageWithoutItsFontIsNotTakenUpAgainEither() {
        model(true).toggleLanguage();
        model(false);
        assertEquals(Locale.ENGLISH, Texts.language().get());
    }

    @Test
    void theWindowGoesOnlyWhenEverythingIsRecorded() {
        CompletableFuture<Void> recording = new CompletableFuture<>();
        workbench.closeWith(recording);
        ShellModel model = model(true);
        model.beginToClose();
        model.beginToClose();
        assertTrue(model.closingProperty().get());
        assertFalse(model.closedProperty().get());
        assertEquals(1, workbench.asked().stream().filter("close"::equals).count());
        recording.complete(null);
        assertTrue(model.closedProperty().get());
    }

    @Test
    void whatCannotBeRecordedIsToldAndThePersonDecides() {
        workbench.closeWith(
                CompletableFuture.failedFuture(Problem.of("spec.limit", 7).asException()));
        ShellModel model = model(true);
        model.beginToClose();
        assertFalse(model.closingProperty().get());
        assertFalse(model.closedProperty().get());
        assertEquals("spec.limit", notices.shown().get(0).topic());
        notices.shown().get(0).actions().get(0).deed().run();
        assertTrue(model.closedProperty().get());
    }

    @Test
    void otherDataBeginARunWithTheSameRecipe() {
        explore.open("lenet-sigmoid");
        ShellModel model = model(true);
        model.changeData(workbench.run().dataset().card());
        assertEquals(1, workbench.asked().size(), "the data that are open already");
        model.changeData(FakeWorkbench.squares("other").card());
        assertEquals("other", workbench.run().scenario().data());
        assertEquals(FakeWorkbench.SMALL.plan(), workbench.run().scenario().plan());
    }

    @Test
    void anotherProgramsNetworkIsPutBeforeOtherDataAsItIs() {
        explore.open("lenet-sigmoid");
        workbench.lay(workbench.run().from(Path.of("cats.h5"), true));
        explore.open("cats.h5");
        model(true).changeData(FakeWorkbench.squares("other").card());
        assertEquals(
                "open cats.h5 on other", workbench.asked().get(workbench.asked().size() - 1));
    }

    @Test
    void theChipsNameWhatIsOpen() {
        ShellModel model = model(true);
        assertEquals("Network", model.networkName().get());
        explore.open("lenet-sigmoid");
        assertEquals("LeNet · sigmoid", model.networkName().get());
        assertEquals("Squares of squares", model.dataName().get());
    }

    private ShellModel model(boolean chineseOffered) {
        return new ShellModel(explore, notices, Pulse.immediate(), Remembered.in(folder), chineseOffered);
    }
}
