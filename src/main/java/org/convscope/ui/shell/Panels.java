package org.convscope.ui.shell;

import java.util.List;
import javafx.scene.layout.Region;
import org.convscope.ui.explore.ExploreModel;
import org.convscope.ui.kit.Pulse;

/**
 * What other wings show in the window.
 *
 * @param map the network, in the middle
 * @param mistakes what the network gets wrong, over the map; made when it is first wanted
 * @param inspector what is selected, at the right
 * @param compare several networks side by side, likewise in the place of all others; a {@code Driver}
 * @param anatomy what networks are made of, in the place of all others; made when it is first wanted
 * @param dock beside the run's own panel, left to right
 */
public record Panels(Maker map, Maker mistakes, Maker inspector, Maker compare, Maker anatomy, List<Maker> dock) {

    /** Makes one panel over the shared state. */
    public interface Maker {
        Region make(ExploreModel explore, Pulse pulse);
    }

    public Panels {
        dock = List.copyOf(dock);
    }
}
