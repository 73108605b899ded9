package org.convscope.ui.inspect;

import java.util.Optional;
import org.convscope.frame.Mosaic;

/**
 * What the inspector has before it.
 *
 * @param place where it looks
 * @param maps the node's maps or units in the newest picture of the network; empty until there is one
 */
public record Inspected(Place place, Optional<Mosaic> maps) {

    /** The squares of the enlarged picture. */
    Optional<MapGrid> grid() {
        return maps.map(mosaic -> new MapGrid(mosaic, place.channel()));
    }
}
