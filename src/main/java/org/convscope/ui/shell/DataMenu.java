package org.convscope.ui.shell;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.convscope.data.DatasetCard;
import org.convscope.data.Datasets;
import org.convscope.data.fetch.Fetch;
import org.convscope.frame.Numbers;
import org.convscope.ui.dock.OwnDataModel;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;

/** The data of the open run; begins a run like it on other data, those of one's own among them. */
final class DataMenu extends MenuButton {

    private final OwnDataModel ownData;

    /**
     * A menu of these datasets.
     *
     * @param ownData opens a folder or file of the person's own
     * @param bring where a dataset that is not here can be fetched
     */
    DataMenu(
            ShellModel shell,
            ExploreModel explore,
            List<DatasetCard> datasets,
            OwnDataModel ownData,
            Consumer<DatasetCard> bring) {
        this.ownData = ownData;
        setId("data-chip");
        textProperty().bind(shell.dataName());
        Tips.install(this, "shell.tip.data");
        ToggleGroup one = new ToggleGroup();
        for (DatasetCard card : datasets) {
            RadioMenuItem item = item(card);
            item.setToggleGroup(one);
            item.setOnAction(chosen -> (isHere(card) ? (Consumer<DatasetCard>) shell::changeData : bring).accept(card));
            getItems().add(item);
        }
        setOnShowing(showing -> one.getToggles()
                .forEach(toggle -> toggle.setSelected(
                        datasets.get(getItems().indexOf(toggle)).equals(open(explore)))));
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        opening("data-open-folder", "dock.openFolder", () -> new DirectoryChooser()
                                .showDialog(getScene().getWindow())),
                        opening("data-open-file", "dock.openFile", () -> new FileChooser()
                                .showOpenDialog(getScene().getWindow())));
    }

    private static RadioMenuItem item(DatasetCard card) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId("data-" + card.id());
        item.textProperty()
                .bind(Texts.of(
                        "shell.dataItem",
                        card.title(),
                        Numbers.count(card.trainCount()),
                        Numbers.count(card.testCount()),
                        card.shape()));
        return item;
    }

    private MenuItem opening(String id, String key, Supplier<File> chooser) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(Texts.of(key));
        item.disableProperty().bind(ownData.busyProperty());
        item.setOnAction(chosen -> {
            File file = chooser.get();
            if (file != null) {
                ownData.open(file.toPath());
            }
        });
        return item;
    }

    private static boolean isHere(DatasetCard card) {
        return Datasets.fetch(card).map(Fetch::isHere).orElse(true);
    }

    private static DatasetCard open(ExploreModel explore) {
        return explore.runProperty().get() == null
                ? null
                : explore.runProperty().get().dataset().card();
    }
}
