package org.convscope.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.convscope.problem.ProblemException;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void theLargestDifferenceCounts() {
        Agreement agreement = Agreement.of("lenet", List.of(2.0, 1.0), List.of(2.001, 0.998));
        assertEquals(2, agreement.steps());
        assertEquals(0.002, agreement.difference(), 1e-12);
    }

    @Test
    void aLossThatIsLearnedAwayMayDifferMore() {
        assertEquals(
                0.005, Agreement.of("lenet", List.of(0.001), List.of(0.0005)).difference(), 1e-12);
    }

    @Test
    void moreThanOnePercentIsAnotherNetwork() {
        refused(1.0, 1.011);
    }

    @Test
    void whatIsNoNumberIsNoAgreement() {
        refused(Double.NaN, Double.NaN);
        refused(1.0, Double.NaN);
        refused(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void differentCountsCannotBeCompared() {
        assertThrows(IllegalArgumentException.class, () -> Agreement.of("lenet", List.of(1.0), List.of()));
    }

    private static void refused(double ours, double peer) {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> Agreement.of("lenet", List.of(2.0, ours), List.of(2.0, peer)));
        assertEquals("workbench.otherNetwork", refusal.problem().code());
        assertEquals("1", refusal.problem().arguments().get(1));
    }
}
