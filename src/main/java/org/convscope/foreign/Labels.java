package org.convscope.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;

/**
 * Names of classes in a file beside the model: {@code NAME.labels.txt}, {@code labels.txt} or {@code classes.txt}
 * with one a line, or the same with {@code .json} and a list of texts.
 */
final class Labels {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_NAME = 80;
    private static final List<String> ENDINGS = List.of(".txt", ".json");

    private final Path model;

    Labels(Path model) {
        this.model = model;
    }

    /** So many names, or none; what lies there and does not fit becomes a remark, not a refusal. */
    Optional<List<String>> of(int classes, List<Problem> remarks) {
        for (String base : List.of(ModelName.of(model) + ".labels", "labels", "classes")) {
            for (String ending : ENDINGS) {
                Path file = model.resolveSibling(base + ending);
                if (Files.isRegularFile(file)) {
                    return read(file, classes, remarks);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> read(Path file, int classes, List<Problem> remarks) {
        try {
            List<String> names =
                    file.toString().endsWith(".json") ? list(file) : lines(ReadFile.whole(file, MOST_BYTES));
            if (names.size() == classes) {
                return Optional.of(names);
            }
            remarks.add(Problem.of("foreign.labels", file, names.size(), classes));
        } catch (ProblemException unreadable) {
            remarks.add(unreadable.problem());
        }
        return Optional.empty();
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(Labels::cleaned)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> list(Path file) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : Json.read(file.toString(), ReadFile.whole(file, MOST_BYTES))) {
            names.add(cleaned(name.asText()));
        }
        return names;
    }

    private static String cleaned(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\uFEFF]", "").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) + "…" : clean;
    }
}
