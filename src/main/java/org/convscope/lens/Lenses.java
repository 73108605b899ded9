package org.convscope.lens;

import java.util.List;

/** The catalogue of lenses. */
public final class Lenses {

    /** Every way of looking, in the order in which the inspector offers them. */
    public static final List<Lens> ALL = List.of();

    private Lenses() {}
}
