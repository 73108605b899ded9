package org.convscope.engine.block;

import java.util.List;

/** Stands behind a node that several read: on the way back it adds up what each of them returns. */
final class Fork implements Layer {

    private final Maps deltas;
    private final List<Maps> others;

    /** What the first reader returns lies in {@code deltas} already; {@code others} are added to it. */
    Fork(Maps deltas, List<Maps> others) {
        this.deltas = deltas;
        this.others = List.copyOf(others);
    }

    @Override
    public void forward(int from, int to, int images) {
        // Every reader reads the same maps.
    }

    @Override
    public void backward(int from, int to, int images) {
        for (Maps other : others) {
            for (int block = from; block < to; block++) {
                for (int channel = 0; channel < deltas.channels; channel++) {
                    for (int row = 0; row < deltas.height; row++) {
                        deltas.addRow(deltas.at(block, channel, row, 0), other, other.at(block, channel, row, 0));
                    }
                }
            }
        }
    }
}
