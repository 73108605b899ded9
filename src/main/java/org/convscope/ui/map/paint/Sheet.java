package org.convscope.ui.map.paint;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.convscope.frame.Mosaic;
import org.convscope.ui.map.geometry.Column;
import org.convscope.ui.map.geometry.Curve;
import org.convscope.ui.map.geometry.Rectangles;

/** What one picture shows, and where in the world. */
public sealed interface Sheet {

    /** Names the picture among others. */
    String key();

    /** The pixels that it covers when the world is enlarged by {@code scale}. */
    PixelBox box(double scale);

    /**
     * Planes of values.
     *
     * @param key a node's id, for its maps
     * @param mosaic the planes, one for each tile
     * @param tiles where they lie
     * @param frames what gets an edge of one pixel around it
     * @param curves whether planes, of one row each, are drawn as curves
     */
    record Maps(String key, Mosaic mosaic, List<Rectangle2D> tiles, List<Rectangle2D> frames, boolean curves)
            implements Sheet {

        public Maps {
            tiles = List.copyOf(tiles);
            frames = List.copyOf(frames);
            if (tiles.isEmpty() || tiles.size() != mosaic.planes()) {
                throw new IllegalArgumentException(
                        tiles.size() + " tiles for " + mosaic.planes() + " planes of " + key);
            }
        }

        /** Planes of coloured squares. */
        public Maps(String key, Mosaic mosaic, List<Rectangle2D> tiles, List<Rectangle2D> frames) {
            this(key, mosaic, tiles, frames, false);
        }

        /** A node's maps or units. */
        public static Maps of(Column column, Mosaic mosaic) {
            return new Maps(column.node(), mosaic, column.tiles(), column.frames(), column.isOfCurves());
        }

        /** The smallest rectangle that holds all tiles. */
        public Rectangle2D bounds() {
            return tiles.stream().reduce(Rectangles::union).orElseThrow();
        }

        @Override
        public PixelBox box(double scale) {
            return frames.stream()
                    .map(frame -> PixelBox.of(frame, scale).grown(1))
                    .reduce(PixelBox::with)
                    .orElseThrow();
        }
    }

    /**
     * Faint strands.
     *
     * @param key unlike any node's id
     * @param curves at least one
     */
    record Web(String key, List<Curve> curves) implements Sheet {

        public Web {
            curves = List.copyOf(curves);
        }

        @Override
        public PixelBox box(double scale) {
            return curves.stream()
                    .map(curve -> curve.times(scale))
                    .map(curve -> PixelBox.around(curve.begin(), curve.end()).grown(1))
                    .reduce(PixelBox::with)
                    .orElseThrow();
        }
    }
}
