package org.convscope.bench.torch;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the machine can do at most: a product of two matrices of single floats, 2048 rows and columns each. */
final class Peak {

    private static final int SIDE = 2048;
    private static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE;
    private static final int REPETITIONS = 4;

    private Peak() {}

    /** The best of a few, in GFLOP/s. */
    static double measure() {
        double best = 0;
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Tensor left = torch.rand(SIDE, SIDE);
            Tensor right = torch.rand(SIDE, SIDE);
            for (int i = 0; i < REPETITIONS; i++) {
                long start = System.nanoTime();
                torch.mm(left, right).close();
                best = Math.max(best, OPERATIONS / (System.nanoTime() - start));
            }
        }
        return best;
    }
}
