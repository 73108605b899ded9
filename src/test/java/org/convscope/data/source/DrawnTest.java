package org.convscope.data.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.convscope.data.Dataset;
import org.convscope.data.Datasets;
import org.convscope.data.LabelledImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawn sets cannot be told by comparing values place by place: that is what a network is for. */
class DrawnTest {

    @ParameterizedTest
    @CsvSource({"shapes, 0.10, 0.35", "waveforms, 0.10, 0.55"})
    void theNearestMeanOfAClassIsNoGoodGuess(String id, double chance, double most) {
        Dataset dataset = Datasets.byId(id).load();
        LabelledImages train = dataset.train();
        float[][] means = new float[10][train.shape().size()];
        for (int i = 0; i < train.size(); i++) {
            float[] image = train.image(i).toArray();
            for (int j = 0; j < image.length; j++) {
                means[train.label(i)][j] += image[j] * 10 / train.size();
            }
        }
        int right = 0;
        for (int i = 0; i < dataset.test().size(); i++) {
            right += nearest(means, dataset.test().image(i).toArray())
                            == dataset.test().label(i)
                    ? 1
                    : 0;
        }
        double share = (double) right / dataset.test().size();
        assertTrue(share > chance && share < most, id + ": " + share);
    }

    @ParameterizedTest
    @CsvSource({"shapes", "waveforms"})
    void noTestImageIsLearned(String id) {
        Dataset dataset = Datasets.byId(id).load();
        java.util.Set<Integer> hashes = new java.util.HashSet<>();
        for (int i = 0; i < dataset.train().size(); i++) {
            hashes.add(Arrays.hashCode(dataset.train().image(i).toArray()));
        }
        int known = 0;
        for (int i = 0; i < dataset.test().size(); i++) {
            known += hashes.contains(Arrays.hashCode(dataset.test().image(i).toArray())) ? 1 : 0;
        }
        assertTrue(known <= 2, known + " of " + id + " look known");
    }

    private static int nearest(float[][] means, float[] image) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int label = 0; label < means.length; label++) {
            double distance = 0;
            for (int i = 0; i < image.length; i++) {
                double difference = means[label][i] - image[i];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = label;
            }
        }
        return best;
    }
}
