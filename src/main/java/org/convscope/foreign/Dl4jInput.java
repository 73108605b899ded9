package org.convscope.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * The size of a DL4J network's images, which its file does not say. It follows from the size of the maps that are
 * flattened, as far as windows that do not fill their maps leave it open; then a usual size is taken, and said so.
 */
final class Dl4jInput {

    private static final int LONGEST_SIDE = 1024;
    private static final List<Integer> USUAL = List.of(28, 32, 64, 96, 128, 224, 227, 256, 299);

    private final Path path;
    private final List<Layer> layers;
    private final Map<String, Settings> reshapes;

    Dl4jInput(Path path, List<Layer> layers, Map<String, Settings> reshapes) {
        this.path = path;
        this.layers = layers;
        this.reshapes = reshapes;
    }

    Shape shape(Sketch sketch) {
        Optional<Shape> beside = InputFile.read(path);
        if (beside.isPresent()) {
            return beside.get();
        }
        for (Layer layer : layers) {
            Settings reshape = reshapes.get(layer.name());
            if (reshape == null) {
                continue;
            }
            if (Dl4jLayers.unflattens(reshape)) {
                return InputFile.shape(
                        path.toString(),
                        reshape.integer("numChannels", 1, InputFile.LONGEST_SIDE),
                        reshape.integer("inputHeight", 1, InputFile.LONGEST_SIDE),
                        reshape.integer("inputWidth", 1, InputFile.LONGEST_SIDE));
            }
            if (Dl4jLayers.flattens(reshape)) {
                return before(layer, reshape, sketch);
            }
        }
        throw Problem.of("foreign.noInput", path, InputFile.beside(path)).asException();
    }

    private Shape before(Layer layer, Settings reshape, Sketch sketch) {
        List<Layer> windows = new ArrayList<>();
        Layer at = layer;
        while (!at.inputs().isEmpty() && windows.size() <= layers.size()) {
            at = Dl4jModel.named(layers, at.inputs().get(0))
                    .orElseThrow(() -> Problem.of("foreign.noInput", path, InputFile.beside(path))
                            .asException());
            windows.add(0, at);
        }
        List<Integer> heights = fitting(windows, 0, reshape.integer("inputHeight", 1, LONGEST_SIDE));
        List<Integer> widths = fitting(windows, 1, reshape.integer("inputWidth", 1, LONGEST_SIDE));
        int channels = windows.stream()
                .filter(window -> window.settings().has("nin"))
                .findFirst()
                .map(window -> window.settings().integer("nin", 1, InputFile.LONGEST_SIDE))
                .orElse(reshape.integer("numChannels", 1, InputFile.LONGEST_SIDE));
        if (heights.isEmpty() || widths.isEmpty()) {
            throw Problem.of("foreign.noInput", path, InputFile.beside(path)).asException();
        }
        Shape shape = InputFile.shape(path.toString(), channels, usual(heights), usual(widths));
        if (heights.size() > 1 || widths.size() > 1) {
            sketch.remark(Problem.of(
                    "foreign.guessedInput",
                    path,
                    shape,
                    range(heights) + " × " + range(widths),
                    InputFile.beside(path)));
        }
        return shape;
    }

    private static List<Integer> fitting(List<Layer> windows, int axis, int wanted) {
        List<Integer> sides = new ArrayList<>();
        for (int side = 1; side <= LONGEST_SIDE; side++) {
            int length = side;
            for (Layer window : windows) {
                length = length < 1 ? length : Dl4jLayers.slide(window, axis, length);
            }
            if (length == wanted) {
                sides.add(side);
            }
        }
        return sides;
    }

    private static int usual(List<Integer> sides) {
        return USUAL.stream().filter(sides::contains).findFirst().orElse(sides.get(0));
    }

    private static String range(List<Integer> sides) {
        return sides.size() == 1 ? String.valueOf(sides.get(0)) : sides.get(0) + "–" + sides.get(sides.size() - 1);
    }
}
