package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private final Blueprint blueprint = FakeNetwork.smallBlueprint();
    private final Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 4);
    private final LabelledImages images = Stripes.images(Scorer.CHUNK + 31, 9);
    private final Examination examination = Scorer.score(network, images).examination();

    @Test
    void confusionAndAccuraciesAreWhatLoopsOverSingleImagesGive() {
        int[][] counts = new int[3][3];
        naive().forEach(one -> counts[one.label()][one.prediction()]++);
        for (int label = 0; label < 3; label++) {
            int total = 0;
            int taken = 0;
            for (int other = 0; other < 3; other++) {
                assertEquals(counts[label][other], examination.confusion().count(label, other));
                total += counts[label][other];
                taken += counts[other][label];
            }
            assertEquals(images.indicesOf(label).length, total);
            assertEquals(total, examination.confusion().images(label));
            assertEquals(taken, examination.confusion().taken(label));
            assertEquals(
                    (double) counts[label][label] / total,
                    examination.confusion().accuracy(label));
        }
        assertEquals((double) (counts[0][0] + counts[1][1] + counts[2][2]) / images.size(), examination.accuracy());
        assertEquals(images.size(), examination.images());
        assertEquals(network.step(), examination.step());
    }

    @Test
    void theMistakesOfWhichTheNetworkIsSurestComeFirst() {
        List<Mistake> expected = naive();
        expected.removeIf(Mistake::isRight);
        expected.sort(
                Comparator.comparingDouble(Mistake::probability).reversed().thenComparingInt(Mistake::index));
        assertEquals(expected.subList(0, 10), examination.mistakes(10));
        assertEquals(expected, examination.mistakes(images.size()));
    }

    @Test
    void everyImageStandsInOneCell() {
        List<Mistake> all = new ArrayList<>();
        for (int label = 0; label < 3; label++) {
            for (int prediction = 0; prediction < 3; prediction++) {
                List<Mistake> cell = examination.taken(label, prediction);
                assertEquals(examination.confusion().count(label, prediction), cell.size());
                for (int i = 1; i < cell.size(); i++) {
                    assertTrue(cell.get(i - 1).probability() >= cell.get(i).probability());
                }
                all.addAll(cell);
            }
        }
        all.sort(Comparator.comparingInt(Mistake::index));
        assertEquals(naive(), all);
    }

    @Test
    void whatIsNoNumberComesLast() {
        Examination odd = new Examination(
                0, new Confusion(2, new int[] {0, 3, 0, 0}), new short[3], new short[] {1, 1, 1}, new float[] {
                    Float.NaN, 0.6f, 0.7f
                });
        assertEquals(
                List.of(2, 1, 0), odd.mistakes(3).stream().map(Mistake::index).toList());
    }

    @Test
    void aClassWithoutImagesHasNoAccuracy() {
        assertTrue(Double.isNaN(new Confusion(2, new int[] {3, 1, 0, 0}).accuracy(1)));
    }

    private List<Mistake> naive() {
        List<Mistake> answers = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Tensor probabilities = network.activations(images.image(i)).get("softmax");
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = probabilities.flat(c) > probabilities.flat(best) ? c : best;
            }
            answers.add(new Mistake(i, images.label(i), best, probabilities.flat(best)));
        }
        return answers;
    }
}
