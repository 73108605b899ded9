package org.convscope.ui.mistakes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.convscope.data.LabelledImages;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Network;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Tensor;
import org.convscope.train.Scorer;
import org.convscope.train.Stripes;
import org.junit.jupiter.api.Test;

class ClassRowTest {

    @Test
    void howAClassFaresIsWhatALoopOverItsImagesCounts() {
        Network network = new FakeNetwork(FakeNetwork.smallBlueprint(), new Optimizer.Sgd(), 4);
        LabelledImages images = Stripes.images(90, 9);
        List<ClassRow> rows = ClassRow.of(Scorer.score(network, images).confusion());
        for (int label = 0; label < 3; label++) {
            int[] takenFor = new int[3];
            int taken = 0;
            for (int i = 0; i < images.size(); i++) {
                int prediction = prediction(network, images.image(i));
                takenFor[prediction] += images.label(i) == label ? 1 : 0;
                taken += prediction == label ? 1 : 0;
            }
            int first = label == 0 ? 1 : 0;
            int second = 3 - label - first;
            int most = Math.max(takenFor[first], takenFor[second]);
            ClassRow row = rows.get(label);
            assertEquals(images.indicesOf(label).length, row.images());
            assertEquals((double) takenFor[label] / row.images(), row.recall());
            assertEquals((double) takenFor[label] / taken, row.precision());
            assertEquals(most, row.mostlyImages());
            assertEquals(most == 0 ? -1 : takenFor[first] == most ? first : second, row.mostly());
        }
    }

    private static int prediction(Network network, Tensor image) {
        Tensor probabilities = network.activations(image).get("softmax");
        int best = 0;
        for (int c = 1; c < 3; c++) {
            best = probabilities.flat(c) > probabilities.flat(best) ? c : best;
        }
        return best;
    }
}
