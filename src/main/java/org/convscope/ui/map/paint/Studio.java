package org.convscope.ui.map.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.convscope.frame.Mosaic;
import org.convscope.frame.Surface;
import org.convscope.tensor.Plane;
import org.convscope.ui.map.geometry.Curve;

/**
 * Paints sheets, and keeps what it painted: a sheet whose values, size and light are the same is not
 * painted again. Used by one thread at a time.
 */
public final class Studio {

    /** How far beyond what is seen is painted, so that a drag does not uncover anything; a share of the view. */
    private static final double BEYOND = 0.4;

    private Map<String, Picture> painted = Map.of();
    private Map<String, Colors> colored = Map.of();

    /** The colours of a mosaic, plane by plane. */
    private record Colors(Mosaic mosaic, Surface surface, List<int[]> planes) {

        static Colors of(Mosaic mosaic, Surface surface) {
            List<int[]> planes = new ArrayList<>();
            for (int plane = 0; plane < mosaic.planes(); plane++) {
                planes.add(mosaic.pixels(plane, surface));
            }
            return new Colors(mosaic, surface, planes);
        }

        boolean are(Mosaic wanted, Surface seenOn) {
            return surface == seenOn && mosaic.equals(wanted);
        }
    }

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
            Colors used = kept != null && kept.are(maps.mosaic(), light.surface())
                    ? kept
                    : Colors.of(maps.mosaic(), light.surface());
            colors.put(maps.key(), used);
            paint(maps, used, raster, light);
        } else if (sheet instanceof Sheet.Web web) {
            for (Curve curve : web.curves()) {
                raster.draw(curve.times(light.scale()), light.strand());
            }
        }
    }

    private static void paint(Sheet.Maps maps, Colors colors, Raster raster, Lighting light) {
        for (Rectangle2D frame : maps.frames()) {
            raster.fill(PixelBox.of(frame, light.scale()).grown(1), light.frame());
        }
        Plane first = maps.mosaic().plane(0);
        for (int tile = 0; tile < maps.tiles().size(); tile++) {
            PixelBox area = PixelBox.of(maps.tiles().get(tile), light.scale());
            raster.enlarge(colors.planes.get(tile), first.height(), first.width(), area);
        }
    }
}
