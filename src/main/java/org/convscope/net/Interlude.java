package org.convscope.net;

/**
 * Comes between the parts of long work, on the network's thread. The network is then as it was before the work, and may
 * be asked whatever leaves it so; other work may not begin.
 */
@FunctionalInterface
public interface Interlude {

    /** Nothing comes between. */
    Interlude NONE = share -> true;

    /**
     * Whether the work goes on; if not, it was in vain, and nothing has changed.
     *
     * @param share of the work that is done, from 0 to 1
     */
    boolean goOn(double share);
}
