package org.convscope.ui.anatomy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convscope.blueprint.Census;
import org.convscope.blueprint.Count;
import org.convscope.blueprint.Op;
import org.convscope.blueprint.ReceptiveField;
import org.convscope.blueprint.census.Part;
import org.convscope.frame.Numbers;
import org.convscope.tensor.Shape;

/**
 * What a row of the table says of one network: of a node, or of a part as a whole.
 *
 * @param name the node's id, or the part's name
 * @param op what a node computes; empty for a part
 * @param nodes how many nodes it counts
 */
record AnatomySide(
        String name,
        Optional<Op> op,
        int nodes,
        Shape output,
        Count parameters,
        Count macs,
        long activationBytes,
        ReceptiveField receptiveField) {

    static AnatomySide of(Census.Row row) {
        return new AnatomySide(
                row.node().id(),
                Optional.of(row.node().op()),
                1,
                row.output(),
                row.parameters(),
                row.multiplyAdds(),
                row.activationBytes(),
                row.receptiveField());
    }

    static AnatomySide of(Part part) {
        return new AnatomySide(
                part.name(),
                Optional.empty(),
                part.rows().size(),
                part.output(),
                sum(part.rows().stream().map(Census.Row::parameters).toList()),
                sum(part.rows().stream().map(Census.Row::multiplyAdds).toList()),
                part.activationBytes(),
                part.receptiveField());
    }

    private static Count sum(List<Count> counts) {
        List<Count> some = counts.stream().filter(count -> count.total() > 0).toList();
        long total = some.stream().mapToLong(Count::total).sum();
        return some.size() == 1
                ? some.get(0)
                : new Count(
                        total,
                        some.stream().map(count -> Numbers.count(count.total())).collect(Collectors.joining(" + ")));
    }
}
