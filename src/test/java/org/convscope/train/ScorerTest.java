package org.convscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.convscope.blueprint.Blueprint;
import org.convscope.data.LabelledImages;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.net.Parameter;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScorerTest {

    @Test
    void aLargeNetworkIsScoredInSmallerChunks() {
        assertEquals(Scorer.CHUNK, Scorer.sizeFor(423_000));
        assertEquals(72, Scorer.sizeFor(276_066_304));
        assertEquals(32, Scorer.sizeFor(7_547_232_256L));
    }

    private final Blueprint blueprint = FakeNetwork.smallBlueprint();
    private final Network network = new FakeNetwork(blueprint, new Optimizer.Sgd(), 4);

    @Test
    void aScoreIsWhatLoopsOverSingleImagesGive() {
        LabelledImages images = Stripes.images(Scorer.CHUNK + 17, 9);
        double loss = 0;
        int[][] counts = new int[3][3];
        for (int i = 0; i < images.size(); i++) {
            Tensor probabilities = network.activations(images.image(i)).get("softmax");
            loss -= Math.log(probabilities.flat(images.label(i)));
            int best = 0;
            for (int c = 1; c < 3; c++) {
                best = probabilities.flat(c) > probabilities.flat(best) ? c : best;
            }
            counts[images.label(i)][best]++;
        }
        Score score = Scorer.score(network, images);
        assertEquals(loss / images.size(), score.loss(), 1e-6);
        assertEquals(images.size(), score.images());
        int right = counts[0][0] + counts[1][1] + counts[2][2];
        assertEquals((double) right / images.size(), score.accuracy());
        for (int label = 0; label < 3; label++) {
            for (int prediction = 0; prediction < 3; prediction++) {
                assertEquals(counts[label][prediction], score.confusion().count(label, prediction));
            }
        }
        assertTrue(score.reaction() > 0.01, "first weights tell images apart: " + score.reaction());
    }

    @Test
    void theSameWeightsGiveTheSameScoreToTheLastBit() {
        LabelledImages images = Stripes.images(700, 9);
        assertEquals(
                Double.doubleToLongBits(Scorer.score(network, images).loss()),
                Double.doubleToLongBits(Scorer.score(network, images).loss()));
    }

    @Test
    void anImpossibleClassCostsMuchButNotEverything() {
        sure(0, 1000);
        LabelledImages images = Stripes.images(60, 2);
        int others = countOther(images, 0);
        Score score = Scorer.score(network, images);
        assertEquals(others * -Math.log(Float.MIN_VALUE) / 60, score.loss(), 1e-9);
        assertEquals((60.0 - others) / 60, score.accuracy());
        assertEquals(0, score.reaction());
    }

    @Test
    void aProbabilityThatIsNoNumberMakesTheLossNone() {
        sure(1, Float.NaN);
        assertTrue(Double.isNaN(Scorer.score(network, Stripes.images(10, 2)).loss()));
    }

    /** Weights that answer everything with one class. */
    private void sure(int wanted, float bias) {
        float[] parameters = new float[network.checkpoint().parameters().length];
        int classes = network.parameters("logits").get(Parameter.BIAS).size();
        Arrays.fill(parameters, 0);
        parameters[parameters.length - classes + wanted] = bias;
        network.restore(new Checkpoint(0, parameters, new float[0]));
    }

    private static int countOther(LabelledImages images, int label) {
        return images.size() - images.indicesOf(label).length;
    }
}
