package org.convscope.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convscope.problem.Problem;
import org.convscope.problem.ProblemException;
import org.convscope.spec.Fit;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;

/**
 * A person's own pictures: a folder for each class, straight in the folder or in {@code train} and {@code test}.
 * Without {@code test}, every fifth picture of a class, by name, is kept for testing. All pictures are brought to
 * one size: their own, if the first ones of all classes agree on a small one, else 64×64 of their middle.
 *
 * <p>Nothing below a class's folder is looked at, so links that lead round in a circle lead nowhere.
 */
final class PictureFolder implements DatasetSource {

    private static final String TRAIN = "train";
    private static final String TEST = "test";
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final int MOST_CLASSES = 256;
    private static final int MOST_PICTURES = 200_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_OWN_SIDE = 96;
    private static final int USUAL_SIDE = 64;
    private static final int FIFTH = 5;
    private static final int PICTURES_AT_A_TIME = 64;

    /** A picture and the class it lies in. */
    private record Labelled(Path file, int label) {}

    private final DatasetCard card;
    private final List<Labelled> train;
    private final List<Labelled> test;

    private PictureFolder(DatasetCard card, List<Labelled> train, List<Labelled> test) {
        this.card = card;
        this.train = List.copyOf(train);
        this.test = List.copyOf(test);
    }

    /** Whether a folder holds folders, and so may hold classes. */
    static boolean isIn(Path folder) {
        return !entries(folder, Files::isDirectory).isEmpty();
    }

    /** Lists the pictures, and decodes one of every class. */
    static PictureFolder at(Path folder) {
        Path trainFolder = Files.isDirectory(folder.resolve(TRAIN)) ? folder.resolve(TRAIN) : folder;
        boolean hasTest = !trainFolder.equals(folder) && Files.isDirectory(folder.resolve(TEST));
        List<String> classes = classes(trainFolder);
        List<Labelled> train = new ArrayList<>();
        List<Labelled> test = new ArrayList<>();
        List<Path> firsts = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            List<Path> pictures = pictures(trainFolder.resolve(classes.get(label)));
            firsts.add(pictures.get(0));
            for (int i = 0; i < pictures.size(); i++) {
                boolean forTest = !hasTest && i % FIFTH == FIFTH - 1;
                (forTest ? test : train).add(new Labelled(pictures.get(i), label));
            }
        }
        if (hasTest) {
            for (String name : names(folder.resolve(TEST))) {
                int label = classes.indexOf(name);
                if (label < 0) {
                    throw Problem.of("data.classOnlyInTest", folder.resolve(TEST), name, String.join(", ", classes))
                            .asException();
                }
                pictures(folder.resolve(TEST).resolve(name)).forEach(file -> test.add(new Labelled(file, label)));
            }
        }
        if (test.isEmpty()) {
            throw Problem.of("data.nothingToTest", folder, FIFTH).asException();
        }
        Shape shape = commonShape(firsts);
        long bytes = (long) (train.size() + test.size()) * shape.size();
        if (train.size() + test.size() > MOST_PICTURES || bytes > MOST_BYTES) {
            throw Problem.of("data.tooManyPictures", folder, train.size() + test.size(), MOST_PICTURES)
                    .asException();
        }
        DatasetCard card = new DatasetCard(
                folder.toString(),
                String.valueOf(folder.getFileName() == null ? folder : folder.getFileName()),
                classes,
                shape,
                train.size(),
                test.size(),
                "",
                folder.toString(),
                Map.of());
        return new PictureFolder(card, train, test);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Dataset load() {
        return load(Loading.patient());
    }

    @Override
    public Dataset load(Loading loading) {
        AtomicInteger read = new AtomicInteger();
        Runnable counter =
                () -> loading.listener().accept(new Loading.Read(read.incrementAndGet(), train.size() + test.size()));
        Cancellation cancellation = loading.cancellation();
        return new Dataset(card, read(train, counter, cancellation), read(test, counter, cancellation));
    }

    private LabelledImages read(List<Labelled> pictures, Runnable counter, Cancellation cancellation) {
        Shape shape = card.shape();
        byte[] pixels = new byte[pictures.size() * shape.size()];
        byte[] labels = new byte[pictures.size()];
        try (ReadingThreads threads = new ReadingThreads()) {
            List<CompletableFuture<Void>> reading = new ArrayList<>();
            for (int from = 0; from < pictures.size(); from += PICTURES_AT_A_TIME) {
                int first = from;
                int end = Math.min(pictures.size(), from + PICTURES_AT_A_TIME);
                reading.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = first; i < end; i++) {
                                cancellation.check();
                                labels[i] = (byte) pictures.get(i).label;
                                read(pictures.get(i).file, shape, pixels, i * shape.size());
                                counter.run();
                            }
                        },
                        threads));
            }
            reading.forEach(CompletableFuture::join);
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            cancellation.check();
            throw failure;
        }
        return new LabelledImages(shape, pixels, labels, pictures.size());
    }

    private static void read(Path file, Shape shape, byte[] pixels, int offset) {
        Tensor picture = PictureReader.read(file, shape, Fit.CROP, false);
        for (int i = 0; i < shape.size(); i++) {
            pixels[offset + i] = (byte) Math.round(255 * picture.flat(i));
        }
    }

    private static Shape commonShape(List<Path> pictures) {
        Set<Shape> sizes = new HashSet<>();
        boolean coloured = false;
        for (Path picture : pictures) {
            Shape shape = PictureReader.shapeOf(picture);
            coloured |= shape.channels() == 3;
            sizes.add(Shape.of(1, shape.height(), shape.width()));
        }
        Optional<Shape> common = sizes.size() == 1 ? sizes.stream().findFirst() : Optional.empty();
        Shape size = common.filter(one -> one.height() <= MOST_OWN_SIDE && one.width() <= MOST_OWN_SIDE)
                .orElse(Shape.of(1, USUAL_SIDE, USUAL_SIDE));
        return Shape.of(coloured ? 3 : 1, size.height(), size.width());
    }

    private static List<String> names(Path folder) {
        return entries(folder, Files::isDirectory).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    private static List<String> classes(Path folder) {
        List<String> names = names(folder);
        if (names.size() < 2 || names.size() > MOST_CLASSES) {
            throw Problem.of("data.numberOfClasses", folder, names.size(), MOST_CLASSES)
                    .asException();
        }
        return names;
    }

    private static List<Path> pictures(Path folder) {
        List<Path> pictures = entries(folder, file -> Files.isRegularFile(file) && isPicture(file));
        if (pictures.isEmpty()) {
            throw Problem.of("data.classWithoutPictures", folder).asException();
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<Path> entries(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException failure) {
            throw FileProblem.unreadable(folder.toString(), failure);
        }
    }
}
