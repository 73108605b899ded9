package org.convscope.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import org.convscope.frame.Mosaic;
import org.convscope.ui.kit.Pulse;
import org.convscope.ui.map.Painting;
import org.convscope.ui.map.PictureView;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.paint.Lighting;
import org.convscope.ui.map.paint.Picture;
import org.convscope.ui.map.paint.Sheet;

/** The maps of all rows: painted in the background, all at once, and hung when they are done. */
final class Wall extends Group {

    private final Painting painting;
    private final Runnable done;
    private final Map<String, PictureView> views = new HashMap<>();
    private final Map<String, Hung> hung = new HashMap<>();

    /** A sheet that was ordered: the same values in the same place are not laid out again. */
    private record Hung(Column column, Sheet.Maps sheet) {}

    /** Nothing hangs yet; {@code done} is called when new pictures do. */
    Wall(Pulse pulse, Runnable done) {
        this.painting = new Painting(pulse, this::show);
        this.done = done;
    }

    /** Takes all down. */
    void empty() {
        getChildren().clear();
        views.clear();
        hung.clear();
    }

    /** Has painted what is to be seen, wherever there is a place for it. */
    void order(CompareLayout layout, Scales scales, Rectangle2D view, Lighting lighting) {
        List<Sheet> sheets = new ArrayList<>();
        Map<String, Hung> hanging = new HashMap<>();
        for (int row = 0; row < layout.places().size(); row++) {
            for (int slot = 0; slot < layout.columns().size(); slot++) {
                String key = row + "/" + slot;
                Optional<Column> place = layout.places().get(row).get(slot);
                Optional<Mosaic> mosaic = scales.mosaic(row, slot);
                if (place.isPresent()
                        && mosaic.isPresent()
                        && mosaic.get().planes() == place.get().count()) {
                    Hung now = hung(key, place.get(), mosaic.get());
                    hanging.put(key, now);
                    sheets.add(now.sheet);
                }
            }
        }
        hung.clear();
        hung.putAll(hanging);
        painting.order(sheets, view, lighting);
    }

    private Hung hung(String key, Column place, Mosaic mosaic) {
        Hung before = hung.get(key);
        if (before == null || !before.column.equals(place)) {
            return new Hung(place, new Sheet.Maps(key, mosaic, place.tiles(), place.frames(), place.isOfCurves()));
        }
        return before.sheet.mosaic().equals(mosaic)
                ? before
                : new Hung(
                        place,
                        new Sheet.Maps(key, mosaic, before.sheet.tiles(), before.sheet.frames(), place.isOfCurves()));
    }

    private void show(List<Picture> pictures) {
        Set<String> shown = new HashSet<>();
        for (Picture picture : pictures) {
            String key = picture.sheet().key();
            PictureView view = views.computeIfAbsent(key, unseen -> {
                PictureView made = new PictureView();
                getChildren().add(made);
                return made;
            });
            view.show(picture);
            view.place(1, picture.scale());
            view.setVisible(true);
            shown.add(key);
        }
        views.forEach((key, view) -> view.setVisible(shown.contains(key)));
        done.run();
    }
}
