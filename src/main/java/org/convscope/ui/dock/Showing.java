package org.convscope.ui.dock;

import java.util.Optional;
import java.util.Set;
import org.convscope.spec.Augmentation;
import org.convscope.spec.Fit;
import org.convscope.spec.Preparation;
import org.convscope.tensor.Shape;

/**
 * What a person has chosen of how images come into the network, but for their size.
 *
 * @param fit how they are made to fit; empty for what is usual
 * @param normalise whether they are normalised
 * @param augment how those to learn from are varied
 */
record Showing(Optional<Fit> fit, boolean normalise, Set<Augmentation> augment) {

    /** The whole preparation, for images of shape {@code own} and the size that was typed; blank for the standard. */
    Preparation preparation(String typed, Shape own, Preparation standard) {
        Optional<Shape> size = typed.isEmpty() ? standard.size() : Optional.of(Preparation.parseSize(typed));
        Preparation sized = size.filter(wanted -> !wanted.equals(own))
                .map(wanted -> new Preparation(
                        Optional.of(wanted), fit.orElseGet(() -> Preparation.usualFit(own, wanted)), false, Set.of()))
                .orElse(Preparation.AS_IS);
        sized.shape(own);
        return sized.normalising(normalise).varying(augment);
    }
}
