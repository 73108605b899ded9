package org.convscope.ui.mistakes;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.kit.Remembered;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.convscope.ui.shell.Panels;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panels of this wing in one window: they share what they know. */
public final class MistakesPanels {

    private MistakesModel model;

    /** Everything at once, over the map. */
    public Panels.Maker page() {
        return (explore, pulse) -> new MistakesPage(of(explore, pulse));
    }

    /** The dock's panels, of which the last shares its place with the mistakes and the watched images. */
    public List<Panels.Maker> beside(List<Panels.Maker> others) {
        List<Panels.Maker> all = new ArrayList<>(others);
        Panels.Maker layers = all.remove(all.size() - 1);
        all.add((explore, pulse) -> tabs(layers, explore, pulse));
        return all;
    }

    private Region tabs(Panels.Maker layers, ExploreModel explore, Pulse pulse) {
        Remembered remembered = Remembered.ofThisPerson();
        TabbedPanel tabs = new TabbedPanel(remembered);
        tabs.add("layers", layers.make(explore, pulse));
        tabs.add("mistakes", new MistakesPane(of(explore, pulse)));
        tabs.add("watched", new WatchPane(new WatchModel(explore, pulse, remembered), pulse));
        tabs.addTool(larger(explore));
        return tabs;
    }

    private static Button larger(ExploreModel explore) {
        Button larger = new Button(null, new FontIcon(Feather.MAXIMIZE_2));
        larger.setId("open-mistakes");
        larger.getStyleClass().addAll("icon-button", "tab-tool");
        larger.accessibleTextProperty().bind(Texts.of("mistakes.open"));
        Tips.install(larger, "mistakes.open");
        larger.setOnAction(pressed -> explore.mistakesOpenProperty()
                .set(!explore.mistakesOpenProperty().get()));
        larger.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> explore.runProperty().get() == null, explore.runProperty()));
        larger.getStyleClass().add(Styles.COMPACT);
        return larger;
    }

    private MistakesModel of(ExploreModel explore, Pulse pulse) {
        if (model == null) {
            model = new MistakesModel(explore, pulse);
        }
        return model;
    }
}
