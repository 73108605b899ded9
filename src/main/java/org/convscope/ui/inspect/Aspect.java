package org.convscope.ui.inspect;

import java.util.List;
import java.util.Locale;
import org.convscope.blueprint.Blueprint;
import org.convscope.lens.Lens;
import org.convscope.lens.Lenses;

/** What the inspector can tell of a map, one at a time. */
public enum Aspect {
    /** How one of its values is computed. */
    SUM("cell-sum"),
    /** Which weights make it. */
    KERNEL("kernel", "bias"),
    /** How weights and values pull at the loss. */
    GRADIENTS("weight-gradient", "image-weight-gradient", "activation-gradient"),
    /** How its layer fares, and which units answer at all. */
    HEALTH("dead-units");

    private final List<Lens> lenses;

    Aspect(String... lenses) {
        this.lenses = List.of(lenses).stream().map(Lenses::byId).toList();
    }

    /** The lenses of this aspect that have something to show of a node. */
    List<Lens> lenses(Blueprint blueprint, String node) {
        return lenses.stream().filter(lens -> lens.fits(blueprint, node)).toList();
    }

    /** Under which its texts stand. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
