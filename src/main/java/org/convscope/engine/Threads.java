package org.convscope.engine;

import com.sun.jna.Function;
import com.sun.jna.Platform;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads compute. Waiting threads of OpenMP spin: beside a busy window, two threads on two
 * cores are three to four times slower than one. So one core is left to everybody else.
 */
final class Threads {

    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
    private static final int KEEP_ANOTHER = 0;

    private Threads() {}

    /** What {@code wanted} means on a machine of {@code cores}; 0 leaves the choice here. */
    static int choose(int wanted, int cores) {
        if (wanted > 0) {
            return wanted;
        }
        return cores <= 2 ? 1 : cores - 1;
    }

    /** What {@code wanted} means on this machine. */
    static int choose(int wanted) {
        return choose(wanted, Runtime.getRuntime().availableProcessors());
    }

    /** Lets waiting threads sleep. OpenMP reads this once, so it comes before the first touch of ND4J. */
    static void prepare() {
        // The launcher says it already, and JNA takes a tenth of a second to say it again.
        if (System.getenv(WAIT_POLICY) == null && Platform.isLinux()) {
            Function.getFunction("c", "setenv").invokeInt(new Object[] {WAIT_POLICY, "PASSIVE", KEEP_ANOTHER});
        }
    }

    /** From now on, what the calling thread computes is spread over so many threads. */
    static void use(int threads) {
        // OpenMP remembers the number per calling thread; the others are the process's.
        Environment environment = Nd4j.getEnvironment();
        if (inUse() != threads || environment.maxThreads() != threads) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
            // Walks over all loaded libraries, see NativeLibrary: not beside a window, unless the number is a new one.
            if (openblas_nolapack.blas_get_num_threads() != threads) {
                openblas_nolapack.blas_set_num_threads(threads);
            }
            environment.setMaxThreads(threads);
            environment.setMaxMasterThreads(threads);
        }
    }

    /** What the native side says about the calling thread. */
    static int inUse() {
        return NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
    }
}
