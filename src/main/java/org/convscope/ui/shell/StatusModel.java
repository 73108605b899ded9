package org.convscope.ui.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.convscope.frame.Numbers;
import org.convscope.spec.EngineReport;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Amounts;
import org.convscope.ui.kit.Notices;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.workbench.OpenRun;

/** What the network costs, what computes it, and where it is kept. */
final class StatusModel {

    private final ExploreModel explore;
    private final ObjectProperty<EngineReport> engine = new SimpleObjectProperty<>();
    private final ObjectProperty<Saved> saved = new SimpleObjectProperty<>();
    private final Consumer<EngineReport> engineKnown;
    private final Consumer<Saved> recorded;
    private final Consumer<Throwable> failed;
    private long stepAtOpening;

    /** That a run was recorded when it had learned so many steps. */
    private record Saved(Path folder, long step) {}

    StatusModel(ExploreModel explore, Notices notices, Pulse pulse) {
        this.explore = explore;
        this.engineKnown = pulse.latest(engine::set);
        this.recorded = pulse.latest(saved::set);
        this.failed = pulse.latest(notices::tell);
        explore.runProperty().addListener((run, before, now) -> ask(now));
        ask(explore.runProperty().get());
    }

    /** Writes the run as it is now into its folder. */
    void save() {
        OpenRun run = explore.runProperty().get();
        if (run != null) {
            Saved coming = new Saved(run.folder(), run.progress().step());
            var unused = run.record().whenComplete((file, wrong) -> {
                if (wrong == null) {
                    recorded.accept(coming);
                } else {
                    failed.accept(wrong);
                }
            });
        }
    }

    /** {@code 61,706 parameters}. */
    StringBinding parameters() {
        return say(
                run -> Texts.get("shell.parameters", Numbers.count(run.census().parameters())));
    }

    /** {@code 0.42 M MAC / image}. */
    StringBinding macs() {
        return say(run -> Texts.get("shell.macs", Amounts.large(run.census().macs())));
    }

    /** {@code CPU · oneDNN · 1 thread}. */
    StringBinding engine() {
        return Bindings.createStringBinding(
                () -> {
                    EngineReport report = engine.get();
                    if (report == null) {
                        return "";
                    }
                    String threads = report.threads() == 1
                            ? Texts.get("shell.oneThread")
                            : Texts.get("shell.threads", report.threads());
                    return Texts.get(report.oneDnn() ? "shell.oneDnn" : "shell.plainEngine", threads);
                },
                engine,
                Texts.language());
    }

    /** The engine's own name and version. */
    StringBinding engineName() {
        return Bindings.createStringBinding(
                () -> engine.get() == null ? "" : engine.get().engine(), engine);
    }

    /** Where the run is kept, and up to which step a person has saved it; empty while there is nothing to keep. */
    StringBinding kept() {
        return Bindings.createStringBinding(
                () -> {
                    OpenRun run = explore.runProperty().get();
                    if (run == null) {
                        return "";
                    }
                    Path folder = run.folder();
                    Saved last = saved.get();
                    if (last != null && last.folder.equals(folder)) {
                        return Texts.get("shell.savedAt", folder.getFileName(), Numbers.count(last.step));
                    }
                    long step = explore.progressProperty().get().step();
                    return step == 0 || step == stepAtOpening ? "" : Texts.get("shell.keptIn", folder.getFileName());
                },
                explore.runProperty(),
                explore.progressProperty(),
                saved,
                Texts.language());
    }

    /** The folder it is kept in. */
    StringBinding folder() {
        return say(run -> run.folder().toString());
    }

    private StringBinding say(Function<OpenRun, String> words) {
        return Bindings.createStringBinding(
                () -> explore.runProperty().get() == null
                        ? ""
                        : words.apply(explore.runProperty().get()),
                explore.runProperty(),
                Texts.language());
    }

    private void ask(OpenRun run) {
        if (run != null) {
            stepAtOpening = run.progress().step();
            var unused = run.engine().whenComplete((report, wrong) -> {
                if (wrong == null) {
                    engineKnown.accept(report);
                }
            });
        }
    }
}
