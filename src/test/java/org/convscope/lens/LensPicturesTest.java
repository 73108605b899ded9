package org.convscope.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.frame.Bars;
import org.convscope.frame.ColorMap;
import org.convscope.frame.ColorScale;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Sum;
import org.convscope.net.Checkpoint;
import org.convscope.net.FakeNetwork;
import org.convscope.net.Parameter;
import org.convscope.probe.CellSum;
import org.convscope.spec.Focus;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** That each lens shows what its name says. */
class LensPicturesTest {

    private final LensBench bench = new LensBench(FakeNetwork.smallBlueprint()).learned();
    private final Focus second = Focus.on(bench.subject(0), "conv1").at(1, new Cell(2, 3));

    @Test
    void imagesAreGreyAndSignsDecideTheRest() {
        assertEquals(
                Map.of(
                        "input", ColorMap.GREY,
                        "conv1", ColorMap.DIVERGING,
                        "act1", ColorMap.SEQUENTIAL,
                        "pool1", ColorMap.SEQUENTIAL,
                        "fc1", ColorMap.DIVERGING,
                        "logits", ColorMap.LOGIT,
                        "softmax", ColorMap.SEQUENTIAL),
                colors("relu"));
        assertEquals(ColorMap.DIVERGING, colors("tanh").get("pool1"));
    }

    @Test
    void aKernelIsTheFocusedFiltersAndItsScaleTheWholeNodes() {
        Mosaic kernel = bench.read(new KernelLens()::look, second);
        Tensor weights = bench.network.parameters("conv1").get(Parameter.WEIGHT);
        assertEquals(weights.slice(1), kernel.values());
        assertEquals(List.of(ColorScale.fitting(ColorMap.KERNEL, weights)), kernel.scales());
        assertEquals(weights, bench.read(new FilterBankLens()::look, second).values());
    }

    @Test
    void aUnitsWeightsLieWhereItsInputsLie() {
        Mosaic kernel = bench.read(
                new KernelLens()::look, Focus.on(bench.subject(0), "logits").at(2, new Cell(0, 0)));
        assertEquals(bench.blueprint.shape("pool1"), kernel.values().shape());
        Tensor weights = bench.network.parameters("logits").get(Parameter.WEIGHT);
        assertEquals(weights.at(2, 7), kernel.values().at(1, 1, 1));
    }

    @Test
    void biasesAreOneForEachMap() {
        assertEquals(
                bench.network.parameters("conv1").get(Parameter.BIAS),
                bench.read(new BiasLens()::look, second).values());
    }

    @Test
    void gradientsAreThoseOfTheBatchAndOfTheSubject() {
        assertEquals(
                bench.network.lastGradients("conv1").get(Parameter.WEIGHT).slice(1),
                bench.read(new WeightGradientLens()::look, second).values());
        assertEquals(
                bench.network
                        .gradients(bench.subject(0).image(), bench.subject(0).label())
                        .activations()
                        .get("conv1"),
                bench.read(new ActivationGradientLens()::look, second).values());
    }

    @Test
    void distributionsAreOfTheMapAndOfTheLayer() {
        Tensor conv1 = bench.network.activations(bench.subject(0).image()).get("conv1");
        assertEquals(
                conv1.plane(1).stats(),
                bench.read(new MapDistributionLens()::look, second).stats());
        assertEquals(
                conv1.stats(), bench.read(new DistributionLens()::look, second).stats());
    }

    @Test
    void aSumIsTheProbesReadingTermByTerm() {
        CellSum.Reading reading = bench.read(new CellSum(), second);
        Sum sum = bench.read(new CellSumLens()::look, second);
        assertEquals(reading.terms().size(), sum.terms().size());
        for (int i = 0; i < sum.terms().size(); i++) {
            CellSum.Term read = reading.terms().get(i);
            Sum.Term shown = sum.terms().get(i);
            assertEquals(
                    List.of(read.inputChannel(), read.row(), read.column(), read.input(), read.weight()),
                    List.of(shown.inputChannel(), shown.row(), shown.column(), shown.input(), shown.weight()));
        }
        assertEquals(
                List.of(reading.bias(), reading.sum(), reading.value()), List.of(sum.bias(), sum.sum(), sum.value()));
        assertEquals(
                List.of("conv1", "conv", "relu", 1, new Cell(2, 3)),
                List.of(sum.node(), sum.op(), sum.activation(), sum.channel(), sum.cell()));
    }

    @Test
    void predictionsAreProbabilitiesByClassAndLogitsKeepTheirSigns() {
        Map<String, Tensor> outputs = bench.network.activations(bench.subject(0).image());
        Bars prediction = bench.read(new PredictionLens()::look, "softmax");
        Bars logits = bench.read(new LogitsLens()::look, "logits");
        assertEquals(1, prediction.full());
        assertEquals(1, prediction.bars().stream().mapToDouble(Bars.Bar::value).sum(), 1e-6);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    outputs.get("softmax").flat(i), prediction.bars().get(i).value());
            assertEquals(outputs.get("logits").flat(i), logits.bars().get(i).value());
        }
        assertEquals(
                logits.full(),
                logits.bars().stream()
                        .mapToDouble(bar -> Math.abs(bar.value()))
                        .max()
                        .orElseThrow(),
                1e-6);
    }

    @Test
    void aDeadUnitIsAnEmptyBar() {
        float[] parameters = bench.network.checkpoint().parameters();
        for (int i = 0; i < 18; i++) {
            parameters[i] = 0;
        }
        parameters[18] = -1;
        parameters[19] = 1;
        bench.network.restore(new Checkpoint(5, parameters, new float[0]));
        Bars units = bench.read(new DeadUnitsLens()::look, "act1");
        assertEquals(List.of(new Bars.Bar(0, 0), new Bars.Bar(1, 1)), units.bars());
        assertTrue(units.full() == 1);
    }

    private static Map<String, ColorMap> colors(String activation) {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", activation));
        return Map.of(
                "input", NodeColors.of(blueprint, "input"),
                "conv1", NodeColors.of(blueprint, "conv1"),
                "act1", NodeColors.of(blueprint, "act1"),
                "pool1", NodeColors.of(blueprint, "pool1"),
                "fc1", NodeColors.of(blueprint, "fc1"),
                "logits", NodeColors.of(blueprint, "logits"),
                "softmax", NodeColors.of(blueprint, "softmax"));
    }
}
