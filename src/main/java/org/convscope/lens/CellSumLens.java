package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.blueprint.Op;
import org.convscope.frame.Sum;
import org.convscope.probe.CellSum;
import org.convscope.probe.Sight;

/** The arithmetic of the focused cell, term by term. */
public final class CellSumLens implements Lens {

    @Override
    public String id() {
        return "cell-sum";
    }

    @Override
    public boolean fits(Blueprint blueprint, String node) {
        return !(blueprint.node(node).op() instanceof Op.Input);
    }

    @Override
    public Sum look(Sight sight) {
        CellSum.Reading reading = new CellSum().read(sight);
        return new Sum(
                reading.stamp(),
                reading.node(),
                reading.op(),
                reading.channel(),
                reading.cell(),
                reading.terms().stream()
                        .map(term -> new Sum.Term(
                                term.inputChannel(), term.row(), term.column(), term.input(), term.weight()))
                        .toList(),
                reading.bias(),
                reading.sum(),
                reading.activation(),
                reading.value(),
                reading.givens().stream()
                        .map(given -> new Sum.Given(given.name(), given.value()))
                        .toList());
    }
}
