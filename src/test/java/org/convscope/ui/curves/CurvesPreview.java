package org.convscope.ui.curves;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Node;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.tensor.Histogram;
import org.convscope.tensor.Shape;
import org.convscope.train.LayerMeasure;
import org.convscope.train.TrainEvent;
import org.convscope.train.TrainState;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.inspect.Shots;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.LayerHealth;

/** Pictures of the dock's panels, in every size, theme and language that counts; the argument is a folder. */
public final class CurvesPreview {

    private CurvesPreview() {}

    public static void main(String[] arguments) throws Exception {
        Shots shots = new Shots(Path.of(arguments[0]));
        for (Theme theme : Theme.values()) {
            for (Locale language : Texts.LANGUAGES) {
                Shots.onScreen(() -> {
                    Texts.language().set(language);
                    return null;
                });
                String name = theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage() + "-";
                for (int[] size : new int[][] {{510, 230}, {330, 180}, {316, 228}}) {
                    String where = name + size[0];
                    FakeRun run = lenet();
                    ExploreModel explore = open(run);
                    CurvesModel model = new CurvesModel(explore);
                    shots.take(where + "-empty", size[0], size[1], theme, () -> view(model, Measure.LOSS), v -> {});
                    learn(run, 141);
                    fare(run, 0.55);
                    shots.take(where + "-loss", size[0], size[1], theme, () -> view(model, Measure.LOSS), v -> {});
                    shots.take(where + "-pointed", size[0], size[1], theme, () -> view(model, Measure.ACCURACY), v -> {
                        model.hoveredStepProperty().set(57);
                    });
                    model.hoveredStepProperty().set(CurvesModel.NOWHERE);
                    HealthModel health = new HealthModel(explore);
                    explore.open("");
                    shots.take(where + "-health", size[0], size[1], theme, () -> new HealthView(health), v -> {});
                    fare(run, Double.NaN);
                    explore.open("");
                    shots.take(where + "-relu", size[0], size[1], theme, () -> new HealthView(health), v -> {});
                    FakeRun longRun = lenet();
                    CurvesModel many = new CurvesModel(open(longRun));
                    learn(longRun, 20_000);
                    shots.take(where + "-many", size[0], size[1], theme, () -> view(many, Measure.LOSS), v -> {});
                    for (Measure measure : List.of(Measure.UPDATES, Measure.DEAD, Measure.WEIGHTS, Measure.OUTPUTS)) {
                        for (String network : List.of("lenet", "resnet20")) {
                            FakeRun deep = new FakeRun(Zoo.byId(network).draw(Shape.of(1, 28, 28), 10, Map.of()));
                            CurvesModel layers = new CurvesModel(open(deep));
                            learn(deep, 2_000);
                            String shot = where + "-" + network + "-" + measure.key();
                            shots.take(shot, size[0], size[1], theme, () -> view(layers, measure), v -> {
                                layers.hoveredStepProperty().set(measure == Measure.DEAD ? 1_000 : CurvesModel.NOWHERE);
                            });
                        }
                    }
                    learn(run, 400);
                    run.tell(new TrainEvent.StepDone(401, 21, Double.NaN, 0.1, 9, 1, 0));
                    run.tell(new TrainEvent.Ended(401, TrainState.DIVERGED, Problem.of("train.diverged"), 400));
                    shots.take(where + "-diverged", size[0], size[1], theme, () -> view(model, Measure.LOSS), v -> {});
                }
            }
        }
        System.exit(0);
    }

    private static CurvesView view(CurvesModel model, Measure measure) {
        return new CurvesView(new PanelModel(model, "preview", measure, Remembered.nothing()), new FxPulse());
    }

    private static FakeRun lenet() {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu"));
        return new FakeRun(blueprint);
    }

    private static ExploreModel open(FakeRun run) {
        ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
        explore.open("");
        return explore;
    }

    private static void learn(FakeRun run, int steps) {
        Random random = new Random(1);
        for (long step = 1; step <= steps; step++) {
            double loss = 0.4 + 1.9 * Math.exp(-step / 25.0) + 0.06 * random.nextGaussian();
            double right = 0.86 - 0.76 * Math.exp(-step / 25.0) + 0.03 * random.nextGaussian();
            run.tell(new TrainEvent.StepDone(step, (int) (step / 20) + 1, loss, right, 0.1, 4, step * 256));
            if (step % 10 == 0) {
                run.tell(new TrainEvent.SampleScored(step, 1, loss + 0.05, right - 0.02));
            }
            if (step % 50 == 0) {
                run.tell(measured(run, step, random));
                run.tell(new TrainEvent.TrainSampleScored(step, 1, loss, right));
            }
            if (step % 20 == 0) {
                run.tell(new TrainEvent.EpochDone(
                        step, (int) (step / 20), 0, loss, right, loss + 0.07, right - 0.03, 1));
            }
        }
    }

    private static TrainEvent measured(FakeRun run, long step, Random random) {
        List<LayerMeasure> layers = new ArrayList<>();
        for (Node node : run.blueprint().nodes()) {
            if (run.census().row(node.id()).parameters().total() > 0) {
                double deep = layers.size() / 40.0;
                double ratio = 2e-3 * Math.exp(-2 * deep - step / 900.0 + 0.1 * random.nextGaussian());
                boolean isLast = run.blueprint().activationAfter(node.id()).isEmpty();
                layers.add(new LayerMeasure(
                        node.id(),
                        30 * ratio,
                        ratio,
                        ratio,
                        0.1,
                        run.blueprint().activationAfter(node.id()).map(Node::id).orElse(""),
                        isLast ? Double.NaN : 0.4 * (1 - Math.exp(-step * deep / 500)),
                        Double.NaN,
                        bell(random, -1, 0.1 + step / 8000.0),
                        bell(random, isLast ? -1 : 0, 1 + step / 1000.0)));
            }
        }
        return new TrainEvent.LayersMeasured(step, 1, layers);
    }

    private static Histogram bell(Random random, int sign, double width) {
        long[] counts = new long[64];
        int exponent = (int) Math.ceil(Math.log(8 * width / 64) / Math.log(2));
        for (int i = 0; i < 20_000; i++) {
            double value = width * random.nextGaussian();
            double seen = sign < 0 ? value : Math.max(0, value);
            int bin = (int) Math.floor(Math.scalb(seen, -exponent)) + 32;
            counts[Math.max(0, Math.min(63, bin))]++;
        }
        return Histogram.of(exponent, -32, counts);
    }

    private static void fare(FakeRun run, double saturated) {
        run.fare(
                new LayerHealth.Row("conv1", 0.01234, 8e-4, "act1", 0.12, Double.NaN),
                new LayerHealth.Row("conv2", 0.004321, 1.1e-3, "act2", 0.46, Double.NaN),
                new LayerHealth.Row("fc1", 2.345e-6, 9e-5, "act3", 0.68, saturated),
                new LayerHealth.Row("fc2", 0.001, 1.4e-2, "act4", 0.29, saturated / 50),
                new LayerHealth.Row("logits", 0.02, 2e-3, "", Double.NaN, Double.NaN));
    }
}
