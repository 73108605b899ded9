package org.convscope.ui.compare;

import org.convscope.tensor.Cell;

/**
 * What is pointed at in all runs at once.
 *
 * @param slot which column, from 0
 * @param channel map or unit, from 0
 * @param cell place in the map, or {@code null} for the map as a whole
 */
public record Spot(int slot, int channel, Cell cell) {

    boolean isSameMap(Spot other) {
        return other != null && slot == other.slot && channel == other.channel;
    }
}
