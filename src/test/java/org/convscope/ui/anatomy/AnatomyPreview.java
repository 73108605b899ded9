package org.convscope.ui.anatomy;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.convscope.blueprint.Zoo;
import org.convscope.tensor.Shape;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.inspect.Shots;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Theme;
import org.convscope.workbench.FakeRun;
import org.convscope.workbench.FakeWorkbench;

/** Pictures of the view, in every size, theme and language that counts; the argument is a folder. */
public final class AnatomyPreview {

    private AnatomyPreview() {}

    public static void main(String[] arguments) throws Exception {
        Shots shots = new Shots(Path.of(arguments[0]));
        for (Theme theme : Theme.values()) {
            for (Locale language : Texts.LANGUAGES) {
                Shots.onScreen(() -> {
                    Texts.language().set(language);
                    return null;
                });
                for (int[] size : new int[][] {{1600, 920}, {1280, 640}}) {
                    String name = theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage() + "-" + size[0];
                    AnatomyModel one = model();
                    shots.take(name + "-one", size[0], size[1], theme, () -> new AnatomyView(one), view -> {
                        one.openAll(true);
                        one.selectedProperty().set(one.rowsProperty().get().get(5));
                    });
                    AnatomyModel two = model();
                    shots.take(name + "-two", size[0], size[1], theme, () -> new AnatomyView(two), view -> {
                        two.choose(Preset.ALL.get(0));
                        two.openAll(true);
                        two.selectedProperty().set(two.rowsProperty().get().get(2));
                    });
                    AnatomyModel wrong = model();
                    shots.take(name + "-wrong", size[0], size[1], theme, () -> new AnatomyView(wrong), view -> {
                        wrong.left().inputProperty().set("1x3x3");
                    });
                    AnatomyModel found = model();
                    shots.take(name + "-found", size[0], size[1], theme, () -> new AnatomyView(found), view -> {
                        found.choose(Preset.ALL.get(Preset.ALL.size() - 1));
                    });
                }
            }
        }
        System.exit(0);
    }

    private static AnatomyModel model() {
        FakeRun run = new FakeRun(Zoo.byId("lenet").draw(Shape.of(1, 28, 28), 10, Map.of("activation", "relu")));
        ExploreModel explore = new ExploreModel(new FakeWorkbench(run), Pulse.immediate());
        explore.open("");
        return new AnatomyModel(explore, Pulse.immediate(), Runnable::run);
    }
}
