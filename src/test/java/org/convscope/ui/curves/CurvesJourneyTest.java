package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.convscope.frame.Numbers;
import org.convscope.net.FakeNetwork;
import org.convscope.problem.ProblemException;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person watches the loss fall and reads what it was at a step. */
@Tag("journey")
@ExtendWith(ApplicationExtension.class)
class CurvesJourneyTest {

    @TempDir
    private static Path folder;

    private FakeRun run;
    private ExploreModel explore;
    private CurvesModel model;
    private CurvesView loss;

    @Start
    void open(Stage stage) {
        run = new FakeRun(FakeNetwork.smallBlueprint());
        explore = new ExploreModel(new FakeWorkbench(run), new FxPulse());
        model = new CurvesModel(explore);
        Remembered remembered = Remembered.in(folder);
        loss = new CurvesView(new PanelModel(model, "left", Measure.LOSS, remembered), new FxPulse());
        CurvesView accuracy =
                new CurvesView(new PanelModel(model, "right", Measure.ACCURACY, remembered), new FxPulse());
        loss.setPrefHeight(220);
        accuracy.setPrefHeight(220);
        Theme.LIGHT.apply();
        Scene scene = new Scene(new VBox(loss, accuracy), 510, 440);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        explore.open("");
    }

    @Test
    void aPersonWatchesTheLossFallAndReadsAStep(FxRobot robot) throws TimeoutException {
        await(() -> isSeen(".curve-empty", robot));
        robot.interact(run::epoch);
        await(() -> model.curves(Measure.LOSS).train().size() == 20 && !isSeen(".curve-empty", robot));
        await(() -> says(Numbers.text(model.curves(Measure.LOSS).smooth().lastValue()), robot));

        Node plot = robot.from(loss).lookup(".curve-plot").query();
        robot.moveTo(plot);
        await(() -> model.hoveredStepProperty().get() != CurvesModel.NOWHERE);
        long pointed = model.hoveredStepProperty().get();
        Series train = model.curves(Measure.LOSS).train();
        assertTrue(says("step " + pointed + " · batch " + Numbers.text(train.value(train.indexAt(pointed))), robot));
        assertTrue(
                says(
                        "step " + pointed + " · batch "
                                + Numbers.percent(
                                        model.curves(Measure.ACCURACY).train().value(train.indexAt(pointed))),
                        robot),
                "the other picture reads the same step");

        robot.clickOn(plot).type(KeyCode.RIGHT);
        assertEquals(pointed + 1, model.hoveredStepProperty().get());
        robot.type(KeyCode.HOME);
        assertEquals(1, model.hoveredStepProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertEquals(CurvesModel.NOWHERE, model.hoveredStepProperty().get());
    }

    @Test
    void aPersonLooksCloserAndTakesThePictureAlong(FxRobot robot) throws Exception {
        robot.interact(run::epoch);
        await(() -> model.curves(Measure.LOSS).train().size() == 20);
        Node plot = robot.from(loss).lookup(".curve-plot").query();
        robot.clickOn(plot).type(KeyCode.PLUS);
        assertTrue(model.stretchProperty().get().isPresent());
        robot.type(KeyCode.DIGIT0);
        assertTrue(model.stretchProperty().get().isEmpty());
        robot.type(KeyCode.X);
        assertEquals(Unit.EPOCHS, model.unitProperty().get());
        for (PlotExport.Format format : PlotExport.Format.values()) {
            Path file = folder.resolve("loss." + format.key());
            CompletableFuture<CompletableFuture<Void>> writing = new CompletableFuture<>();
            robot.interact(() -> writing.complete(loss.export().write(format, file)));
            writing.get(20, TimeUnit.SECONDS).get(20, TimeUnit.SECONDS);
            assertTrue(Files.size(file) > 500, format + " of " + Files.size(file) + " bytes");
        }
        await(() -> says("saved: " + folder.resolve("loss.png"), robot));
        assertTrue(ImageIO.read(folder.resolve("loss.png").toFile()).getWidth() >= 1280);
        assertTrue(Files.readString(folder.resolve("loss.svg")).contains("<polyline"));
        assertEquals(
                21,
                Files.readAllLines(folder.resolve("loss.csv")).stream()
                        .filter(line -> line.startsWith("loss,raw,") || line.startsWith("measure,"))
                        .count());
        CompletableFuture<CompletableFuture<Void>> refused = new CompletableFuture<>();
        robot.interact(() ->
                refused.complete(loss.export().write(PlotExport.Format.CSV, folder.resolve("loss.csv/below.csv"))));
        assertThrows(ExecutionException.class, () -> refused.get().get(20, TimeUnit.SECONDS));
        await(() -> explore.failureProperty().get() instanceof ProblemException);
    }

    private static boolean isSeen(String style, FxRobot robot) {
        return robot.lookup(style).match(Node::isVisible).tryQuery().isPresent();
    }

    private static boolean says(String text, FxRobot robot) {
        return robot.lookup(
                        (Node node) -> node instanceof Label label && label.isVisible() && text.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }

    private static void await(BooleanSupplier isSo) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(isSo::getAsBoolean)
                .get());
    }
}
