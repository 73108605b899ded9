package org.convscope.ui.curves;

import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.convscope.ui.kit.Styles;
import org.convscope.ui.kit.Texts;
import org.convscope.ui.kit.Tips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a panel shows what it shows, and where it can be taken to. */
final class PanelMenu extends MenuButton {

    private final PanelModel panel;
    private final CurvesModel curves;

    PanelMenu(PanelModel panel, PlotExport export) {
        this.panel = panel;
        this.curves = panel.curves();
        setGraphic(new FontIcon(Feather.SETTINGS));
        getStyleClass().addAll(Styles.COMPACT, "icon-button", "curve-menu");
        accessibleTextProperty().bind(Texts.of("curves.menu"));
        Tips.install(this, "curves.menu");
        units();
        getItems().add(new SeparatorMenuItem());
        getItems().addAll(log(), whole());
        getItems().add(new SeparatorMenuItem());
        for (PlotExport.Format format : PlotExport.Format.values()) {
            MenuItem item = item("curves.export." + format.key());
            item.setOnAction(chosen -> export.ask(format));
            item.disableProperty().bind(export.emptyProperty());
            getItems().add(item);
        }
    }

    private void units() {
        ToggleGroup group = new ToggleGroup();
        for (Unit unit : Unit.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(Texts.of("curves.unit." + unit.key()));
            item.setToggleGroup(group);
            item.setSelected(curves.unitProperty().get() == unit);
            item.setOnAction(chosen -> curves.unitProperty().set(unit));
            curves.unitProperty().addListener((property, before, now) -> item.setSelected(now == unit));
            getItems().add(item);
        }
    }

    private MenuItem log() {
        CheckMenuItem log = new CheckMenuItem();
        log.textProperty().bind(Texts.of("curves.log"));
        log.selectedProperty().bindBidirectional(panel.logProperty());
        panel.measureProperty().addListener((property, before, now) -> log.setDisable(!now.canBeLog()));
        log.setDisable(!panel.measure().canBeLog());
        return log;
    }

    private MenuItem whole() {
        MenuItem whole = item("curves.whole");
        whole.setOnAction(chosen -> curves.stretchProperty().set(Optional.empty()));
        whole.setDisable(true);
        curves.stretchProperty().addListener((property, before, now) -> whole.setDisable(now.isEmpty()));
        return whole;
    }

    private static MenuItem item(String key) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(Texts.of(key));
        return item;
    }
}
