package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convscope.blueprint.Census;
import org.convscope.problem.ProblemException;
import org.convscope.tensor.Shape;
import org.junit.jupiter.api.Test;

class ContestTest {

    private static final Contest LENET = new Contest("lenet", Map.of("activation", "relu"), Shape.of(1, 28, 28), 64);

    @Test
    void everyRaceCanBeDrawn() {
        List<Contest> all = Contest.all();
        assertTrue(all.contains(LENET), all.toString());
        all.forEach(contest -> assertEquals(contest.input(), contest.blueprint().input()));
    }

    @Test
    void aNetworkIsRacedInItsOwnRaces() {
        assertEquals(4, Contest.of("lenet").size());
        assertThrows(ProblemException.class, () -> Contest.of("alexnett"));
    }

    @Test
    void learningCostsThreeProductsAndTwoWhereOnlyTheImageIsBelow() {
        Census census = Census.of(LENET.blueprint());
        long first = census.row("conv1").macs();
        assertEquals(2 * (3 * census.macs() - first), LENET.trainingOperations());
        assertEquals(2_263_920, LENET.trainingOperations());
    }

    @Test
    void theTitleNamesWhatWasChosen() {
        assertEquals("lenet relu", LENET.title());
        assertEquals(
                "vgg11 units=512 width=eighth",
                new Contest("vgg11", Map.of("width", "eighth", "units", "512"), Shape.of(1, 32, 32), 64).title());
    }

    @Test
    void withoutDropoutThereIsNothingToLeaveOut() {
        assertEquals(Optional.of(LENET), LENET.withoutDropout());
    }

    @Test
    void anotherBatchIsTheSameNetwork() {
        assertEquals(256, LENET.withBatch(256).batchSize());
        assertEquals(LENET.title(), LENET.withBatch(256).title());
    }

    @Test
    void aNetworkWithDropoutIsRacedWithout() {
        Contest vgg = new Contest("vgg11", Map.of("width", "eighth", "units", "512"), Shape.of(1, 32, 32), 64);
        Contest without = vgg.withoutDropout().orElseThrow();
        assertTrue(dropouts(vgg) > 0);
        assertEquals(0, dropouts(without));
        assertEquals("512", without.options().get("units"));
        assertEquals(vgg.trainingOperations(), without.trainingOperations());
    }

    @Test
    void batchesAreNormalisedWhereTheDrawingSaysSo() {
        assertTrue(new Contest("resnet18", Map.of("width", "quarter"), Shape.of(1, 32, 32), 64).hasBatchNorm());
        assertFalse(LENET.hasBatchNorm());
    }

    private static long dropouts(Contest contest) {
        return contest.blueprint().nodes().stream()
                .filter(node -> node.op().name().equals("dropout"))
                .count();
    }
}
