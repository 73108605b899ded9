package org.convscope.lens;

import org.convscope.blueprint.Blueprint;
import org.convscope.frame.Frame;
import org.convscope.probe.Sight;

/** A way of looking at a node. Title and question stand in the bundle {@code text/lenses}, under its id. */
public interface Lens {

    /** As a person types it: {@code activation}. */
    String id();

    /** Whether it has something to show of this node. */
    boolean fits(Blueprint blueprint, String node);

    /** The picture of the focused node, made on the network's thread from copies. */
    Frame look(Sight sight);
}
