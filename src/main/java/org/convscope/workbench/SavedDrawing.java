package org.convscope.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.foreign.ForeignModel;
import org.convscope.foreign.ForeignModels;
import org.convscope.problem.Problem;
import org.convscope.run.ModelFile;

/**
 * What a model file holds, without an engine to run it.
 *
 * @param blueprint the network
 * @param remarks what a person should know of the drawing
 */
public record SavedDrawing(Blueprint blueprint, List<Problem> remarks) {

    public SavedDrawing {
        remarks = List.copyOf(remarks);
    }

    /** Reads the drawing in a file of our own or of another program. */
    public static SavedDrawing of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of("workbench.noModelFile", file).asException();
        }
        if (ForeignModels.isForeign(file)) {
            ForeignModel model = ForeignModels.open(file);
            return new SavedDrawing(model.blueprint(), model.remarks());
        }
        return new SavedDrawing(ModelFile.open(file).draw(), List.of());
    }
}
