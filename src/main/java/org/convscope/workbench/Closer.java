package org.convscope.workbench;

import java.util.List;
import org.convscope.lens.Lens;
import org.convscope.tensor.Cell;

/**
 * What is looked at closer than the rest of the network.
 *
 * @param node id of the node
 * @param channel map or unit, from 0
 * @param cell place in the map
 * @param lenses what it is looked at through; each fits the node
 */
public record Closer(String node, int channel, Cell cell, List<Lens> lenses) {

    public Closer {
        lenses = List.copyOf(lenses);
    }
}
