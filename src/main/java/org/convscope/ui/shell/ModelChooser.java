package org.convscope.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Texts;

/** Asks for a model file: one of our own, of DL4J, of Keras or of TensorFlow.js. */
final class ModelChooser {

    /** How names of model files end. */
    static final List<String> ENDINGS = List.of("zip", "h5", "hdf5", "json");

    private final ExploreModel explore;
    private File folder;

    ModelChooser(ExploreModel explore) {
        this.explore = explore;
    }

    /** Whether a file looks like a model, by its name. */
    static boolean looksLikeAModel(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Opens what the person chooses, in the place of what is open. */
    void ask(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("shell.openModelTitle"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Texts.get("shell.modelFiles"),
                        ENDINGS.stream().map(ending -> "*." + ending).toList()));
        chooser.setInitialDirectory(folder);
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            folder = chosen.getAbsoluteFile().getParentFile();
            open(chosen.toPath());
        }
    }

    /** Opens a file that was dropped on the window. */
    void open(Path file) {
        explore.open(file.toAbsolutePath().toString());
    }
}
