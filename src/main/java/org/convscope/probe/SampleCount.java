package org.convscope.probe;

/**
 * Counts dead and saturated units over some more of the sample, and says whether all of it is counted: {@link Health}
 * then has nothing left to do. With a large network the whole sample takes seconds, in which nobody else would be
 * answered.
 */
public final class SampleCount implements Probe<Boolean> {

    @Override
    public Boolean read(Sight sight) {
        return sight.countSome();
    }
}
