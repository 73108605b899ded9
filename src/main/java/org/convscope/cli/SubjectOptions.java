package org.convscope.cli;

import java.nio.file.Path;
import org.convscope.data.PictureReader;
import org.convscope.problem.Problem;
import org.convscope.spec.Fit;
import org.convscope.spec.Subject;
import org.convscope.tensor.Shape;
import org.convscope.workbench.OpenRun;
import org.convscope.workbench.Workbench;
import picocli.CommandLine.Option;

/** Which network, and which image. */
final class SubjectOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "M",
            description = "Id of a shipped model, of a run, or a model file: ConvScope's or DL4J's zip, Keras' .h5,"
                    + " TensorFlow.js' model.json.")
    private String model;

    @Option(
            names = "--data",
            paramLabel = "ID|PATH",
            description = "Before which images a network of another program is put; its file does not say.")
    private String data;

    @Option(names = "--image", paramLabel = "FILE", description = "A picture from disk.")
    private Path image;

    @Option(names = "--index", paramLabel = "N", description = "A test image of the model's dataset.")
    private Integer index;

    @Option(
            names = "--fit",
            paramLabel = "stretch|crop|pad",
            defaultValue = "pad",
            description = "How a picture of another shape is made to fit.")
    private Fit fit;

    @Option(names = "--invert", description = "Black on white becomes white on black, as in the datasets.")
    private boolean invert;

    String model() {
        return model;
    }

    /** Opens the network, and tells what there is to know of it. */
    OpenRun open(Workbench bench, Voice voice) {
        OpenRun run = (data == null ? bench.open(model) : bench.open(model, data)).join();
        run.remarks().forEach(voice::warn);
        return run;
    }

    Subject subject(OpenRun run) {
        if ((image == null) == (index == null)) {
            throw Problem.of("cli.image", image == null ? "–" : image + ", " + index)
                    .asException();
        }
        if (image != null) {
            Shape own = run.dataset().test().ownShape();
            return run.picture(image.toString(), PictureReader.read(image, own, fit, invert));
        }
        int size = run.dataset().test().size();
        if (index < 0 || index >= size) {
            throw Problem.of("cli.index", index, size - 1).asException();
        }
        return run.testImage(index);
    }
}
