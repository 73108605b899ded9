package org.convscope.ui.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convscope.net.FakeNetwork;
import org.convscope.tensor.Histogram;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelModelTest {

    private static final Histogram NARROW = Histogram.of(-2, -2, 1, 2, 1);

    @TempDir
    private Path folder;

    private final FakeRun run = new FakeRun(FakeNetwork.smallBlueprint());
    private final ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
    private final CurvesModel curves = new CurvesModel(explore);
    private PanelModel panel;

    @BeforeEach
    void open() {
        panel = panel("left");
        explore.open("");
    }

    @Test
    void whatItShowsIsRememberedAndSoIsHow() {
        panel.measureProperty().set(Measure.UPDATES);
        assertTrue(panel.logProperty().get());
        panel.logProperty().set(false);
        assertEquals(Measure.UPDATES, panel("left").measure());
        assertFalse(panel("left").logProperty().get());
        assertEquals(Measure.LOSS, panel("right").measure(), "another panel has its own");
        panel.measureProperty().set(Measure.LOSS);
        panel.measureProperty().set(Measure.UPDATES);
        assertFalse(panel.logProperty().get(), "and each measure its own axis");
    }

    @Test
    void everyLayerHasALineUnlessItIsHidden() {
        learn();
        panel.measureProperty().set(Measure.GRADIENT);
        assertEquals(List.of("conv1", "logits"), names());
        curves.hiddenLayersProperty().set(Set.of("conv1"));
        assertEquals(List.of("logits"), names());
        panel.measureProperty().set(Measure.DEAD);
        curves.hiddenLayersProperty().set(Set.of());
        assertEquals(List.of("conv1"), names(), "of a layer that has no activation there is none");
        panel.measureProperty().set(Measure.SATURATED);
        assertTrue(panel.isEmpty());
    }

    @Test
    void distributionsAreThoseOfTheSelectedLayerUnlessAnotherIsWanted() {
        learn();
        panel.measureProperty().set(Measure.WEIGHTS);
        assertEquals(Optional.of("conv1"), panel.heatLayer());
        explore.selectionProperty().set(Selection.of("logits", 0));
        assertEquals(Optional.of("logits"), panel.heatLayer());
        explore.selectionProperty().set(Selection.of("act1", 0));
        assertEquals(Optional.of("conv1"), panel.heatLayer(), "an activation stands for what learns before it");
        panel.chosenLayerProperty().set(Optional.of("logits"));
        assertEquals(Optional.of("logits"), panel.heatLayer());
        assertEquals(new Axis(-0.5, 0.25, false), panel.layout(400, 200).up());
    }

    @Test
    void theWholeTrainingHasAxesThatStandStillAndAPartHasOnesThatFit() {
        learn();
        assertEquals(new Axis(0, 20, false), panel.layout(400, 200).across());
        assertEquals(0, panel.layout(400, 200).up().low());
        curves.stretchProperty().set(Optional.of(new Stretch(4, 12)));
        assertEquals(new Axis(4, 12, false), panel.layout(400, 200).across());
        assertTrue(panel.layout(400, 200).up().low() > 0);
        panel.logProperty().set(true);
        assertTrue(panel.layout(400, 200).up().isLog());
    }

    @Test
    void anAxisOfSecondsIsThereBeforeASecondHasPassed() {
        for (long step = 1; step <= 9; step++) {
            run.tell(new TrainEvent.StepDone(step, 1, 1, 0.1, 0.1, 0, 16 * step));
        }
        curves.unitProperty().set(Unit.SECONDS);
        assertEquals(new Axis(0, 1, false), panel.layout(400, 200).across());
        curves.stretchProperty().set(Optional.of(new Stretch(2, 7)));
        assertEquals(new Axis(0, 1, false), panel.layout(400, 200).across());
        curves.unitProperty().set(Unit.EPOCHS);
        assertTrue(panel.layout(400, 200).across().low() > 0);
    }

    @Test
    void theGuideOfTheLossIsAlwaysInThePicture() {
        assertTrue(panel.layout(400, 200).up().has(Math.log(3)));
    }

    @Test
    void aChangeOnTheWayIsMarked() {
        learn();
        var before = org.convscope.spec.Steering.of(run.scenario().plan());
        TrainEvent.Steered steered = new TrainEvent.Steered(7, before, before.withLearningRate(0.5));
        run.tell(steered);
        assertEquals(List.of(new Gathered.Mark(7, steered)), curves.marks());
        run.reset();
        run.step();
        assertEquals(List.of(), curves.marks());
    }

    @Test
    void everyPointIsInTheTableAndNoneIsThinned() {
        learn();
        List<String> lines = CurvesCsv.of(panel).lines().toList();
        assertEquals("measure,line,step,epochs,images,seconds,value", lines.get(0));
        assertEquals(
                12, lines.stream().filter(line -> line.startsWith("loss,raw,")).count());
        assertTrue(lines.contains("loss,raw,1," + "%.6f".formatted(16.0 / imagesPerEpoch()) + ",16,0.0200,2.0"));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("loss,rescored,10,") && line.endsWith(",1.5")));
        curves.stretchProperty().set(Optional.of(new Stretch(4, 8)));
        assertEquals(
                5,
                CurvesCsv.of(panel)
                        .lines()
                        .filter(line -> line.startsWith("loss,raw,"))
                        .count());
        panel.measureProperty().set(Measure.WEIGHTS);
        curves.stretchProperty().set(Optional.empty());
        assertEquals(3, CurvesCsv.of(panel).lines().skip(1).count(), "a line a bin");
    }

    private long imagesPerEpoch() {
        return run.scenario().plan().images(run.dataset().train().size());
    }

    private void learn() {
        for (long step = 1; step <= 12; step++) {
            run.tell(new TrainEvent.StepDone(step, 1, 2.0 / step, 0.1, 0.1, 20, 16 * step));
        }
        run.tell(new TrainEvent.LayersMeasured(
                10, 1, List.of(layer("conv1", "act1", 0.25), layer("logits", "", Double.NaN))));
        run.tell(new TrainEvent.TrainSampleScored(10, 1, 1.5, 0.5));
    }

    private static LayerMeasure layer(String node, String activation, double dead) {
        return new LayerMeasure(node, 0.5, 0.1, 1e-3, 0.2, activation, dead, Double.NaN, NARROW, NARROW);
    }

    private List<String> names() {
        return panel.lines().stream().map(CurveLine::name).toList();
    }

    private PanelModel panel(String name) {
        return new PanelModel(curves, name, Measure.LOSS, Remembered.in(folder));
    }
}
