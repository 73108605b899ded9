package org.convscope.frame;

import java.util.Random;
import java.util.stream.LongStream;

/** Sources of chance for property tests; each says its seed, so that a failure can be repeated. */
final class Seeds {

    private Seeds() {}

    static Random[] of(int cases) {
        return LongStream.range(0, cases).mapToObj(Seeded::new).toArray(Random[]::new);
    }

    private static final class Seeded extends Random {

        private static final long serialVersionUID = 1L;

        private final long seed;

        Seeded(long seed) {
            super(seed);
            this.seed = seed;
        }

        @Override
        public String toString() {
            return "seed " + seed;
        }
    }
}
