package org.convscope.engine.block;

import java.util.List;

/** The sum of maps of equal shape, cell by cell. */
final class Sum implements Layer {

    private final List<Maps> sources;
    private final List<Maps> sourceDeltas;
    private final Maps target;
    private final Maps targetDeltas;

    /** A sum of {@code sources}; where nobody asks for a source's deltas, there are none among {@code sourceDeltas}. */
    Sum(List<Maps> sources, List<Maps> sourceDeltas, Maps target, Maps targetDeltas) {
        this.sources = List.copyOf(sources);
        this.sourceDeltas = List.copyOf(sourceDeltas);
        this.target = target;
        this.targetDeltas = targetDeltas;
    }

    @Override
    public void forward(int from, int to, int images) {
        for (int block = from; block < to; block++) {
            for (int channel = 0; channel < target.channels; channel++) {
                for (int row = 0; row < target.height; row++) {
                    int at = target.at(block, channel, row, 0);
                    target.copyRow(at, sources.get(0), sources.get(0).at(block, channel, row, 0));
                    for (Maps other : sources.subList(1, sources.size())) {
                        target.addRow(at, other, other.at(block, channel, row, 0));
                    }
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        for (Maps deltas : sourceDeltas) {
            for (int block = from; block < to; block++) {
                for (int channel = 0; channel < target.channels; channel++) {
                    for (int row = 0; row < target.height; row++) {
                        deltas.copyRow(
                                deltas.at(block, channel, row, 0),
                                targetDeltas,
                                targetDeltas.at(block, channel, row, 0));
                    }
                }
            }
        }
    }
}
