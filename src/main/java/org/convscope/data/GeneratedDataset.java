package org.convscope.data;

import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.convscope.problem.Problem;

/**
 * A dataset that is drawn from a seed when it is first wanted. Every image has dice of its own, so that it does
 * not matter which thread draws it; classes take turns, so that the first images are of all of them. Once drawn
 * it is kept for as long as memory allows.
 */
public final class GeneratedDataset {

    private static final long TRAIN = 0;
    private static final long TEST = 1;
    private static final int IMAGES_AT_A_TIME = 500;

    private final DatasetCard card;
    private final long seed;
    private final Generator generator;
    private SoftReference<Dataset> drawn = new SoftReference<>(null);

    /** The dataset of this card; nothing is drawn yet. Its checksums are those of {@code train} and {@code test}. */
    public GeneratedDataset(DatasetCard card, long seed, Generator generator) {
        this.card = card;
        this.seed = seed;
        this.generator = generator;
    }

    /** What the dataset is. */
    public DatasetCard card() {
        return card;
    }

    /** The dataset, drawn and checked unless it still is in memory. Whoever comes second waits for the first. */
    public synchronized Dataset load() {
        Dataset dataset = drawn.get();
        if (dataset == null) {
            byte[] train = pixels(TRAIN, card.trainCount());
            byte[] test = pixels(TEST, card.testCount());
            mustBe("train", train);
            mustBe("test", test);
            dataset = new Dataset(card, images(train, card.trainCount()), images(test, card.testCount()));
            drawn = new SoftReference<>(dataset);
        }
        return dataset;
    }

    /** Checksums of what is drawn here, for a card that is being written. */
    Map<String, String> checksums() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("train", sha256(pixels(TRAIN, card.trainCount())));
        found.put("test", sha256(pixels(TEST, card.testCount())));
        return found;
    }

    private byte[] pixels(long part, int count) {
        byte[] pixels = new byte[count * card.shape().size()];
        try (ReadingThreads threads = new ReadingThreads()) {
            List<CompletableFuture<Void>> drawing = new ArrayList<>();
            for (int from = 0; from < count; from += IMAGES_AT_A_TIME) {
                int first = from;
                int end = Math.min(count, from + IMAGES_AT_A_TIME);
                drawing.add(CompletableFuture.runAsync(() -> draw(part, first, end, pixels), threads));
            }
            drawing.forEach(CompletableFuture::join);
        }
        return pixels;
    }

    private void draw(long part, int first, int end, byte[] pixels) {
        for (int index = first; index < end; index++) {
            Dice dice = new Dice(Dice.seed(seed, part, index));
            generator.draw(label(index), dice, pixels, index * card.shape().size());
        }
    }

    private int label(int index) {
        return index % card.classes().size();
    }

    private LabelledImages images(byte[] pixels, int count) {
        byte[] labels = new byte[count];
        for (int index = 0; index < count; index++) {
            labels[index] = (byte) label(index);
        }
        return new LabelledImages(card.shape(), pixels, labels, count);
    }

    private void mustBe(String part, byte[] pixels) {
        String found = sha256(pixels);
        String published = card.sha256().get(part);
        if (!found.equals(published)) {
            throw Problem.of("data.drawnOtherwise", card.title(), part, found, published)
                    .asException();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
