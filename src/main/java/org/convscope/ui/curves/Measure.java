package org.convscope.ui.curves;

/** What a curve is about. */
public enum Measure {
    /** Mean cross-entropy, in nats. */
    LOSS {
        @Override
        public double guide(int classes) {
            return Math.log(classes);
        }
    },
    /** Share of images that are named rightly, from 0 to 1. */
    ACCURACY {
        @Override
        public double guide(int classes) {
            return 1.0 / classes;
        }
    };

    /** What a network reaches that has learned nothing and gives every class the same probability. */
    public abstract double guide(int classes);
}
