package org.convscope.app;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.convscope.cli.WorkbenchWishes;
import org.convscope.spec.EngineSettings;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Remembered;
import org.testfx.util.WaitForAsyncUtils;

/** The program as a person has it, with its own engine, that remembers and records in a folder of the test. */
final class WholeWindow {

    private static final int PATIENCE_SECONDS = 90;

    private WholeWindow() {}

    /** Shows a window of the smallest size that is cared for; gives what it looks at. */
    static ExploreModel show(Stage stage, Path folder) {
        System.setProperty(Remembered.FOLDER_PROPERTY, folder.toString());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(720);
        var workbench = Wiring.workbench(new WorkbenchWishes(EngineSettings.STANDARD, folder.resolve("runs")));
        var window = WindowCall.window(stage, workbench);
        window.show();
        return window.explore();
    }

    /** Lets the next window remember elsewhere. */
    static void forget() {
        System.clearProperty(Remembered.FOLDER_PROPERTY);
    }

    static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
    }
}
