package org.convscope.ui.inspect.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.convscope.blueprint.Nonlinearity;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.Pooling;
import org.convscope.frame.Sum;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Stamp;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    private static final Op CONV = new Op.Conv(16, 5, 1, 0);

    @Test
    void aConvolutionAddsOverMapsAndWindow() {
        List<Sum.Term> terms = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            terms.add(new Sum.Term(i / 25, i % 25 / 5, i % 5, 1, i == 0 ? 1.207 : 0));
        }
        assertEquals(
                List.of("Σ₆ Σ₅ₓ₅ x·w = 1.207      + b −0.04100  ", "z = 1.166      → ReLU(z) = 1.166"),
                Arithmetic.lines(sum("conv", terms, -0.041, 1.166, "relu", 1.166), CONV));
    }

    @Test
    void linesKeepTheirShapeWhileNumbersGrow() {
        Sum small = sum("conv", terms(25, 1), -0.5, 0.5, "relu", 0.5);
        Sum large = sum("conv", terms(25, -1e-7), 1234.5, -1.175e-38, "relu", 0);
        List<String> before = Arithmetic.lines(small, CONV);
        List<String> after = Arithmetic.lines(large, CONV);
        assertEquals(before.get(0).indexOf("+ b"), after.get(0).indexOf("+ b"));
        assertEquals(before.get(1).indexOf("→"), after.get(1).indexOf("→"));
    }

    @Test
    void aWindowIsWrittenOutWhileItIsSmall() {
        Op max = new Op.Pool(Pooling.MAX, 2, 2, 0);
        Op mean = new Op.Pool(Pooling.AVERAGE, 2, 2, 0);
        List<Sum.Term> four = List.of(term(0.25, 0), term(-1, 0), term(3, 1), term(0, 0));
        assertEquals(
                List.of("max(  0.2500,   −1.000,", "       3.000,    0.000)", "= 3.000"),
                Arithmetic.lines(sum("max pool", four, 0, 3, "", 3), max));
        assertEquals(
                "/ 4 = 0.5625",
                Arithmetic.lines(sum("average pool", four, 0, 0.5625, "", 0.5625), mean)
                        .get(2));
        assertEquals(
                List.of("max₉ x = 1.000"),
                Arithmetic.lines(sum("max pool", terms(9, 1), 0, 1, "", 1), new Op.Pool(Pooling.MAX, 3, 2, 0)));
    }

    @Test
    void aSubsamplingIsASumTimesACoefficientAndALocalNormAQuotient() {
        List<Sum.Given> coefficient = List.of(new Sum.Given("coefficient", 0.5));
        assertEquals(
                List.of("Σ₄ x = 4.000", "c = 0.5000      b = 0.2500    ", "z = c·Σ x + b", "z = 2.250     "),
                Arithmetic.lines(
                        sum("subsample", terms(4, 0.5), 0.25, 2.25, "", 2.25, coefficient), new Op.Subsample(2, 2, 0)));
        List<Sum.Given> neighbours = List.of(
                new Sum.Given("0", 3),
                new Sum.Given("1", 1),
                new Sum.Given("squares", 10),
                new Sum.Given("divisor", 4));
        List<String> lines = Arithmetic.lines(
                sum("lrn", List.of(new Sum.Term(1, 0, 0, 1, 0.25)), 0, 0.25, "", 0.25, neighbours),
                new Op.Lrn(3, 2, 0.2, 1));
        assertEquals("  [0]² =    3.000²", lines.get(0));
        assertEquals("→ [1]² =    1.000²", lines.get(1));
        assertEquals("Σ₂ x² = 10.00", lines.get(2));
        assertEquals("x / d = 1.000 / 4.000 = 0.2500", lines.get(4));
    }

    @Test
    void everyActivationIsWrittenByItsFormula() {
        for (Nonlinearity kind : Nonlinearity.values()) {
            Sum sum = sum(kind.id(), terms(1, 1), 0, 0.5, kind.id(), kind.of(0.5));
            String line = Arithmetic.lines(sum, new Op.Activation(kind)).get(0);
            assertTrue(line.startsWith("z = 0.5000     → "), line);
        }
        Sum unknown = sum("swish", terms(1, 1), 0, 0.5, "swish", 0.5);
        assertThrows(IllegalArgumentException.class, () -> Arithmetic.lines(unknown, CONV));
    }

    @Test
    void aBatchNormNamesWhatItWasGiven() {
        Sum sum = new Sum(
                new Stamp("run", 1),
                "bn1",
                "batch norm",
                0,
                new Cell(0, 0),
                List.of(term(2, 0.5)),
                0.25,
                1.25,
                "",
                1.25,
                List.of(
                        new Sum.Given("scale", 1),
                        new Sum.Given("shift", 0.5),
                        new Sum.Given("mean", 0.5),
                        new Sum.Given("variance", 4),
                        new Sum.Given("epsilon", 1e-5)));
        List<String> lines = Arithmetic.lines(sum, new Op.BatchNorm(1e-5, 0.9));
        assertEquals("x = 2.000", lines.get(0));
        assertEquals("γ = 1.000       β = 0.5000    ", lines.get(1));
        assertEquals("μ = 0.5000      σ² = 4.000     ", lines.get(2));
        assertEquals("z = 1.250     ", lines.get(4));
    }

    @Test
    void branchesAreWrittenWithTheirMapsAndValues() {
        Sum sum = new Sum(
                new Stamp("run", 1),
                "block2a.add",
                "add",
                5,
                new Cell(0, 0),
                List.of(new Sum.Term(5, 0, 0, -2, 1), new Sum.Term(5, 0, 0, 0.5, 1)),
                0,
                -1.5,
                "relu",
                0,
                List.of(new Sum.Given("block2a.bn2", -2), new Sum.Given("pool1", 0.5)));
        assertEquals(
                List.of("block2a.bn2 [5] = −2.000", "+ pool1 [5] = 0.5000", "z = −1.500     → ReLU(z) = 0.000"),
                Arithmetic.lines(sum, new Op.Add()));
        assertEquals(
                List.of("block2a.bn2 [5] = −2.000", "+ pool1 [5] = 0.5000"),
                Arithmetic.lines(sum, new Op.Concat()),
                "each branch that is given");
    }

    @Test
    void aGlobalPoolIsAMeanAndADropoutTheValueItself() {
        assertEquals(
                List.of("Σ₂₅ x / 25 = 1.000"),
                Arithmetic.lines(sum("global pool", terms(25, 0.04), 0, 1, "", 1), new Op.GlobalPool()));
        assertEquals(
                List.of("z = 1.000     "),
                Arithmetic.lines(sum("dropout", terms(1, 1), 0, 1, "", 1), new Op.Dropout(0.5)));
    }

    @Test
    void theTextHasEveryTermForASpreadsheet() {
        String text = Arithmetic.text(sum("conv", terms(25, 0.5), 0.1, 12.6, "", 12.6), CONV);
        assertEquals(2 + 1 + 1 + 25, text.lines().count(), text);
        assertTrue(text.contains("channel\trow\tcolumn\tx\tw\tx·w\n0\t0\t0\t1.0\t0.5\t0.5\n"), text);
    }

    @Test
    void theLargestProductsComeFirstAndTheRestIsAddedUp() {
        List<Sum.Term> terms = List.of(term(1, 0.1), term(1, -3), term(1, 2), term(1, 0.2));
        Contributions contributions = Contributions.of(sum("dense", terms, 0, -0.7, "", -0.7), 2);
        assertEquals(
                List.of(-3.0, 2.0),
                contributions.largest().stream().map(Sum.Term::product).toList());
        assertEquals(2, contributions.others());
        assertEquals(0.3, contributions.othersSum(), 1e-12);
        assertEquals(
                0, Contributions.of(sum("dense", terms, 0, -0.7, "", -0.7), 9).others());
    }

    @Test
    void theFractionOfExponentialsIsTheProbability() {
        Softmax softmax =
                Softmax.of(Tensor.of(Shape.of(3), 1, 2, 3), Tensor.of(Shape.of(3), 0.0900306f, 0.2447285f, 0.6652410f));
        for (int i = 0; i < 3; i++) {
            assertEquals(softmax.probabilities().get(i), softmax.exponential(i) / softmax.total(), 1e-6);
        }
    }

    private static List<Sum.Term> terms(int count, double weight) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Sum.Term(0, i / 5, i % 5, 1, weight))
                .toList();
    }

    private static Sum.Term term(double input, double weight) {
        return new Sum.Term(0, 0, 0, input, weight);
    }

    private static Sum sum(String op, List<Sum.Term> terms, double bias, double sum, String activation, double value) {
        return sum(op, terms, bias, sum, activation, value, List.of());
    }

    private static Sum sum(
            String op,
            List<Sum.Term> terms,
            double bias,
            double sum,
            String activation,
            double value,
            List<Sum.Given> givens) {
        return new Sum(new Stamp("run", 1), "node", op, 0, new Cell(0, 0), terms, bias, sum, activation, value, givens);
    }
}
