package org.convscope.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few test images of every class, to choose one at a glance. They are picked from the dataset itself,
 * so that no picture has to ship beside it.
 *
 * @param byLabel for each class in its order, the indices of its images among the test images
 */
public record Gallery(List<List<Integer>> byLabel) {

    public Gallery {
        byLabel = byLabel.stream().map(List::copyOf).toList();
    }

    /** The first test images of every class, at most {@code each} of them; a class may have fewer, or none. */
    public static Gallery of(Dataset dataset, int each) {
        return new Gallery(IntStream.range(0, dataset.card().classes().size())
                .mapToObj(label -> firstOf(dataset.test().indicesOf(label), each))
                .toList());
    }

    private static List<Integer> firstOf(int[] indices, int count) {
        return Arrays.stream(indices).limit(count).boxed().toList();
    }
}
