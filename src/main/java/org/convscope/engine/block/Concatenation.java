package org.convscope.engine.block;

import java.util.ArrayList;
import java.util.List;

/** Maps of equal height and width, one after the other. */
final class Concatenation implements Layer {

    private final List<Part> parts = new ArrayList<>();
    private final Maps target;
    private final Maps targetDeltas;

    /** One source, whose maps begin at a channel of the target; {@code deltas} is {@code null} where nobody asks. */
    private record Part(Maps source, Maps deltas, int channel) {}

    Concatenation(Maps target, Maps targetDeltas) {
        this.target = target;
        this.targetDeltas = targetDeltas;
    }

    /** Puts maps behind those that are there already; {@code deltas} is {@code null} where nobody asks for them. */
    void append(Maps source, Maps deltas) {
        int channel = parts.stream().mapToInt(part -> part.source.channels).sum();
        parts.add(new Part(source, deltas, channel));
    }

    @Override
    public void forward(int from, int to, int images) {
        for (Part part : parts) {
            for (int block = from; block < to; block++) {
                for (int channel = 0; channel < part.source.channels; channel++) {
                    for (int row = 0; row < target.height; row++) {
                        target.copyRow(
                                target.at(block, part.channel + channel, row, 0),
                                part.source,
                                part.source.at(block, channel, row, 0));
                    }
                }
            }
        }
    }

    @Override
    public void backward(int from, int to, int images) {
        for (Part part : parts) {
            if (part.deltas == null) {
                continue;
            }
            for (int block = from; block < to; block++) {
                for (int channel = 0; channel < part.deltas.channels; channel++) {
                    for (int row = 0; row < target.height; row++) {
                        part.deltas.copyRow(
                                part.deltas.at(block, channel, row, 0),
                                targetDeltas,
                                targetDeltas.at(block, part.channel + channel, row, 0));
                    }
                }
            }
        }
    }
}
