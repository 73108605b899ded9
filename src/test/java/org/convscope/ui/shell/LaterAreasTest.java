package org.convscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class LaterAreasTest {

    private final FakeWorkbench workbench = new FakeWorkbench();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> opening = new CompletableFuture<>();
    private ExploreModel explore;

    @Start
    void open(Stage stage) {
        explore = new ExploreModel(workbench, new FxPulse());
        workbench.openWith(opening);
        explore.begin(FakeWorkbench.SMALL);
        LaterAreas later = new LaterAreas(explore);
        stage.setScene(new Scene(new HBox(later.area(() -> make("first")), later.area(() -> make("second")))));
        stage.show();
    }

    private Region make(String name) {
        made.add(name);
        return new Region();
    }

    @Test
    void nothingIsMadeBeforeTheMapsAreThereAndThenAllOfItInOrder(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents(20);
        assertEquals(List.of(), made);
        opening.complete(null);
        await(() -> explore.overviewProperty().get() != null);
        robot.interact(() -> explore.pictures().paint(explore.overviewProperty().get()));
        await(() -> made.equals(List.of("first", "second")));
    }

    @Test
    void allOfItIsMadeAlthoughNothingCouldBeOpened() throws TimeoutException {
        opening.completeExceptionally(new IllegalStateException("nothing to open"));
        await(() -> made.equals(List.of("first", "second")));
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
