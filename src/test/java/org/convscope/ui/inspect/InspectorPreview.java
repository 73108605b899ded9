package org.convscope.ui.inspect;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Zoo;
import org.convscope.data.Datasets;
import org.convscope.net.FakeNetwork;
import org.convscope.net.NetworkThread;
import org.convscope.spec.Optimizer;
import org.convscope.tensor.Cell;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.kit.FxPulse;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;
import org.convscope.workbench.LayerHealth;

/** Pictures of the inspector, in every size, theme and language that counts; the argument is a folder. */
public final class InspectorPreview {

    private InspectorPreview() {}

    public static void main(String[] arguments) throws Exception {
        Shots shots = new Shots(Path.of(arguments[0]));
        ExploreModel relu = Shots.onScreen(() -> open(lenet(Map.of("activation", "relu", "pool", "max"))));
        ExploreModel sigmoid = Shots.onScreen(
                () -> open(lenet(Map.of("activation", "sigmoid", "pool", "average", "batch-norm", "yes"))));
        for (Theme theme : Theme.values()) {
            for (Locale language : Texts.LANGUAGES) {
                Shots.onScreen(() -> {
                    Texts.language().set(language);
                    return null;
                });
                String name = theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage() + "-";
                for (int[] size : new int[][] {{360, 690}, {316, 492}, {260, 420}}) {
                    new Series(shots, theme, name + size[0] + "-", size[0], size[1]).take(relu, sigmoid);
                }
            }
        }
        System.exit(0);
    }

    private record Series(Shots shots, Theme theme, String name, int width, int height) {

        void take(ExploreModel explore, ExploreModel sigmoid) {
            picture("empty", explore, null, Aspect.SUM);
            picture("conv1", explore, new Selection("conv1", 2, new Cell(0, 3)), Aspect.SUM);
            picture("conv2", explore, new Selection("conv2", 6, new Cell(4, 6)), Aspect.SUM);
            picture("conv2-kernel", explore, Selection.of("conv2", 6), Aspect.KERNEL);
            picture("conv2-gradients", explore, Selection.of("conv2", 6), Aspect.GRADIENTS);
            picture("conv2-health", explore, Selection.of("conv2", 6), Aspect.HEALTH);
            picture("act2", explore, Selection.of("act2", 6), Aspect.SUM);
            picture("pool2", explore, Selection.of("pool2", 6), Aspect.SUM);
            picture("fc1", explore, Selection.of("fc1", 16), Aspect.SUM);
            picture("fc2-kernel", explore, Selection.of("fc2", 16), Aspect.KERNEL);
            picture("logits", explore, Selection.of("logits", 3), Aspect.SUM);
            picture("softmax", explore, Selection.of("softmax", 9), Aspect.SUM);
            picture("input", explore, Selection.of("input", 0), Aspect.SUM);
            picture("bn1", sigmoid, Selection.of("bn1", 1), Aspect.SUM);
            picture("average", sigmoid, Selection.of("pool1", 1), Aspect.SUM);
            picture("sigmoid", sigmoid, Selection.of("act2", 1), Aspect.SUM);
        }

        private void picture(String what, ExploreModel explore, Selection selection, Aspect aspect) {
            shots.take(
                    name + what,
                    width,
                    height,
                    theme,
                    () -> {
                        explore.surfaceProperty().set(theme.surface());
                        return new InspectorView(explore, new FxPulse());
                    },
                    view -> {
                        view.model().aspectProperty().set(aspect);
                        explore.selectionProperty().set(selection);
                    });
        }
    }

    private static ExploreModel open(FakeRun run) {
        run.fare(
                new LayerHealth.Row("conv1", 0.01234, 8e-4, "act1", 0.12, Double.NaN),
                new LayerHealth.Row("conv2", 0.004321, 1.4e-2, "act2", 0.56, Double.NaN));
        ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
        explore.open("");
        return explore;
    }

    private static FakeRun lenet(Map<String, String> options) {
        Blueprint blueprint = Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, options);
        FakeRun run = new FakeRun(
                blueprint,
                NetworkThread.onCallingThread(new FakeNetwork(blueprint, new Optimizer.Sgd(), 3)),
                Datasets.byId("fashion-mnist").load());
        for (int i = 0; i < 40; i++) {
            run.step();
        }
        return run;
    }
}
