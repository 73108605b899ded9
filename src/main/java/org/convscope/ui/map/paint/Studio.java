package org.convscope.ui.map.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.convscope.tensor.Plane;
import org.convscope.ui.map.geometry.Curve;

/**
 * Paints sheets, and keeps what it painted: a sheet whose values, size and light are the same is not
 * painted again. Used by one thread at a time.
 */
public final class Studio {

    /** How far beyond what is seen is painted, so that a drag does not uncover anything; a share of the view. */
    private static final double BEYOND = 0.4;

    /** Around tiles of fewer pixels there would be more edge than map. */
    private static final double SMALLEST_FRAMED = 4;

    private Map<String, Picture> painted = Map.of();
    private Map<String, Colors> colored = Map.of();

    /** The sheets that reach into {@code view}, a rectangle of the world, as pictures. */
    public List<Picture> paint(List<Sheet> sheets, Rectangle2D view, Lighting light) {
        Map<String, Picture> pictures = new HashMap<>();
        Map<String, Colors> colors = new HashMap<>();
        List<Picture> seen = new ArrayList<>();
        PixelBox window = PixelBox.of(view, light.scale());
        PixelBox beyond = window.grown((int) (BEYOND * Math.max(window.width(), window.height())));
        for (Sheet sheet : sheets) {
            PixelBox whole = sheet.box(light.scale());
            if (!whole.within(window).isEmpty()) {
                Picture picture = painted.get(sheet.key());
                if (picture == null || !picture.serves(sheet, light, whole.within(window))) {
                    Raster raster = new Raster(whole.within(beyond));
                    paint(sheet, raster, light, colors);
                    picture = new Picture(sheet, light, raster.box(), raster.pixels());
                }
                pictures.put(sheet.key(), picture);
                seen.add(picture);
            }
            if (colored.containsKey(sheet.key())) {
                colors.putIfAbsent(sheet.key(), colored.get(sheet.key()));
            }
        }
        painted = pictures;
        colored = colors;
        return seen;
    }

    private void paint(Sheet sheet, Raster raster, Lighting light, Map<String, Colors> colors) {
        if (sheet instanceof Sheet.Maps maps) {
            Colors kept = colored.get(maps.key());
            Colors used = kept != null && kept.serve(maps.mosaic(), light) ? kept : new Colors(maps.mosaic(), light);
            colors.put(maps.key(), used);
            paint(maps, used, raster, light);
        } else if (sheet instanceof Sheet.Web web) {
            for (Curve curve : web.curves()) {
                raster.draw(curve.times(light.scale()), light.strand());
            }
        }
    }

    private static void paint(Sheet.Maps maps, Colors colors, Raster raster, Lighting light) {
        boolean isFramed = maps.tiles().get(0).getWidth() * light.scale() >= SMALLEST_FRAMED;
        for (Rectangle2D frame : isFramed ? maps.frames() : List.<Rectangle2D>of()) {
            raster.fill(PixelBox.of(frame, light.scale()).grown(1), light.frame());
        }
        Plane first = maps.mosaic().plane(0);
        for (int tile = 0; tile < maps.tiles().size(); tile++) {
            PixelBox area = PixelBox.of(maps.tiles().get(tile), light.scale());
            if (area.within(raster.box()).isEmpty()) {
                continue;
            }
            if (maps.curves()) {
                new Trace(raster, area, maps.mosaic().plane(tile), maps.mosaic().scale(tile), light).draw();
                continue;
            }
            // Of more values than pixels, each pixel shows the mean of its own; no more is coloured than is seen.
            int rows = Math.min(first.height(), area.height());
            int columns = Math.min(first.width(), area.width());
            raster.enlarge(colors.of(tile, rows, columns), rows, columns, area);
        }
    }
}
