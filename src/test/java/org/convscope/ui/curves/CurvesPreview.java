package org.convscope.ui.curves;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.problem.Problem;
import org.convscope.tensor.Shape;
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
        Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "convscope-no-such-folder");
        PanelModel panel = new PanelModel(model, "preview", measure, Remembered.in(nowhere));
        panel.measureProperty().set(measure);
        return new CurvesView(panel, new FxPulse());
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
            if (step % 20 == 0) {
                run.tell(new TrainEvent.EpochDone(
                        step, (int) (step / 20), 0, loss, right, loss + 0.07, right - 0.03, 1));
            }
        }
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
