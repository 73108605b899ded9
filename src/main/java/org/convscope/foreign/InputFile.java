package org.convscope.foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/** The size of images, where a model does not say it: {@code NAME.input.txt} beside it, with {@code 3x64x64}. */
final class InputFile {

    /** No side of an image is longer, and no image has more channels. */
    static final int LONGEST_SIDE = 4096;

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,4})[x×](\\d{1,4})[x×](\\d{1,4})\\s*");

    private InputFile() {}

    /** Where it would lie. */
    static Path beside(Path model) {
        return model.resolveSibling(ModelName.of(model) + ".input.txt");
    }

    static Optional<Shape> read(Path model) {
        Path file = beside(model);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = new String(ReadFile.start(file, 100), StandardCharsets.UTF_8);
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            throw Problem.of("foreign.inputFile", file, text.replaceAll("\\p{Cntrl}", " "))
                    .asException();
        }
        return Optional.of(shape(
                file.toString(),
                Long.parseLong(found.group(1)),
                Long.parseLong(found.group(2)),
                Long.parseLong(found.group(3))));
    }

    /** A shape of images, if it is one. */
    static Shape shape(String file, long channels, long height, long width) {
        if (channels < 1
                || height < 1
                || width < 1
                || channels > LONGEST_SIDE
                || height > LONGEST_SIDE
                || width > LONGEST_SIDE
                || channels * height * width > 1L << 26) {
            throw Problem.of("foreign.inputShape", file, channels + "×" + height + "×" + width, LONGEST_SIDE)
                    .asException();
        }
        return Shape.of((int) channels, (int) height, (int) width);
    }
}
