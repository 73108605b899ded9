package org.convscope.probe;

/** A measurement. */
@FunctionalInterface
public interface Probe<R> {

    /** Measures, on the network's thread. */
    R read(Sight sight);
}
