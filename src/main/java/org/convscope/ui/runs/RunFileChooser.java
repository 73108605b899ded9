package org.convscope.ui.runs;

import java.io.File;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.convscope.ui.kit.Texts;

/** Asks where a run goes to or comes from. */
final class RunFileChooser {

    private RunFileChooser() {}

    /** Asks for a file to write a run into. */
    static void export(RunsModel model, RunFacts run, Window owner) {
        FileChooser chooser = chooser("runs.exportTitle");
        chooser.setInitialFileName(run.entry().id() + ".zip");
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            model.export(run, chosen.toPath().toAbsolutePath());
        }
    }

    /** Asks for a file that a run was written into. */
    static void take(RunsModel model, Window owner) {
        File chosen = chooser("runs.importTitle").showOpenDialog(owner);
        if (chosen != null) {
            model.take(chosen.toPath().toAbsolutePath());
        }
    }

    /** Asks for a folder to write runs for TensorBoard into. */
    static void tensorBoard(RunsModel model, List<RunFacts> runs, Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("runs.boardTitle"));
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            model.tensorBoard(runs, chosen.toPath().toAbsolutePath());
        }
    }

    private static FileChooser chooser(String titleKey) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get(titleKey));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.get("runs.files"), "*.zip"));
        return chooser;
    }
}
