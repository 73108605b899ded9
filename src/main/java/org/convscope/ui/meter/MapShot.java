package org.convscope.ui.meter;

import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.convscope.tensor.Cell;
import org.convscope.ui.explore.Selection;
import org.convscope.ui.map.model.NetworkMapModel;

/**
 * A trained network whose map is photographed: whole, one of its blocks, and a map within.
 *
 * @param network id in the zoo and of the model that ships
 * @param name in the names of the pictures
 * @param blocks ids of the blocks that are opened, each behind the one around it
 * @param selected a map in the last of them, and a value in it
 */
record MapShot(String network, String name, List<String> blocks, Selection selected) {

    static final List<MapShot> ALL = List.of(
            new MapShot(
                    "googlenet-mini",
                    "googlenet",
                    List.of("/inception3", "/inception3/inception3a"),
                    new Selection("inception3a.conv2b", 5, new Cell(4, 4))),
            new MapShot(
                    "resnet18-mini",
                    "resnet",
                    List.of("/block2", "/block2/block2a"),
                    new Selection("block2a.act1", 5, new Cell(4, 4))));

    private static final double CLOSE = 5;

    /** The whole network as blocks. */
    void far(NetworkMapModel map) {
        map.folding().show(Set.of());
        map.viewport().fit();
    }

    /** One block, its layers as mosaics. */
    void middle(NetworkMapModel map) {
        map.folding().show(Set.copyOf(blocks));
    }

    boolean isParted(NetworkMapModel map) {
        return map.viewport().layoutProperty().get() != null
                && map.viewport().layoutProperty().get().box(selected.node()).isPresent();
    }

    void frame(NetworkMapModel map) {
        map.showBlock(blocks.get(blocks.size() - 1));
    }

    /** Single maps. */
    void close(NetworkMapModel map) {
        map.select(selected);
        Rectangle2D tile =
                map.viewport().layoutProperty().get().column(selected.node()).tile(selected.channel());
        map.viewport().zoomMiddle(CLOSE);
        map.viewport().centre(new Point2D(tile.getMinX() + tile.getWidth() / 2, tile.getMinY() + tile.getHeight() / 2));
    }
}
