package org.convscope.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;

/**
 * A person's own signals, as the UCR archive writes them: a line for each, its class first, then its values, all
 * of the same number, with commas, tabs or semicolons between. A file whose name ends in {@code _TRAIN} has one
 * in {@code _TEST} beside it; of a single file, every fifth signal of a class is kept for testing.
 *
 * <p>Values are kept in 256 steps between the least and the greatest to learn from.
 */
final class SeriesFile implements DatasetSource {

    private static final Pattern PAIR = Pattern.compile("(.*)_(TRAIN|TEST)(\\.[^.]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;\\t]\\s*| +");
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_VALUES = 4096;
    private static final int MOST_CLASSES = 256;
    private static final int FIFTH = 5;
    private static final String PAIR_NAMES = "…_TRAIN, …_TEST";

    private final Dataset dataset;

    private SeriesFile(Dataset dataset) {
        this.dataset = dataset;
    }

    /** One signal, its values as written. */
    private static final class Signal {

        private final String label;
        private final float[] values;

        Signal(String label, float[] values) {
            this.label = label;
            this.values = values;
        }
    }

    /** Reads all of it: what the file holds is not known before. */
    static SeriesFile at(Path file) {
        Matcher pair = PAIR.matcher(file.getFileName().toString());
        List<Signal> train = new ArrayList<>();
        List<Signal> test = new ArrayList<>();
        if (pair.matches()) {
            train = read(sibling(file, pair, "TRAIN"), 0);
            test = read(sibling(file, pair, "TEST"), train.get(0).values.length);
        } else {
            Map<String, Integer> seen = new TreeMap<>();
            for (Signal signal : read(file, 0)) {
                int count = seen.merge(signal.label, 1, Integer::sum);
                (count % FIFTH == 0 ? test : train).add(signal);
            }
            if (test.isEmpty()) {
                throw Problem.of("data.nothingToTest", file, FIFTH).asException();
            }
        }
        List<String> classes = classes(file, train);
        float[] range = range(train);
        DatasetCard card = new DatasetCard(
                file.toString(),
                file.getFileName().toString().replaceFirst("\\.[^.]*$", ""),
                classes,
                Shape.of(1, 1, train.get(0).values.length),
                train.size(),
                test.size(),
                "",
                file.toString(),
                Map.of());
        return new SeriesFile(new Dataset(card, images(file, train, card, range), images(file, test, card, range)));
    }

    @Override
    public DatasetCard card() {
        return dataset.card();
    }

    @Override
    public Dataset load() {
        return dataset;
    }

    private static Path sibling(Path file, Matcher pair, String part) {
        boolean small = pair.group(2).equals(pair.group(2).toLowerCase(Locale.ROOT));
        String ending = pair.group(3) == null ? "" : pair.group(3);
        String word = small ? part.toLowerCase(Locale.ROOT) : part;
        Path found = file.resolveSibling(pair.group(1) + "_" + word + ending);
        if (!Files.isRegularFile(found)) {
            throw Problem.of("data.missingFile", file.getParent(), found.getFileName(), PAIR_NAMES)
                    .asException();
        }
        return found;
    }

    /** Signals of a file; as many values each as {@code length} says, or as the first one has for 0. */
    private static List<Signal> read(Path file, int length) {
        List<Signal> signals = new ArrayList<>();
        int wanted = length;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Problem.of("data.seriesTooLarge", file, Files.size(file) >> 20, MOST_BYTES >> 20)
                        .asException();
            }
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    String[] cells = SEPARATOR.split(line.strip(), -1);
                    if (line.isBlank() || number == 1 && isHeading(cells)) {
                        continue;
                    }
                    Signal signal = signal(file, number, cells);
                    wanted = wanted == 0 ? signal.values.length : wanted;
                    if (signal.values.length != wanted) {
                        throw Problem.of("data.seriesLength", file, number, signal.values.length, wanted)
                                .asException();
                    }
                    signals.add(signal);
                }
            }
        } catch (CharacterCodingException notText) {
            throw Problem.of("data.notText", file).asException(notText);
        } catch (IOException failure) {
            throw FileProblem.unreadable(file.toString(), failure);
        }
        if (signals.isEmpty()) {
            throw Problem.of("data.noSignals", file).asException();
        }
        return signals;
    }

    private static Signal signal(Path file, int number, String[] cells) {
        if (cells.length < 2 || cells.length > MOST_VALUES + 1 || cells[0].isEmpty()) {
            throw Problem.of("data.seriesLine", file, number, cells.length - 1, MOST_VALUES)
                    .asException();
        }
        float[] values = new float[cells.length - 1];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Float.parseFloat(cells[i + 1]);
            } catch (NumberFormatException notANumber) {
                throw notANumber(file, number, cells[i + 1], i).asException(notANumber);
            }
            if (!Float.isFinite(values[i])) {
                throw notANumber(file, number, cells[i + 1], i).asException();
            }
        }
        return new Signal(labelOf(cells[0]), values);
    }

    private static Problem notANumber(Path file, int line, String cell, int column) {
        String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
        return Problem.of("data.seriesNumber", file, line, column + 1, shown);
    }

    /** The archive writes the same class as 1 and as 1.0000000e+00. */
    private static String labelOf(String text) {
        try {
            double number = Double.parseDouble(text);
            return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf((long) number) : text;
        } catch (NumberFormatException aWord) {
            return text;
        }
    }

    private static boolean isHeading(String[] cells) {
        if (cells.length < 2) {
            return false;
        }
        try {
            Float.parseFloat(cells[1]);
            return false;
        } catch (NumberFormatException aWord) {
            return true;
        }
    }

    private static List<String> classes(Path file, List<Signal> train) {
        List<String> names = train.stream()
                .map(signal -> signal.label)
                .distinct()
                .sorted(SeriesFile::compare)
                .toList();
        if (names.size() < 2 || names.size() > MOST_CLASSES) {
            throw Problem.of("data.numberOfClasses", file, names.size(), MOST_CLASSES)
                    .asException();
        }
        return names;
    }

    /** Numbers by size, before words by letter. */
    private static int compare(String one, String other) {
        boolean oneIsNumber = one.matches("-?\\d{1,9}");
        boolean otherIsNumber = other.matches("-?\\d{1,9}");
        if (oneIsNumber && otherIsNumber) {
            return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
        }
        return oneIsNumber == otherIsNumber ? one.compareTo(other) : oneIsNumber ? -1 : 1;
    }

    private static float[] range(List<Signal> signals) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (Signal signal : signals) {
            for (float value : signal.values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return new float[] {least, most};
    }

    private static LabelledImages images(Path file, List<Signal> signals, DatasetCard card, float[] range) {
        int length = card.shape().size();
        if ((long) length * signals.size() > Integer.MAX_VALUE - 8) {
            throw Problem.of("data.seriesTooLarge", file, ((long) length * signals.size()) >> 20, MOST_BYTES >> 20)
                    .asException();
        }
        byte[] pixels = new byte[signals.size() * length];
        byte[] labels = new byte[signals.size()];
        double span = Math.max((double) range[1] - range[0], Float.MIN_NORMAL);
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            int label = card.classes().indexOf(signal.label);
            if (label < 0) {
                throw Problem.of("data.classOnlyInTest", file, signal.label, String.join(", ", card.classes()))
                        .asException();
            }
            labels[i] = (byte) label;
            for (int j = 0; j < length; j++) {
                double share = ((double) signal.values[j] - range[0]) / span;
                pixels[i * length + j] = (byte) Math.round(255 * Math.min(1, Math.max(0, share)));
            }
        }
        return new LabelledImages(card.shape(), pixels, labels, signals.size());
    }
}
