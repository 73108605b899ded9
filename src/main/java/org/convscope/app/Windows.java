package org.convscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.convscope.cli.WorkbenchWishes;
import org.convscope.ui.anatomy.AnatomyView;
import org.convscope.ui.compare.CompareView;
import org.convscope.ui.curves.CurvesPanels;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.inspect.InspectorView;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.map.NetworkMapView;
import org.convscope.ui.mistakes.MistakesPanels;
import org.convscope.ui.shell.ConvScopeWindow;
import org.convscope.ui.shell.Panels;
import org.convscope.ui.shell.SideBySide;
import org.convscope.workbench.Workbench;

/** The windows of the program, each with a workbench of its own; the program ends with the last. */
final class Windows {

    private final Supplier<Workbench> workbenches;
    private final List<Stage> open = new ArrayList<>();
    private final CountDownLatch allClosed = new CountDownLatch(1);

    /** No window yet. */
    Windows(Supplier<Workbench> workbenches) {
        this.workbenches = workbenches;
    }

    /** Windows on what is called so, side by side; returns when the last of them is closed. */
    static void open(WorkbenchWishes wishes, List<String> names) {
        begin(wishes, windows -> names.forEach(windows::beside));
    }

    /** A window that follows a run which somebody else writes; returns when it is closed. */
    static void watch(WorkbenchWishes wishes, String run) {
        begin(wishes, windows -> windows.show(explore -> explore.opening().watch(run)));
    }

    private static void begin(WorkbenchWishes wishes, Consumer<Windows> first) {
        Windows windows = new Windows(() -> Wiring.workbench(wishes));
        // The engine's libraries before the toolkit's: side by side they can wait for each other for ever.
        Wiring.workbench(wishes).warmUp();
        FxPulse.start(() -> first.accept(windows));
        try {
            windows.allClosed.await();
        } catch (InterruptedException wakened) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A window, not shown yet; on the FX thread.
     *
     * @param first opens what it looks at first, or empty for the first trained network
     */
    ConvScopeWindow window(Stage stage, Workbench workbench, Optional<Consumer<ExploreModel>> first) {
        open.add(stage);
        stage.setOnHidden(closed -> leave(stage));
        MistakesPanels mistakes = new MistakesPanels();
        return new ConvScopeWindow(
                stage,
                workbench,
                new Panels(
                        NetworkMapView::new,
                        mistakes.page(),
                        InspectorView::new,
                        CompareView::new,
                        AnatomyView::new,
                        mistakes.beside(CurvesPanels.all())),
                first,
                this::beside);
    }

    private void show(Consumer<ExploreModel> first) {
        window(new Stage(), workbenches.get(), Optional.of(first)).show();
    }

    /** Another window with what is called so; all of them then share the screen. */
    private void beside(String name) {
        show(explore -> explore.opening().enter(name));
        if (open.size() > 1) {
            SideBySide.arrange(open);
        }
    }

    private void leave(Stage stage) {
        open.remove(stage);
        if (open.isEmpty()) {
            allClosed.countDown();
        }
    }
}
