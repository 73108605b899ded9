package org.convscope.ui.mistakes;

import java.util.List;
import java.util.stream.IntStream;
import org.convscope.train.Confusion;

/**
 * How a class fares.
 *
 * @param label which class
 * @param images test images of it
 * @param right of these, how many were recognised
 * @param taken images of whatever class that were taken for it
 * @param mostly the other class that it is taken for most often; −1 if it never is
 * @param mostlyImages how often
 */
record ClassRow(int label, int images, int right, int taken, int mostly, int mostlyImages) {

    /** One row for each class. */
    static List<ClassRow> of(Confusion confusion) {
        return IntStream.range(0, confusion.classes())
                .mapToObj(label -> of(confusion, label))
                .toList();
    }

    private static ClassRow of(Confusion confusion, int label) {
        int mostly = -1;
        for (int other = 0; other < confusion.classes(); other++) {
            int most = mostly < 0 ? 0 : confusion.count(label, mostly);
            mostly = other != label && confusion.count(label, other) > most ? other : mostly;
        }
        return new ClassRow(
                label,
                confusion.images(label),
                confusion.count(label, label),
                confusion.taken(label),
                mostly,
                mostly < 0 ? 0 : confusion.count(label, mostly));
    }

    /** Share of its images that was recognised, from 0 to 1; NaN without images. */
    double recall() {
        return (double) right / images;
    }

    /** Share of what was taken for it that is of it; NaN where nothing was. */
    double precision() {
        return (double) right / taken;
    }
}
