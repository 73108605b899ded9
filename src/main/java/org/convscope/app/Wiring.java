package org.convscope.app;

import java.nio.file.Path;
import org.convscope.cli.WorkbenchWishes;
import org.convscope.engine.Dl4jNetworkFactory;
import org.convscope.run.ModelShelf;
import org.convscope.run.RunStore;
import org.convscope.run.RunsFolder;
import org.convscope.spec.EngineSettings;
import org.convscope.workbench.EngineBench;
import org.convscope.workbench.LiveWorkbench;
import org.convscope.workbench.Workbench;

/** The one place that knows who does what. */
final class Wiring {

    /** Where the program lies, with its models; the launcher says so. */
    private static final Path HOME = Path.of(System.getProperty("convscope.home", "."));

    private Wiring() {}

    static EngineBench bench() {
        return new EngineBench(new Dl4jNetworkFactory());
    }

    static Workbench workbench() {
        return workbench(new WorkbenchWishes(EngineSettings.STANDARD, null));
    }

    static Workbench workbench(WorkbenchWishes wishes) {
        return new LiveWorkbench(
                new Dl4jNetworkFactory(),
                wishes.engine(),
                new ModelShelf(HOME.resolve("models")),
                new RunStore(wishes.runs() == null ? RunsFolder.standard() : wishes.runs()));
    }
}
